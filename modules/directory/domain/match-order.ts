import type { MatchCriterion, MatchFit, MatchReason } from '../contract/index.ts';

/**
 * What each criterion weighs. What a service asks of people, and whether it answers at all, come first and cannot be made up for by
 * the rest, whose weights together stay below the least of them; then whether they understand each other and whether there is room.
 */
const WEIGHT: Record<MatchCriterion, number> = {
  referrals: 4000,
  need: 0,
  area: 400,
  age: 400,
  access: 200,
  conditions: 4,
  language: 24,
  capacity: 24,
  answers: 16,
  distance: 12,
  in_time: 8,
  open: 8,
};

/** What does not fit costs the whole weight; what fits in part half of it, and so does what nobody knows, which can be asked. */
const SHARE: Record<MatchFit, number> = { fits: 0, partly: 0.5, unknown: 0.5, does_not_fit: 1 };

/** Not knowing whether somebody may come is a question to ask, not half a no. */
const ASKED: Partial<Record<MatchCriterion, number>> = { area: 0.01, age: 0.01, access: 0.1 };

function costOf({ criterion, fit }: MatchReason): number {
  const share = fit === 'unknown' ? (ASKED[criterion] ?? SHARE.unknown) : SHARE[fit];
  return WEIGHT[criterion] * share;
}

/** How far a service is from suiting: a fact that speaks for it never makes this more. */
export function matchCost(reasons: readonly MatchReason[]): number {
  return reasons.reduce((cost, reason) => cost + costOf(reason), 0);
}

const MUST: readonly MatchCriterion[] = ['referrals', 'area', 'age', 'access'];

/** Whether something that must fit does not: it is listed all the same, among the further services, with why. */
export function isFurther(reasons: readonly MatchReason[]): boolean {
  return reasons.some(({ criterion, fit }) => fit === 'does_not_fit' && MUST.includes(criterion));
}

/** Those that suit before the further ones, the better ones first; equal ones stay as they came. */
export function orderMatches<T extends { reasons: readonly MatchReason[] }>(matches: readonly T[]): T[] {
  return matches.toSorted(
    (one, other) =>
      Number(isFurther(one.reasons)) - Number(isFurther(other.reasons)) ||
      matchCost(one.reasons) - matchCost(other.reasons),
  );
}
