import { z } from 'zod';

/** Whom a seat stands for, or an effort is first of all for: groups, never lists of people (those are cohorts). */
export const PopulationGroup = z.enum([
  'children',
  'young_people',
  'women',
  'older_people',
  'disability',
  'migrants',
  'no_home',
  'low_income',
  'single_parents',
  'survivors',
  'after_prison',
  'addiction',
  'rural',
  'isolated',
]);
export type PopulationGroup = z.infer<typeof PopulationGroup>;
