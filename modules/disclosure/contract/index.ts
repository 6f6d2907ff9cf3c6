import { CellNumber, PolicyState, ReleaseState } from './dataset.ts';
import { PolicyPreset, Rounding } from './policy.ts';
import { Attribution, QuoteAgeGroup, QuoteRole, QuoteState } from './quote.ts';
import { CellState, Detail } from './table.ts';

export {
  AnswerPolicy,
  AskPolicy,
  Audit,
  AuditedCell,
  BEGUN,
  CellNumber,
  Dataset,
  DatasetCode,
  KeptPolicy,
  PolicyState,
  Release,
  ReleaseCard,
  ReleaseState,
} from './dataset.ts';
export { Policy, PolicyPreset, Rounding } from './policy.ts';
export { Attribution, NewQuote, PublicQuote, Quote, QuoteAgeGroup, QuoteRole, QuoteState } from './quote.ts';
export { disclosureRoutes } from './routes.ts';
export {
  CellState,
  CountedCell,
  CountedTable,
  Cut,
  Detail,
  ReleasedCell,
  ReleasedTable,
  TableDimension,
  TableNode,
} from './table.ts';
export const enumMessages = {
  'disclosure.preset': PolicyPreset,
  'disclosure.rounding': Rounding,
  'disclosure.cell': CellState,
  'disclosure.detail': Detail,
  'disclosure.policy_state': PolicyState,
  'disclosure.release_state': ReleaseState,
  'disclosure.number': CellNumber,
  'disclosure.attribution': Attribution,
  'disclosure.age_group': QuoteAgeGroup,
  'disclosure.role': QuoteRole,
  'disclosure.quote_state': QuoteState,
};
