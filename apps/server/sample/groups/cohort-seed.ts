import type { Cohort, Criteria } from '@qantara/cohorts/contract';

/** A cohort of the sample, and how many are in it. */
export type CohortSeed = Pick<Cohort, 'kind' | 'name' | 'description' | 'purpose' | 'capacity' | 'hasComparison'> & {
  organisationKey: string;
  startedDaysAgo: number;
  lastsDays: number | null;
  criteria: Partial<Criteria>;
  /** How many join, how many are counted beside them, and how many joined when they first came. */
  joins: number;
  compared: number;
  joinedSince: number;
};
