import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Better, Counts, Frequency, IndicatorKind, Recipe, Unit } from './indicator.ts';

const code = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9_]{1,59}$/);

export const IndicatorDetails = z.object({
  name: LocalizedText,
  definition: LocalizedText,
  source: LocalizedText,
  better: Better,
  frequency: Frequency,
  ownerOrganisationId: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.uuid().nullable(),
  ),
  /** What sources call it, one on each line. */
  namesElsewhere: z
    .preprocess(
      (value) => (typeof value === 'string' ? value.split(/\r?\n/).filter((line) => line.trim() !== '') : value),
      z.array(z.string().trim().min(1).max(200)).max(20),
    )
    .default([]),
});
export type IndicatorDetails = z.infer<typeof IndicatorDetails>;

/** A measure whose values are brought in; one that is counted from records comes with the program. */
export const NewIndicator = IndicatorDetails.extend({
  code,
  kind: IndicatorKind.exclude(['programme']),
  unit: Unit.exclude(['days']),
  counts: Counts.default('people'),
  factor: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(100), z.literal(1000), z.literal(10_000), z.literal(100_000)]))
    .default(1),
});
export type NewIndicator = z.infer<typeof NewIndicator>;

/** A measure of our own work: what is counted is what a module publishes, of all needs or of one. */
export const NewCounted = IndicatorDetails.extend({
  code,
  recipe: Recipe,
  needCode: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.string().max(60).nullable(),
  ),
});
export type NewCounted = z.infer<typeof NewCounted>;

/** What a module publishes to be counted; its words are the module's. */
export const Countable = z.object({
  recipe: Recipe,
  publishedBy: z.string(),
  unit: Unit,
  better: Better,
  /** Whether it can be told apart by need. */
  hasNeeds: z.boolean(),
});
export type Countable = z.infer<typeof Countable>;

export const IndicatorEdit = IndicatorDetails.extend({ code: z.string().max(80), version: z.coerce.number().int() });
export type IndicatorEdit = z.infer<typeof IndicatorEdit>;
