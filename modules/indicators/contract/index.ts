import { EntryLack, NextStep } from './scorecard.ts';
import { Better, Breakdown, Counts, FigureState, Frequency, IndicatorKind, Unit } from './indicator.ts';
import { ObservationState, SeriesFormat, SeriesImportStatus, SeriesRefusalCode } from './series.ts';

export {
  Breakdown,
  Counts,
  Figure,
  FigureState,
  FigureTable,
  Frequency,
  Indicator,
  IndicatorId,
  IndicatorKind,
  Period,
  Recipe,
  Row,
  Unit,
} from './indicator.ts';
export { Countable, IndicatorDetails, IndicatorEdit, NewCounted, NewIndicator } from './new-indicator.ts';
export {
  Cut,
  FormerObservation,
  Interval,
  MOST_NUMBER,
  Observation,
  ObservationState,
  CutTable,
  PublicSeries,
  Series,
  SeriesFormat,
  SeriesImport,
  SeriesImportId,
  SeriesImportStatus,
  SeriesOutcome,
  SeriesRefusal,
  SeriesRefusalCode,
  WrittenObservation,
} from './series.ts';
export { FigureRecord, ReasonMix } from './figure-record.ts';
export { EntryLack, NextStep, Scorecard, scorecardRoutes } from './scorecard.ts';
export { NeedGap } from './need-gap.ts';
export { FigureQuestion, GapQuestion, indicatorsRoutes, RecordsQuestion, ReleaseReport } from './routes.ts';
export const enumMessages = {
  'indicators.kind': IndicatorKind,
  'indicators.by': Breakdown,
  'indicators.unit': Unit,
  'indicators.counts': Counts,
  'indicators.state': FigureState,
  'indicators.lack': EntryLack,
  'indicators.next': NextStep,
  'indicators.frequency': Frequency,
  'indicators.observed': ObservationState,
  'indicators.format': SeriesFormat,
  'indicators.import_status': SeriesImportStatus,
  'indicators.row_refusal': SeriesRefusalCode,
  'indicators.better': Better,
};
