import { PRESETS, protectNumbers } from '@qantara/disclosure/domain';
import type { Unit } from '../../contract/index.ts';
import { isSmall, LEAST_SHOWN, tellsOfFew } from '../figures.ts';
import { overPeriod } from '../series/over-period.ts';
import { inOrder, sumsOfCuts, sumsOfPlaces, sumsOfTime, type Place, type Placed } from './told-places.ts';
import { countsOf } from './told-rows.ts';

/** One number that a source said, and whether everybody could read it before. */
export type SaidNumber = Placed & { wasTold: boolean };
type Measure = { unit: Unit; factor: number };

const yearIn = ({ startsOn }: Placed): number => Number(startsOn.slice(0, 4));
export const yearKey = (areaId: string, year: number): string => `${areaId} ${year}`;

/** What a series says of each year of each place, by `yearKey`, and what it was put together of: months and quarters are. */
export function yearsOfPlaces<One extends Placed>(
  unit: Unit,
  observations: readonly One[],
): Map<string, { said: Placed; of: One[] }> {
  const years = new Map<string, { said: Placed; of: One[] }>();
  for (const [key, own] of Map.groupBy(observations, (one) => yearKey(one.areaId, yearIn(one)))) {
    const newestFirst = inOrder(own).toReversed();
    const [newest] = newestFirst;
    const one = overPeriod(unit, newestFirst);
    if (one === undefined || newest === undefined) continue;
    const standing = newestFirst.find((each) => each === one);
    years.set(key, { said: { ...newest, ...one }, of: standing === undefined ? own : [standing] });
  }
  return years;
}

/** Stretches of time that share days hang together, and with no others. */
function familiesOf<One extends Placed>(said: readonly One[]): One[][] {
  const families: One[][] = [];
  let endsOn = '';
  for (const one of inOrder(said)) {
    if (one.startsOn >= endsOn) families.push([]);
    families.at(-1)?.push(one);
    endsOn = one.endsOn > endsOn ? one.endsOn : endsOn;
  }
  return families;
}

