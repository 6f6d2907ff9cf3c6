import type { Actor } from '@qantara/kernel';
import { isSmall, LEAST_SHOWN } from './figures.ts';

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

/** The referrals of one combination of cohorts in one cell, and how many people were counted again beside those there are, by part. */
type Cell = {
  combination: string;
  dimension: string;
  cell: string;
  cohorts: ReadonlySet<string>;
  counts: Counts;
  again: Counts;
};
type Counts = readonly number[];

const sumOf = (counts: readonly Counts[]): Counts =>
  PARTS.map((_, part) => counts.reduce((all, each) => all + (each[part] ?? 0), 0));

function cellsOf(shares: readonly Share[]): Cell[] {
  const cells = shares.map(({ cohortIds, cell, people }) => ({
    combination: cohortIds.join(' '),
    dimension: cell.split(' ')[0] ?? '',
    cell,
    cohorts: new Set(cohortIds),
    counts: PARTS.map((part) => people[part]),
  }));
  const kindOf = ({ combination, dimension }: { combination: string; dimension: string }): string =>
    `${combination}|${dimension}`;
  const kinds = Map.groupBy(cells, kindOf);
  const inAll = new Map([...kinds].map(([kind, those]) => [kind, sumOf(those.map(({ counts }) => counts))]));
  return cells.map((one) => {
    const whole = inAll.get(kindOf({ ...one, dimension: '' })) ?? [];
    return { ...one, again: (inAll.get(kindOf(one)) ?? []).map((count, part) => count - (whole[part] ?? 0)) };
  });
}

const tellsOfFew = (people: PeopleIn): boolean => PARTS.some((part) => isSmall(people[part], LEAST_SHOWN));

/**
 * At least how many people are in some cells of one combination of cohorts: as many as in the largest, and as many as in all of them
 * less those who can have been counted in more than one cell.
 */
function leastIn(cells: readonly Cell[]): Counts {
  const all = sumOf(cells.map(({ counts }) => counts));
  const again = cells[0]?.again ?? [];
  return all.map((count, part) =>
    Math.max(count - (again[part] ?? 0), ...cells.map(({ counts }) => counts[part] ?? 0)),
  );
}

/** Whether these cells together are of a few people. Of whom some may be in two combinations, the least that is possible is taken. */
function areFew(cells: readonly Cell[]): boolean {
  const least = [...Map.groupBy(cells, ({ combination }) => combination).values()].map(leastIn);
  return PARTS.some((_, part) => {
    const most = Math.max(0, ...least.map((counts) => counts[part] ?? 0));
    return most < LEAST_SHOWN && cells.some(({ counts }) => (counts[part] ?? 0) > 0);
  });
}

/**
 * Whether what is left without this cohort is of a few: of everybody, and of all places, languages, genders or ages that it is in, since
 * these are told elsewhere and its criteria are known.
 */
function leavesFew(cells: readonly Cell[], cohortId: string): boolean {
  return DIMENSIONS.some((dimension) => {
    const ofKind = cells.filter((cell) => cell.dimension === dimension);
    const isIn = ({ cohorts }: Cell): boolean => cohorts.has(cohortId);
    const named = new Set(ofKind.filter(isIn).map(({ cell }) => cell));
    return areFew(ofKind.filter((cell) => !isIn(cell) && named.has(cell.cell)));
  });
}

/** Whether two cohorts, taken from one another or both from everybody, leave a few. */
function tellApart(whole: readonly Cell[], one: string, other: string): boolean {
  const left = (inOne: boolean, inOther: boolean): boolean =>
    areFew(whole.filter(({ cohorts }) => cohorts.has(one) === inOne && cohorts.has(other) === inOther));
  return left(true, false) || left(false, true) || left(false, false);
}

function nextToHide(told: readonly string[], cells: readonly Cell[]): string | undefined {
  const whole = cells.filter(({ dimension }) => dimension === '');
  const found = told.find(
    (one) => leavesFew(cells, one) || told.some((other) => other !== one && tellApart(whole, one, other)),
  );
  const inNone = whole.filter(({ cohorts }) => !told.some((cohortId) => cohorts.has(cohortId)));
  return found ?? (areFew(inNone) ? told[0] : undefined);
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
  const cells = cellsOf(shares);
  for (;;) {
    const told = bySize.filter(({ cohortId, people }) => !hidden.has(cohortId) && people.of > 0);
    const next = nextToHide(
      told.map(({ cohortId }) => cohortId),
      cells,
    );
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}
