import type { Breakdown, Indicator } from '../contract/index.ts';

export type PublicBreakdown = Extract<Breakdown, 'quarter' | 'need' | 'area'>;

/** What a person is or is part of: told only of a whole year, of everybody, and suppressed, so that no two answers tell of a few people. */
export const OF_A_PERSON: readonly Breakdown[] = ['language', 'age', 'gender', 'population'];

/** Breakdowns into parts of which each referral is in one; a cohort is no part, since cohorts overlap. */
export type PartBreakdown = Exclude<Breakdown, 'population'>;

/** The age groups of figures, the youngest first, as `published_referral` has them. */
export const AGE_GROUPS = ['under_18', 'from_18', 'from_30', 'from_45', 'from_60'] as const;

/** By what an indicator can be broken down for everyone: what its source does not say is not offered. */
export function breakdownsOf(indicator: Pick<Indicator, 'kind' | 'recipe' | 'needCode'>): PublicBreakdown[] {
  if (indicator.kind === 'population') return ['area'];
  if (indicator.recipe === 'fresh_services_rate') return ['need'];
  return indicator.needCode === null ? ['quarter', 'need', 'area'] : ['quarter', 'area'];
}
