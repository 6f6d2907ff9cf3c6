import { ChangeKind, ImportFailure, ImportStatus, RefusalScope, RowRefusalCode } from './import.ts';
import { importRoutes } from './import-routes.ts';

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

export { API_PARAMETERS, type ParameterName } from './api-parameters.ts';
export { apiRoutes, EXPORT_FILES, type ExportFile } from './api-routes.ts';
export { importRoutes } from './import-routes.ts';
export const hsdsRoutes = { ...importRoutes };
export const enumMessages = {
  'hsds.import_status': ImportStatus,
  'hsds.change': ChangeKind,
  'hsds.import_failure': ImportFailure,
  'hsds.refusal_scope': RefusalScope,
  'hsds.row_refusal': RowRefusalCode,
};
