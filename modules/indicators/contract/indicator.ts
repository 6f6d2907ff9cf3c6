import { idOf, IsoDate, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const IndicatorId = idOf('IndicatorId');
export type IndicatorId = Id<'IndicatorId'>;

/** A whole population's state, how the plan is carried out, or what our own work did: never mixed in one figure (design rule 7). */
export const IndicatorKind = z.enum(['programme', 'plan', 'population']);
export type IndicatorKind = z.infer<typeof IndicatorKind>;

/** The code of a measure that a module publishes: what is counted out of what. */
export const Recipe = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);
export type Recipe = z.infer<typeof Recipe>;

/** A rate is told of so many people; words are what a qualitative measure says. */
export const Unit = z.enum(['ratio', 'count', 'days', 'rate', 'words']);
export type Unit = z.infer<typeof Unit>;

export const Better = z.enum(['up', 'down']);

/** Whether people are counted, or things such as meetings and services. Of people a few are told to nobody; of things each may be. */
export const Counts = z.enum(['people', 'things']);
export type Counts = z.infer<typeof Counts>;

/** How often a source speaks: what is older than one and a half of it is stale. */
export const Frequency = z.enum(['month', 'quarter', 'half_year', 'year', 'two_years', 'five_years']);
export type Frequency = z.infer<typeof Frequency>;

export const Indicator = z.object({
  indicatorId: IndicatorId,
  code: z.string(),
  name: LocalizedText,
  definition: LocalizedText,
  kind: IndicatorKind,
  recipe: Recipe.nullable(),
  /** Which module publishes what is counted; null of what is brought in, and of what no module publishes any more. */
  publishedBy: z.string().nullable(),
  counts: Counts,
  /** Whether we count people ourselves, or what was done for them: then nothing is public but what was released. */
  isOfPeople: z.boolean(),
  /** Whether this reader may be shown records that it is counted from. */
  opensRecords: z.boolean().default(false),
  needCode: z.string().nullable(),
  /** Whether a year's figure grows as the year goes by, as a count of what happened in it does; what stands now does not. */
  addsUp: z.boolean(),
  unit: Unit,
  /** Of a rate, of how many people it is told; otherwise 1. */
  factor: z.number().int(),
  better: Better,
  frequency: Frequency,
  /** What sources call it in their files. */
  namesElsewhere: z.array(z.string()),
  version: z.number().int(),
  source: LocalizedText,
  ownerOrganisationId: z.uuid().nullable(),
  ownerName: LocalizedText.nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

/** A half-open period: the first day is in it, the last is not. */
export const Period = z
  .object({ startsOn: IsoDate, endsOn: IsoDate })
  .refine((period) => period.startsOn < period.endsOn, { path: ['endsOn'], params: { code: 'ends_before_it_starts' } });
export type Period = z.infer<typeof Period>;

/** Suppressed: known and not told, because it would tell of a few people. Missing: not known, which is not zero. */
export const FigureState = z.enum(['shown', 'suppressed', 'missing']);
export type FigureState = z.infer<typeof FigureState>;

/** A figure with its recipe: what was counted, out of what, and what that makes. */
export const Figure = z.object({
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  value: z.number().nullable(),
  state: FigureState,
});
export type Figure = z.infer<typeof Figure>;

export const Breakdown = z.enum([
  'none',
  'month',
  'quarter',
  'area',
  'need',
  'language',
  'age',
  'gender',
  'population',
  'partner',
]);
export type Breakdown = z.infer<typeof Breakdown>;

/** One row of a breakdown: `key` is a first day (`2026-01-01`), an area's, a partner's or a cohort's identifier, or a need's code. */
export const Row = z.object({ key: z.string(), label: LocalizedText.nullable(), figure: Figure });
export type Row = z.infer<typeof Row>;

export const FigureTable = z.object({
  indicator: Indicator,
  period: Period,
  by: Breakdown,
  total: Figure,
  rows: z.array(Row),
  /** When the newest record behind it changed; null where there is none. */
  asOf: z.string().nullable(),
});
export type FigureTable = z.infer<typeof FigureTable>;
