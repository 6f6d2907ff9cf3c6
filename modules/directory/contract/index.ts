import { ImportFailure, ImportStatus, RefusalScope, RowRefusalCode } from './service-import.ts';
import { MatchCriterion, MatchFit, ReadingOfWords } from './service-search.ts';
import { Capacity, PhoneKind, ServiceStatus } from './service.ts';

export { Need, NeedCode } from './need.ts';
export {
  Capacity,
  LocationId,
  OpeningHours,
  PhoneKind,
  Place,
  Service,
  ServiceCard,
  ServiceId,
  ServicePhone,
  ServiceStatus,
} from './service.ts';
export {
  FoundServices,
  MatchCriterion,
  MatchFit,
  MatchingService,
  MatchReason,
  MatchSearch,
  ReadingOfWords,
  ServiceSearch,
  WiderSearch,
} from './service-search.ts';
export {
  ImportFailure,
  ImportId,
  ImportNotes,
  ImportStatus,
  NewImport,
  RefusalScope,
  RowRefusal,
  RowRefusalCode,
  ServiceImport,
} from './service-import.ts';
export { directoryRoutes } from './routes.ts';
export const enumMessages = {
  'directory.capacity': Capacity,
  'directory.phone_kind': PhoneKind,
  'directory.match': MatchCriterion,
  'directory.fit': MatchFit,
  'directory.import_status': ImportStatus,
  'directory.import_failure': ImportFailure,
  'directory.refusal_scope': RefusalScope,
  'directory.row_refusal': RowRefusalCode,
};
/** HSDS writes a status with a space in it, and a reading is said in a sentence: the pages name their messages. */
export const wordlessEnums = [ServiceStatus, ReadingOfWords];
