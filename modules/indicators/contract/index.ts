import { EntryLack, NextStep } from './scorecard.ts';
import { Better, Breakdown, FigureState, IndicatorKind, Recipe, Unit } from './indicator.ts';

export {
  Breakdown,
  Figure,
  FigureState,
  FigureTable,
  Indicator,
  IndicatorId,
  IndicatorKind,
  Period,
  Recipe,
  Row,
  Unit,
} from './indicator.ts';
export { FigureRecord, ReasonMix } from './figure-record.ts';
export { EntryLack, NextStep, Scorecard, scorecardRoutes } from './scorecard.ts';
export { NeedGap } from './need-gap.ts';
export { FigureQuestion, GapQuestion, indicatorsRoutes, RecordsQuestion } from './routes.ts';
export const enumMessages = {
  'indicators.kind': IndicatorKind,
  'indicators.by': Breakdown,
  'indicators.unit': Unit,
  'indicators.state': FigureState,
  'indicators.counted': Recipe,
  'indicators.out_of': Recipe,
  'indicators.lack': EntryLack,
  'indicators.next': NextStep,
};
/** Seen in the figure itself. */
export const wordlessEnums = [Better];
