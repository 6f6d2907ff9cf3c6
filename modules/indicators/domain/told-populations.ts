import type { Actor } from '@qantara/kernel';
import { isSmall, LEAST_SHOWN } from './suppression.ts';

/**
 * How many true people a figure tells of: counted, left out, those it is counted out of, and those whom another figure of the same
 * referrals tells apart from them (sent and not answered, closed and not helped).
 */
export type PeopleIn = { counted: number; leftOut: number; of: number; apart: number };

/** What a figure of one cohort tells of; `members` is everybody who was in it in that year, referred or not. */
export type Population = { cohortId: string; members: number; people: PeopleIn };

/** The referrals that are in exactly these cohorts; `cell` is empty for all of them, or one cell of another breakdown. */
export type Share = { cohortIds: readonly string[]; cell: string; people: PeopleIn };

type Has = Pick<Actor, 'permissions'>;

/** Figures of cohorts are for whoever knows nobody in them: a member known by name could be taken from the rest. */
export function isToldOfPopulations({ permissions }: Has): boolean {
  return permissions.has('cohort:measure') && !permissions.has('purpose:cohort') && !permissions.has('cohort:join');
}

const PARTS = ['counted', 'leftOut', 'of', 'apart'] as const;
const DIMENSIONS = ['', 'area', 'language', 'gender', 'age'] as const;
const dimensionOf = (share: Share | undefined): string => share?.cell.split(' ')[0] ?? '';

const tellsOfFew = (people: PeopleIn): boolean => PARTS.some((part) => isSmall(people[part], LEAST_SHOWN));

const keyOf = ({ cohortIds }: Share): string => cohortIds.join(' ');
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

/**
 * At least how many people are in some cells of one combination of cohorts: as many as in the largest, and as many as in all of them
 * less those who can have been counted in more than one cell.
 */
function leastIn(cells: readonly number[], allCells: readonly number[], whole: number): number {
  const countedAgain = sum(allCells) - whole;
  return Math.max(...cells, sum(cells) - countedAgain);
}

/** Whether these shares together are of a few people. Of whom some may be in two of them, the least that is possible is taken. */
function areFew(some: readonly Share[], shares: readonly Share[]): boolean {
  const dimension = dimensionOf(some[0]);
  const combinations = [...new Set(some.map(keyOf))];
  return PARTS.some((part) => {
    const countsIn = (list: readonly Share[], key: string, ofDimension: string): number[] =>
      list
        .filter((share) => keyOf(share) === key && dimensionOf(share) === ofDimension)
        .map(({ people }) => people[part]);
    const least = combinations.map((key) =>
      leastIn(countsIn(some, key, dimension), countsIn(shares, key, dimension), sum(countsIn(shares, key, ''))),
    );
    return Math.max(0, ...least) < LEAST_SHOWN && some.some(({ people }) => people[part] > 0);
  });
}

/**
 * Whether what is left without this cohort is of a few: of everybody, and of all places, languages, genders or ages that it is in, since
 * these are told elsewhere and its criteria are known.
 */
function leavesFew(shares: readonly Share[], cohortId: string): boolean {
  return DIMENSIONS.some((dimension) => {
    const ofKind = shares.filter((share) => dimensionOf(share) === dimension);
    const isIn = ({ cohortIds }: Share): boolean => cohortIds.includes(cohortId);
    const cells = new Set(ofKind.filter(isIn).map(({ cell }) => cell));
    return areFew(
      ofKind.filter((share) => !isIn(share) && cells.has(share.cell)),
      shares,
    );
  });
}

/** Whether two cohorts, taken from one another or both from everybody, leave a few. */
function tellApart(whole: readonly Share[], one: string, other: string): boolean {
  const inOne = (share: Share): boolean => share.cohortIds.includes(one);
  const inOther = (share: Share): boolean => share.cohortIds.includes(other);
  return (
    areFew(
      whole.filter((share) => inOne(share) && !inOther(share)),
      whole,
    ) ||
    areFew(
      whole.filter((share) => inOther(share) && !inOne(share)),
      whole,
    ) ||
    areFew(
      whole.filter((share) => !inOne(share) && !inOther(share)),
      whole,
    )
  );
}

function nextToHide(told: readonly Population[], shares: readonly Share[]): string | undefined {
  const whole = shares.filter(({ cell }) => cell === '');
  const ids = told.map(({ cohortId }) => cohortId);
  const found = ids.find(
    (one) => leavesFew(shares, one) || ids.some((other) => other !== one && tellApart(whole, one, other)),
  );
  const inNone = whole.filter(({ cohortIds }) => !ids.some((id) => cohortIds.includes(id)));
  return found ?? (areFew(inNone, whole) ? ids[0] : undefined);
}

/**
 * The cohorts of which a figure is not told: where it would tell of ten people or fewer by itself, or taken from everybody, from all in
 * the same places, of the same language, gender or age, or from another cohort. Cohorts overlap, so nothing is made good by hiding a
 * second row of a sum; the smaller of two is hidden, until nothing can be worked out.
 */
export function hiddenPopulations(populations: readonly Population[], shares: readonly Share[]): Set<string> {
  const isFew = ({ members, people }: Population): boolean => isSmall(members, LEAST_SHOWN) || tellsOfFew(people);
  const hidden = new Set(populations.filter(isFew).map(({ cohortId }) => cohortId));
  const bySize = populations.toSorted((one, other) => one.people.of - other.people.of);
  for (;;) {
    const told = bySize.filter(({ cohortId, people }) => !hidden.has(cohortId) && people.of > 0);
    const next = nextToHide(told, shares);
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}
