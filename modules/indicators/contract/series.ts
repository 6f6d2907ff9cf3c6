import { idOf, IsoDate, IsoDateTime, LocalizedText, optionalText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { Figure, Indicator } from './indicator.ts';
import { Countable, IndicatorEdit, NewCounted, NewIndicator } from './new-indicator.ts';

/** Brought in and not looked at by anybody else, or agreed to by a second colleague. */
export const ObservationState = z.enum(['provisional', 'approved']);
export type ObservationState = z.infer<typeof ObservationState>;

export const SeriesFormat = z.enum(['table', 'dhis2', 'sdmx']);
export type SeriesFormat = z.infer<typeof SeriesFormat>;

export const SeriesImportStatus = z.enum(['read', 'written', 'discarded']);

/** Why a row of a file was not taken. */
export const SeriesRefusalCode = z.enum([
  'not_a_table',
  'column_missing',
  'action_not_taken',
  'indicator_unknown',
  'indicator_counted',
  'indicator_of_words',
  'area_unknown',
  'not_a_period',
  'not_a_number',
  'number_unclear',
  'below_zero',
  'value_missing',
  'denominator_needed',
  'more_than_all',
  'part_not_readable',
  'part_unknown',
  'twice',
  'period_overlaps',
  'cells_beyond',
  'told_twice',
  'power_not_readable',
  'already_approved',
]);
export type SeriesRefusalCode = z.infer<typeof SeriesRefusalCode>;

/** A part of a population: `sex:f`, or several joined in order, `age:15-24|sex:f`; empty is all of it. */
export const Cut = z
  .string()
  .max(200)
  .regex(/^(?:[a-z_]{1,30}:[\p{L}\p{N}_.+-]{1,60}(?:\|[a-z_]{1,30}:[\p{L}\p{N}_.+-]{1,60})*)?$/u)
  .default('');

/** Beyond this, whole numbers are not told apart any more. */
export const MOST_NUMBER = 1e15;

const number = z.preprocess(
  (value) => (value === '' || value === undefined ? null : typeof value === 'string' ? Number(value) : value),
  z.number().min(-MOST_NUMBER).max(MOST_NUMBER).nullable(),
);

export const Interval = z.object({ low: z.number(), high: z.number() });
export type Interval = z.infer<typeof Interval>;

/** What was measured of one place, period and part of a population. */
export const Observation = z.object({
  areaId: z.uuid(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  cut: z.string(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  /** Where chance alone would put it, 19 times of 20; of what is counted out of a sample or as events. */
  interval: Interval.nullable(),
  note: LocalizedText.nullable(),
  state: ObservationState,
  /** Whether everybody may read it while it is approved: none of a few, nor what would tell of a few. */
  isTold: z.boolean(),
  source: z.string().nullable(),
  version: z.number().int(),
});
export type Observation = z.infer<typeof Observation>;

/** What it said before it was corrected. */
export const FormerObservation = Observation.pick({
  areaId: true,
  startsOn: true,
  endsOn: true,
  cut: true,
  numerator: true,
  denominator: true,
  value: true,
  source: true,
  version: true,
}).extend({ reason: z.string().nullable(), replacedAt: IsoDateTime });
export type FormerObservation = z.infer<typeof FormerObservation>;

export const WrittenObservation = z.object({
  code: z.string().max(80),
  areaId: z.uuid(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  cut: Cut,
  numerator: number.default(null),
  denominator: number.default(null),
  value: number.default(null),
  note: optionalText,
  /** Of which version this is a correction; none where nothing was said yet. */
  version: z.preprocess((given) => (given === '' || given === undefined ? null : Number(given)), z.int().nullable()),
  /** Why it is corrected. */
  reason: z.string().trim().max(500).default(''),
});
export type WrittenObservation = z.infer<typeof WrittenObservation>;

const counted = z.number().int();

/** What writing a file would do, or did. */
export const SeriesOutcome = z.object({ added: counted, changed: counted, same: counted, refused: counted });
export type SeriesOutcome = z.infer<typeof SeriesOutcome>;

export const SeriesRefusal = z.object({
  /** The line of a table, or the number of the value in another file, from 1. */
  at: z.number().int(),
  field: z.string().nullable(),
  value: z.string().nullable(),
  code: SeriesRefusalCode,
});
export type SeriesRefusal = z.infer<typeof SeriesRefusal>;

export const SeriesImportId = idOf('SeriesImportId');
export type SeriesImportId = Id<'SeriesImportId'>;

export const SeriesImport = z.object({
  importId: SeriesImportId,
  fileName: z.string(),
  format: SeriesFormat,
  status: SeriesImportStatus,
  outcome: SeriesOutcome,
  requestedAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
});
export type SeriesImport = z.infer<typeof SeriesImport>;

export const Series = z.object({
  indicator: Indicator,
  observations: z.array(Observation),
  former: z.array(FormerObservation),
  /** The newest of it is older than one and a half of its frequency. */
  isStale: z.boolean(),
});
export type Series = z.infer<typeof Series>;

/** A measure of one period by one trait of people, such as sex or age, as everybody may read it. */
export const CutTable = z.object({
  group: z.string(),
  startsOn: IsoDate,
  endsOn: IsoDate,
  rows: z.array(z.object({ cut: z.string(), figure: Figure })),
});
export type CutTable = z.infer<typeof CutTable>;

export const PublicSeries = Series.omit({ former: true }).extend({ cuts: z.array(CutTable) });
export type PublicSeries = z.infer<typeof PublicSeries>;

const ofPeriod = z.object({ code: z.string().max(80), areaId: z.uuid(), startsOn: IsoDate });
/** What somebody who agrees has before them: of each part of the people the version, as `2` of all of them or `1 sex:f`. */
const Seen = z
  .array(z.string().regex(/^\d{1,9}(?: .{1,200})?$/u))
  .min(1)
  .max(500);
const byImport = z.object({ importId: SeriesImportId });
const may = 'indicator:write';

/** Measures that are brought in, not counted: what they are, their values, who agreed to them, and files of them. */
export const seriesRoutes = {
  getSeries: route({
    path: 'GET /indicators/:code/series',
    may: 'indicator:read',
    input: z.object({ code: z.string().max(80) }),
    output: Series,
    refusals: ['indicator_not_found'],
  }),
  getPublicSeries: route({
    path: 'GET /public/indicators/:code/series',
    may: 'anyone',
    input: z.object({ code: z.string().max(80) }),
    output: PublicSeries,
    refusals: ['indicator_not_found'],
  }),
  addIndicator: route({
    path: 'POST /indicators',
    may,
    input: NewIndicator,
    output: Indicator,
    refusals: ['indicator_exists'],
  }),
  listCountable: route({
    path: 'GET /measures',
    may,
    input: z.object({}),
    output: z.object({ measures: z.array(Countable) }),
    refusals: [],
  }),
  addCounted: route({
    path: 'POST /counted-indicators',
    may,
    input: NewCounted,
    output: Indicator,
    refusals: ['indicator_exists', 'measure_not_found', 'need_not_found'],
  }),
  editIndicator: route({
    path: 'POST /indicators/:code',
    may,
    input: IndicatorEdit,
    output: Indicator,
    refusals: ['indicator_not_found', 'indicator_changed'],
  }),
  writeObservation: route({
    path: 'POST /indicators/:code/observations',
    may,
    input: WrittenObservation,
    output: Series,
    refusals: [
      'indicator_not_found',
      'indicator_counted',
      'area_not_found',
      'ends_before_it_starts',
      'observation_changed',
      'observation_approved',
      'correction_needs_reason',
      'period_overlaps',
    ],
  }),
  approveObservations: route({
    path: 'POST /indicators/:code/approve',
    may: 'indicator:approve',
    input: ofPeriod.extend({ seen: Seen }),
    output: Series,
    refusals: [
      'indicator_not_found',
      'area_not_found',
      'nothing_to_approve',
      'own_observation',
      'observation_changed',
      'approved_above',
    ],
  }),
  reopenObservations: route({
    path: 'POST /indicators/:code/reopen',
    may: 'indicator:approve',
    input: ofPeriod.extend({ reason: z.string().trim().min(3).max(500) }),
    output: Series,
    refusals: ['indicator_not_found', 'area_not_found', 'nothing_to_reopen', 'approved_above'],
  }),
  listSeriesImports: route({
    path: 'GET /series-imports',
    may,
    input: z.object({}),
    output: z.object({ imports: z.array(SeriesImport) }),
    refusals: [],
  }),
  getSeriesImport: route({
    path: 'GET /series-imports/:importId',
    may,
    input: byImport,
    output: z.object({ seriesImport: SeriesImport, refusals: z.array(SeriesRefusal) }),
    refusals: ['series_import_not_found'],
  }),
  readSeriesFile: route({
    path: 'POST /series-imports',
    may,
    input: z.object({ fileName: z.string().trim().min(1).max(200), content: z.base64().max(14_000_000) }),
    output: SeriesImport,
    refusals: ['file_not_readable'],
  }),
  writeSeriesImport: route({
    path: 'POST /series-imports/:importId/write',
    may,
    input: byImport,
    output: SeriesImport,
    refusals: ['series_import_not_found', 'series_import_ended'],
  }),
  discardSeriesImport: route({
    path: 'POST /series-imports/:importId/discard',
    may,
    input: byImport,
    output: SeriesImport,
    refusals: ['series_import_not_found', 'series_import_ended'],
  }),
};
