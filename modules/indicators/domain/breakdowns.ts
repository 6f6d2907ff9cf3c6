import type { Breakdown, Indicator } from '../contract/index.ts';
import { isOutcome } from './released/index.ts';

export type PublicBreakdown = Extract<Breakdown, 'quarter' | 'need' | 'area'>;

/** What a person is or is part of: told only of a whole year, of everybody, and suppressed, so that no two answers tell of a few people. */
export const OF_A_PERSON: readonly Breakdown[] = ['language', 'age', 'gender', 'population'];

/** Breakdowns into parts of which each referral is in one; a cohort is no part, since cohorts overlap. */
export type PartBreakdown = Exclude<Breakdown, 'population'>;

/** The age groups of figures, the youngest first, as `published_referral` has them. */
export const AGE_GROUPS = ['under_18', 'from_18', 'from_30', 'from_45', 'from_60'] as const;

/**
 * By what an indicator can be broken down for everyone. What became of referrals is released by quarter, need and place, in tables that
 * are judged together; other recipes over the same people are told of the whole year alone, since place by place they could be taken
 * from one another.
 */
export function breakdownsOf(indicator: Pick<Indicator, 'recipe' | 'needCode'>): PublicBreakdown[] {
  const { recipe, needCode } = indicator;
  if (recipe === null) return ['area'];
  if (needCode !== null) return [];
  if (recipe === 'fresh_services_rate' || recipe === 'wanted_needs') return ['need'];
  return isOutcome(recipe) ? ['quarter', 'need', 'area'] : [];
}
