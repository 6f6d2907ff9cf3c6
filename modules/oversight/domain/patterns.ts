import type { Pattern } from '../contract/index.ts';
import { localMoment } from './local-moment.ts';
import { THRESHOLDS } from './thresholds.ts';

/** One opening by an account, as the rules see it. */
export type JudgedOpening = {
  openingId: string;
  at: Date;
  kind: string;
  accountId: string;
  organisationId: string | null;
  people: readonly { personId: string; rule: string }[];
};

/** What is known around the openings of a day. Names come as skeletons, never as they are written. */
export type Surroundings = {
  timeZone: string;
  /** The skeletons of the words of each account's name, in order. */
  accountNames: ReadonlyMap<string, readonly string[]>;
  personNames: ReadonlyMap<string, readonly string[]>;
  /** The last moments at which an organisation did anything with a person, by `person organisation`. */
  relations: ReadonlyMap<string, readonly Date[]>;
  /** How many openings an hour are usual for an account. */
  usual: ReadonlyMap<string, number>;
};

/** Openings of one account on one day that are worth a look. */
export type Found = {
  pattern: Pattern;
  accountId: string;
  organisationId: string | null;
  personId: string | null;
  day: string;
  openings: number;
  measured: number;
  threshold: number;
  firstAt: Date;
  lastAt: Date;
};

type OfDay = { accountId: string; day: string; openings: readonly JudgedOpening[] };
type Measure = { pattern: Pattern; personId: string | null; measured: number; threshold: number };

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const isSearch = ({ kind }: JudgedOpening): boolean => kind === 'search';

function found({ accountId, day }: OfDay, openings: readonly JudgedOpening[], measure: Measure): Found {
  const moments = openings.map(({ at }) => at.getTime());
  return {
    ...measure,
    accountId,
    organisationId: openings[0]?.organisationId ?? null,
    day,
    openings: openings.length,
    firstAt: new Date(Math.min(...moments)),
    lastAt: new Date(Math.max(...moments)),
  };
}

/** What an account opened by itself, not what a list of results showed, by person. */
function openedByPerson(openings: readonly JudgedOpening[]): Map<string, JudgedOpening[]> {
  const byPerson = new Map<string, JudgedOpening[]>();
  for (const opening of openings.filter((one) => !isSearch(one)))
    for (const { personId } of opening.people) byPerson.set(personId, [...(byPerson.get(personId) ?? []), opening]);
  return byPerson;
}

/** Two names are of one bearer where all their words are the same, and there are at least two. */
function isSameName(one: readonly string[], other: readonly string[]): boolean {
  const [words, others] = [new Set(one), new Set(other)];
  return words.size > 1 && words.size === others.size && [...words].every((word) => others.has(word));
}

function isSameFamily(one: readonly string[], other: readonly string[]): boolean {
  const family = one.at(-1);
  return one.length > 1 && other.length > 1 && family !== undefined && family === other.at(-1);
}

/** A record that is, by its name, of somebody who works here; or of somebody of the reader's own family name. */
function findNamesakes(of: OfDay, around: Surroundings): Found[] {
  const own = around.accountNames.get(of.accountId) ?? [];
  return [...openedByPerson(of.openings)].flatMap(([personId, openings]) => {
    const name = around.personNames.get(personId) ?? [];
    const isColleague = [...around.accountNames.values()].some((account) => isSameName(account, name));
    const measure = { personId, measured: openings.length, threshold: 1 };
    if (isColleague) return [found(of, openings, { pattern: 'own_record', ...measure })];
    return isSameFamily(own, name) ? [found(of, openings, { pattern: 'same_name', ...measure })] : [];
  });
}

function hasRelation(personId: string, { at, organisationId }: JudgedOpening, around: Surroundings): boolean {
  const moments = around.relations.get(`${personId} ${organisationId ?? ''}`) ?? [];
  const from = at.getTime() - THRESHOLDS.relationDays * DAY_MS;
  const until = at.getTime() + THRESHOLDS.relationDaysAfter * DAY_MS;
  return moments.some((moment) => moment.getTime() >= from && moment.getTime() <= until);
}

/** These let somebody in whom the person, a consent or a referral names: that is a relation. */
const RULES_OF_RELATION = new Set(['own', 'shared', 'party', 'partner_link', 'holder', 'oversight', 'older']);

