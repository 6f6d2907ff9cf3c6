import { Standing } from './keeping.ts';
import { PairObject, PairReason } from './record.ts';
import { SuggestedField, SuggestionKind, SuggestionState } from './suggestion.ts';

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
  SuggestedField,
  Suggestion,
  SuggestionAnswer,
  SuggestionCode,
  SuggestionId,
  SuggestionKind,
  SuggestionState,
} from './suggestion.ts';
export const enumMessages = {
  'curation.standing': Standing,
  'curation.pair_object': PairObject,
  'curation.pair_reason': PairReason,
  'curation.suggested_field': SuggestedField,
  'curation.suggestion_kind': SuggestionKind,
  'curation.suggestion_state': SuggestionState,
};
