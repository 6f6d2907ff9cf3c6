import { HiddenField, PlaceKind, Weekday } from './hand/index.ts';
import { Standing } from './keeping.ts';
import { PairObject, PairReason } from './record.ts';
import { SuggestedField, SuggestionKind, SuggestionState } from './suggestion.ts';

export {
  clockOf,
  CostRow,
  CreatedEntry,
  EditedHours,
  EditedPlace,
  EditedPlaces,
  HIDDEN_FIELDS,
  HiddenField,
  HiddenHoursEdit,
  HoursEdit,
  HoursRow,
  LikeRecord,
  LikeSearch,
  NewEntry,
  NewOrganisation,
  NewPlace,
  NewPlaceOfOrganisation,
  OrganisationDetails,
  OrganisationEdit,
  OtherSchedule,
  OwnCapacity,
  OwnConfirmation,
  OwnEntries,
  PlaceChoice,
  PlaceDetails,
  PlaceEdit,
  PlaceKind,
  PlaceOpening,
  Weekday,
} from './hand/index.ts';
export {
  FreshnessReport,
  Keeper,
  KeptEntries,
  KeptEntry,
  KeptOrganisation,
  Link,
  LinkId,
  LinkToken,
  MadeLink,
  NewLink,
  Standing,
} from './keeping.ts';
export {
  AlertId,
  EDITED_TEXTS,
  EditedService,
  HistoryLine,
  MergedPair,
  Pair,
  PairObject,
  PairReason,
  ServiceEdit,
  TranslationState,
  type EditedText,
} from './record.ts';
export { curationRoutes, NewAlert } from './routes.ts';
export {
  Acceptance,
  Contact,
  NewSuggestion,
  Proposal,
  Rejection,
  Suggested,
  SuggestedField,
  Suggestion,
  SuggestionAnswer,
  SuggestionCode,
  SuggestionId,
  SuggestionKind,
  SuggestionState,
  TakenFrom,
} from './suggestion.ts';
export const enumMessages = {
  'curation.place_kind': PlaceKind,
  'curation.standing': Standing,
  'curation.pair_object': PairObject,
  'curation.pair_reason': PairReason,
  'curation.suggested_field': SuggestedField,
  'curation.suggestion_kind': SuggestionKind,
  'curation.suggestion_state': SuggestionState,
};
/** Days are named as the reader's language names them; what is hidden is named by its field. */
export const wordlessEnums = [Weekday, HiddenField];