/** Years that pages put together of months stand beside those that were said, however much of them there is so far; nobody prints them apart. */
function madeYears(unit: Unit, said: readonly SaidNumber[]): Placed[] {
  const wholes = said.filter(({ cut }) => cut === '');
  return [...yearsOfPlaces(unit, wholes).values()].flatMap(({ said: one, of }) => {
    if (of.length < 2) return [];
    const year = yearIn(one);
    return [{ ...one, startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` }];
  });
}

type Judging = Measure & { places: readonly Place[] };

/**
 * What was counted behind a number. Where a source gives a rate or a share alone, as many of those who live there as it makes: whoever
 * knows how many live in a place works that out.
 */
function countedIn(one: Placed, judging: Judging): { count: number; outOf: number | null } | null {
  const { numerator, denominator, value } = one;
  if (numerator === null && denominator === null) return value === null ? null : countedBehind(one, value, judging);
  const { count, outOf } = countsOf(one);
  return { count, outOf: numerator === null || denominator === null ? null : outOf };
}

function countedBehind({ areaId, cut }: Placed, value: number, { unit, factor, places }: Judging) {
  const of = (count: number) => ({ count: Math.max(0, Math.round(count)), outOf: null });
  if (unit === 'count') return of(value);
  const population = places.find((place) => place.areaId === areaId)?.population ?? null;
  const isOfAll = (unit === 'rate' || unit === 'ratio') && cut === '';
  return population === null || !isOfAll ? null : of((value * population) / factor);
}

const isFewIn = (one: Placed, { count }: { count: number }): boolean => tellsOfFew(one) || isSmall(count, LEAST_SHOWN);

/** What is told of these, all together; none where so much hangs together that nothing could be proved. */
function judge<One extends SaidNumber>(said: readonly One[], made: readonly Placed[], judging: Judging): One[] | null {
  const entries = [
    ...said.map((one) => ({ one, isPrinted: true, wasTold: one.wasTold })),
    ...made.map((one) => ({ one, isPrinted: false, wasTold: false })),
  ].flatMap((entry) => {
    const counted = countedIn(entry.one, judging);
    return counted === null ? [] : [{ ...entry, counted }];
  });
  const numbers = entries.map(({ one, isPrinted, wasTold, counted }) => {
    const isFew = isFewIn(one, counted);
    return { ...counted, isPrinted, isKnown: wasTold && !isFew, isHeld: isFew };
  });
  const placed = entries.map(({ one }) => one);
  const sums = [
    ...sumsOfPlaces(placed, judging.places),
    ...sumsOfTime(placed, judging.unit === 'ratio'),
    ...sumsOfCuts(placed),
  ];
  const { isHidden, detail } = protectNumbers({ numbers, sums }, PRESETS.public);
  if (detail !== 'whole') return null;
  const hidden = new Set<Placed>(placed.filter((_, at) => isHidden[at] === true));
  return said.filter((one) => !hidden.has(one));
}

/** How many places lie around one. */
function depthOf(places: readonly Place[]): (areaId: string) => number {
  const parents = new Map(places.map(({ areaId, parentAreaId }) => [areaId, parentAreaId]));
  const depth = (areaId: string): number => {
    const parent = parents.get(areaId) ?? null;
    return parent === null ? 0 : 1 + depth(parent);
  };
  return depth;
}

/** Ever less that might be told, where so much hangs together that nothing could be proved: without small places, without parts, the top alone. */
function layersOf<One extends SaidNumber>(family: readonly One[], places: readonly Place[]): One[][] {
  const depth = depthOf(places);
  const towns = family.filter(({ areaId, wasTold }) => wasTold || depth(areaId) < 2);
  const tops = family.filter(({ areaId, cut, wasTold }) => wasTold || (depth(areaId) === 0 && cut === ''));
  return [[...family], towns, tops];
}

function toldIn<One extends SaidNumber>(family: readonly One[], made: readonly Placed[], judging: Judging): One[] {
  for (const layer of layersOf(family, judging.places)) {
    const areas = new Set(layer.map(({ areaId }) => areaId));
    const told = judge(
      layer,
      made.filter(({ areaId }) => areas.has(areaId)),
      judging,
    );
    if (told !== null) return told;
  }
  return family.filter((one) => one.wasTold && !isFewIn(one, countedIn(one, judging) ?? { count: 0 }));
}

/** Two traits together soon point at one person, and so does a part of a small place: of both nothing is told. */
function mayBeTold({ cut, areaId }: Placed, places: readonly Place[]): boolean {
  if (cut === '') return true;
  const isTop = places.some((place) => place.areaId === areaId && place.parentAreaId === null);
  return isTop && !cut.includes('|');
}

const meets = (one: Stretch, other: Stretch): boolean => one.startsOn < other.endsOn && other.startsOn < one.endsOn;

/** A stretch of time: the first day is in it, the last is not. */
export type Stretch = { startsOn: string; endsOn: string };

/**
 * Of what was approved of a source what everybody may read, and what not: none of a few, and none that other places, stretches of time or
 * parts of the people would tell, nor what everybody could read before. The years that pages put together are told where all is told that
 * they are made of. Judged is what hangs together with one stretch of time, or all.
 */
export function tellSeries<One extends SaidNumber>(
  measure: Measure & { around?: Stretch },
  approved: readonly One[],
  places: readonly Place[],
): Map<One, boolean> {
  const { around, ...judging } = { ...measure, places };
  const said = inOrder(approved);
  const tellable = said.filter((one) => mayBeTold(one, places));
  const made = madeYears(measure.unit, tellable);
  const judged = new Map<One, boolean>();
  for (const family of familiesOf<Placed>([...said, ...made])) {
    if (around !== undefined && !family.some((one) => meets(one, around))) continue;
    const own = new Set(family);
    const told = new Set(
      toldIn(
        tellable.filter((one) => own.has(one)),
        made.filter((one) => own.has(one)),
        judging,
      ),
    );
    for (const one of said) if (own.has(one)) judged.set(one, told.has(one));
  }
  return judged;
}
