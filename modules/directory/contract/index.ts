import { DirectoryMeasure } from './measure.ts';
import { AlertSeverity } from './alert.ts';
import {
  AskedAccess,
  AskedCapacity,
  FoundBecause,
  MatchCriterion,
  MatchFit,
  ReadingOfWords,
  SearchFilter,
} from './service-search.ts';
import { Capacity, PhoneKind, ServiceStatus, TranslationOrigin } from './service.ts';

export { Alert, AlertId, AlertSeverity } from './alert.ts';
export { Booklet, BookletSearch } from './booklet.ts';
export { Need, NeedCode } from './need.ts';
export type { PagedLocation, PagedService } from './paged.ts';
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
  ShownTranslation,
  TranslationOrigin,
} from './service.ts';
export { GapReport, GapSearch } from './search-gap.ts';
export {
  AskedAccess,
  AskedCapacity,
  AskedPlace,
  FoundBecause,
  FoundService,
  FoundServices,
  MatchCriterion,
  MatchFit,
  MatchingService,
  MatchReason,
  MatchSearch,
  ReadingOfWords,
  SearchCounts,
  SearchFilter,
  ServiceSearch,
  WiderSearch,
} from './service-search.ts';
export { directoryRoutes } from './routes.ts';
export { DirectoryMeasure } from './measure.ts';
export const enumMessages = {
  'directory.counted': DirectoryMeasure,
  'directory.out_of': DirectoryMeasure,
  'directory.capacity': Capacity,
  'directory.alert_severity': AlertSeverity,
  'directory.phone_kind': PhoneKind,
  'directory.match': MatchCriterion,
  'directory.fit': MatchFit,
  'directory.access': AskedAccess,
  'directory.because': FoundBecause,
  'directory.filter': SearchFilter,
  'directory.translation': TranslationOrigin,
};
/** HSDS writes a status with a space in it, a reading is said in a sentence, asked room is room: the pages name their messages. */
export const wordlessEnums = [ServiceStatus, ReadingOfWords, AskedCapacity];