function isUnrelated(personId: string, opening: JudgedOpening, around: Surroundings): boolean {
  const rule = opening.people.find((one) => one.personId === personId)?.rule ?? 'none';
  return !RULES_OF_RELATION.has(rule) && !hasRelation(personId, opening, around);
}

/** A record of somebody with whom the reader's organisation had nothing to do, before or soon after. */
function findUnrelated(of: OfDay, around: Surroundings): Found[] {
  return [...openedByPerson(of.openings)].flatMap(([personId, openings]) => {
    const unrelated = openings.filter((opening) => isUnrelated(personId, opening, around));
    if (unrelated.length === 0) return [];
    const measure = { personId, measured: unrelated.length, threshold: 1 };
    return [found(of, unrelated, { pattern: 'no_relation', ...measure })];
  });
}

function isAfterHours(at: Date, timeZone: string): boolean {
  const { hour, weekday } = localMoment(at, timeZone);
  const { from, until } = THRESHOLDS.workHours;
  return hour < from || hour >= until || THRESHOLDS.restDays.includes(weekday);
}

function findAfterHours(of: OfDay, { timeZone }: Surroundings): Found[] {
  const late = of.openings.filter(({ at }) => isAfterHours(at, timeZone));
  const threshold = THRESHOLDS.openingsAfterHours;
  if (late.length < threshold) return [];
  return [found(of, late, { pattern: 'after_hours', personId: null, measured: late.length, threshold })];
}

/** The hour of a day with the most openings. */
function busiestHour({ openings }: OfDay): readonly JudgedOpening[] {
  const sorted = openings.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  let best: readonly JudgedOpening[] = [];
  let first = 0;
  for (const [last, opening] of sorted.entries()) {
    while (opening.at.getTime() - (sorted[first]?.at.getTime() ?? 0) >= 60 * MINUTE_MS) first += 1;
    if (last - first + 1 > best.length) best = sorted.slice(first, last + 1);
  }
  return best;
}

function findBursts(of: OfDay, { usual }: Surroundings): Found[] {
  const busiest = busiestHour(of);
  const threshold = Math.max(THRESHOLDS.openingsAnHour, THRESHOLDS.timesUsual * (usual.get(of.accountId) ?? 0));
  if (busiest.length < threshold) return [];
  return [found(of, busiest, { pattern: 'many_openings', personId: null, measured: busiest.length, threshold })];
}

function ledToOpening(search: JudgedOpening, openings: readonly JudgedOpening[]): boolean {
  const shown = new Set(search.people.map(({ personId }) => personId));
  const begins = search.at.getTime();
  return openings.some(
    (opening) =>
      !isSearch(opening) &&
      opening.at.getTime() >= begins &&
      opening.at.getTime() <= begins + THRESHOLDS.minutesToOpen * MINUTE_MS &&
      opening.people.some(({ personId }) => shown.has(personId)),
  );
}

/** Searches that found somebody, and after which none of those found was opened. */
function findIdleSearches(of: OfDay): Found[] {
  const idle = of.openings.filter((one) => isSearch(one) && one.people.length > 0 && !ledToOpening(one, of.openings));
  const threshold = THRESHOLDS.searchesWithoutOpening;
  if (idle.length < threshold) return [];
  const measure = { personId: null, measured: idle.length, threshold };
  return [found(of, idle, { pattern: 'searches_without_opening', ...measure })];
}

function daysOf(openings: readonly JudgedOpening[], timeZone: string): OfDay[] {
  const days = new Map<string, { accountId: string; day: string; openings: JudgedOpening[] }>();
  for (const opening of openings) {
    const { day } = localMoment(opening.at, timeZone);
    const key = `${opening.accountId} ${day}`;
    const known = days.get(key) ?? { accountId: opening.accountId, day, openings: [] };
    known.openings.push(opening);
    days.set(key, known);
  }
  return [...days.values()];
}

/** Everything in these openings that is worth a look, by account and day. No finding is a proof: a person decides. */
export function findPatterns(openings: readonly JudgedOpening[], around: Surroundings): Found[] {
  return daysOf(openings, around.timeZone).flatMap((of) => [
    ...findNamesakes(of, around),
    ...findUnrelated(of, around),
    ...findAfterHours(of, around),
    ...findBursts(of, around),
    ...findIdleSearches(of),
  ]);
}

/** What is usual for an account: the middle of its hours in which it opened anything. */
export function usualOf(perHour: readonly number[]): number {
  return perHour.toSorted((a, b) => a - b)[Math.floor(perHour.length / 2)] ?? 0;
}
