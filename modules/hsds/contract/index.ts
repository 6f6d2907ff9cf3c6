import { ChangeKind, ImportFailure, ImportStatus, RefusalScope, RowRefusalCode } from './import.ts';
import { importRoutes } from './import-routes.ts';
import { DayOrder, RowKind } from './mapping.ts';
import { MoveDirection, sourceRoutes } from './source.ts';
import { MappedObjectName, MappingField } from './mapping-target.ts';

export {
  ChangeKind,
  ImportChange,
  ImportCounts,
  ImportFailure,
  ImportId,
  ImportNotes,
  ImportStatus,
  NewImport,
  RefusalScope,
  RowRefusal,
  RowRefusalCode,
  ServiceImport,
} from './import.ts';

export { ColumnMapping, DayOrder, FoundTable, Mapping, RowKind, TableMapping } from './mapping.ts';
export {
  LEFT_OUT,
  MAPPED_OBJECTS,
  MAPPING_FIELDS,
  MappedObjectName,
  MappingField,
  MappingTarget,
  type MappedObject,
} from './mapping-target.ts';

export { API_PARAMETERS, type ParameterName } from './api-parameters.ts';
export { apiRoutes, EXPORT_FILES, type ExportFile } from './api-routes.ts';
export { importRoutes } from './import-routes.ts';
export { DecideConflict, MoveDirection, MoveSource, Source, SourceConflict, sourceRoutes } from './source.ts';
export const hsdsRoutes = { ...importRoutes, ...sourceRoutes };
/** Never shown: buttons say it in their own words. */
export const wordlessEnums = { MoveDirection };
export const enumMessages = {
  'hsds.import_status': ImportStatus,
  'hsds.change': ChangeKind,
  'hsds.import_failure': ImportFailure,
  'hsds.refusal_scope': RefusalScope,
  'hsds.row_refusal': RowRefusalCode,
  'hsds.row_kind': RowKind,
  'hsds.day_order': DayOrder,
  'hsds.target_of': MappedObjectName,
  'hsds.target': MappingField,
};
