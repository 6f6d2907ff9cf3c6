import { MatchCriterion, MatchFit, ReadingOfWords } from './service-search.ts';
import { Capacity, PhoneKind, ServiceStatus } from './service.ts';

export { Need, NeedCode } from './need.ts';
export {
  Capacity,
  Cost,
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
export { directoryRoutes } from './routes.ts';
export const enumMessages = {
  'directory.capacity': Capacity,
  'directory.phone_kind': PhoneKind,
  'directory.match': MatchCriterion,
  'directory.fit': MatchFit,
};
/** HSDS writes a status with a space in it, and a reading is said in a sentence: the pages name their messages. */
export const wordlessEnums = [ServiceStatus, ReadingOfWords];
