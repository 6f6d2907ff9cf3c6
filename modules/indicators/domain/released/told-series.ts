import { PRESETS, protectNumbers } from '@qantara/disclosure/domain';
import type { Unit } from '../../contract/index.ts';
import { tellsOfFew } from '../figures.ts';
import { overPeriod } from '../series/over-period.ts';
import { sumsOfPlaces, sumsOfTime, type Place, type Placed } from './told-places.ts';
import { countsOf } from './told-rows.ts';

/** What a source said of a place and a year; and whether everybody may read it. */
export type YearSaid = { said: Placed; isHidden: boolean };

const yearOf = ({ startsOn }: Placed): number => Number(startsOn.slice(0, 4));
const keyOf = ({ areaId, startsOn, endsOn }: Placed): string => `${areaId} ${startsOn} ${endsOn}`;
export const yearKey = (areaId: string, year: number): string => `${areaId} ${year}`;

/** What a series says of each year of each place, by `yearKey`: months and quarters are put together. */
export function yearsOfPlaces(unit: Unit, observations: readonly Placed[]): Map<string, Placed> {
  const years = new Map<string, Placed>();
  for (const [key, own] of Map.groupBy(observations, (one) => yearKey(one.areaId, yearOf(one)))) {
    const newestFirst = own.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
    const [newest] = newestFirst;
    const one = overPeriod(unit, newestFirst);
    if (one !== undefined && newest !== undefined) years.set(key, { ...one, areaId: newest.areaId });
  }
  return years;
}

/** Stretches of time that share days hang together, and with no others. */
function familiesOf(said: readonly Placed[]): Placed[][] {
  const families: Placed[][] = [];
  let endsOn = '';
  for (const one of said.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    if (one.startsOn >= endsOn) families.push([]);
    families.at(-1)?.push(one);
    endsOn = one.endsOn > endsOn ? one.endsOn : endsOn;
  }
  return families;
}

type Hiding = { places: readonly Place[]; isShare: boolean; known: ReadonlyMap<Placed, boolean> };

/** Whether each of these is hidden, beside what is known to be told or hidden already. */
function judge(said: readonly Placed[], { places, isShare, known }: Hiding): Map<Placed, boolean> {
  const numbers = said.map((one) => {
    const { count, outOf } = countsOf(one);
    const isHidden = known.get(one);
    const hasAll = one.numerator !== null && one.denominator !== null;
    return { count, outOf: hasAll ? outOf : null, isKnown: isHidden === false, isHeld: isHidden === true };
  });
  const sums = [...sumsOfPlaces(said, places), ...sumsOfTime(said, isShare)];
  const isHidden = protectNumbers({ numbers, sums }, PRESETS.public);
  return new Map(said.map((one, index) => [one, isHidden[index] === true]));
}

/** The region is judged by its own times alone, so that it is told the same with its places and without them. */
function hiddenIn(family: readonly Placed[], places: readonly Place[], isShare: boolean): Placed[] {
  const tops = new Set(places.filter(({ parentAreaId }) => parentAreaId === null).map(({ areaId }) => areaId));
  const [only] = family;
  // Most of what is asked for is one year of the region, which nothing else tells.
  if (family.length === 1 && only !== undefined) return tellsOfFew(only) ? [only] : [];
  const counted = family.filter(({ numerator, denominator }) => numerator !== null || denominator !== null);
  const own = counted.filter(({ areaId }) => tops.has(areaId));
  const known = judge(own, { places, isShare, known: new Map() });
  const all = own.length === counted.length ? known : judge(counted, { places, isShare, known });
  return [...all].flatMap(([one, isHidden]) => (isHidden ? [one] : []));
}

/** A year that was put together stands beside the year of other places, however much of it has been said so far. */
function inCalendar(said: Placed): Placed {
  const year = yearOf(said);
  return { ...said, startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` };
}

/**
 * Of what a source said of places and times, what everybody may read: none of a few, and none that other places or stretches of time
 * would tell. The years that pages put together of months and quarters are judged with what they are made of.
 */
export function tellSeries<One extends Placed>(
  unit: Unit,
  observations: readonly One[],
  places: readonly Place[],
): { told: One[]; years: Map<string, YearSaid> } {
  const standing = new Map<string, Placed>(observations.map((one) => [keyOf(one), one]));
  const years = [...yearsOfPlaces(unit, observations)].map(([key, said]) => {
    const one = standing.get(keyOf(said));
    return { key, said, judged: one ?? inCalendar(said), isMade: one === undefined };
  });
  const made = years.flatMap(({ judged, isMade }) => (isMade ? [judged] : []));
  const families = familiesOf([...observations, ...made]);
  const hidden = new Set(families.flatMap((family) => hiddenIn(family, places, unit === 'ratio')));
  return {
    told: observations.filter((one) => !hidden.has(one)),
    years: new Map(years.map(({ key, said, judged }) => [key, { said, isHidden: hidden.has(judged) }])),
  };
}
