import type { NumberSum } from '@qantara/disclosure/domain';
import type { Said } from '../series/over-period.ts';

export type Place = { areaId: string; parentAreaId: string | null; population: number | null };
/** What was said of a place, a stretch of time and a part of its people; of all of them where the cut is empty. */
export type Placed = Said & { areaId: string; cut: string };

const BOTH = ['count', 'outOf'] as const;
const spanOf = ({ startsOn, endsOn }: Placed): string => `${startsOn} ${endsOn}`;

/** By whom and when, so that the same numbers are judged alike in whatever order they come. */
export function inOrder<One extends Placed>(said: readonly One[]): One[] {
  const key = (one: Placed): string => `${spanOf(one)} ${one.areaId} ${one.cut}`;
  const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
  return said.toSorted((a, b) => compare(key(a), key(b)));
}

/** Places of one period within the nearest place around them of which something was said too. */
export function sumsOfPlaces(said: readonly Placed[], places: readonly Place[]): NumberSum[] {
  const parents = new Map(places.map(({ areaId, parentAreaId }) => [areaId, parentAreaId]));
  const wholes = [...said.keys()].filter((at) => said[at]?.cut === '');
  const periods = Map.groupBy(wholes, (at) => spanOf(said[at] as Placed));
  return [...periods.values()].flatMap((own) => {
    const at = new Map(own.map((one) => [said[one]?.areaId ?? '', one]));
    const around = (areaId: string): number | undefined => {
      const parent = parents.get(areaId) ?? null;
      return parent === null ? undefined : (at.get(parent) ?? around(parent));
    };
    const within = Map.groupBy(own, (one) => around(said[one]?.areaId ?? ''));
    return [...within].flatMap(([whole, parts]) => (whole === undefined ? [] : [{ whole, parts, of: BOTH }]));
  });
}

/** The trait that a cut is of, such as `sex`. */
export const traitOf = (cut: string): string => cut.slice(0, cut.indexOf(':'));

/** Parts of the people of one place and period within all of them, one trait at a time. */
export function sumsOfCuts(said: readonly Placed[]): NumberSum[] {
  const parts = [...said.keys()].filter((at) => said[at]?.cut !== '');
  const placeOf = (at: number): string => `${said[at]?.areaId} ${spanOf(said[at] as Placed)}`;
  const wholes = new Map([...said.keys()].filter((at) => said[at]?.cut === '').map((at) => [placeOf(at), at]));
  const groups = Map.groupBy(parts, (at) => `${placeOf(at)} ${traitOf(said[at]?.cut ?? '')}`);
  return [...groups.values()].flatMap((own) => {
    const whole = wholes.get(placeOf(own[0] ?? 0));
    return whole === undefined ? [] : [{ whole, parts: own, of: BOTH }];
  });
}

const holds = (long: Placed, short: Placed): boolean =>
  long !== short && long.startsOn <= short.startsOn && short.endsOn <= long.endsOn;

/** Of each place months within quarters, and these within years. Those who live there are the same people in each month of a year. */
export function sumsOfTime(said: readonly Placed[], isShare: boolean): NumberSum[] {
  const at = new Map(said.map((one, index) => [one, index]));
  const indexOf = (one: Placed): number => at.get(one) ?? 0;
  const of = isShare ? BOTH : (['count'] as const);
  const whole = said.filter(({ cut }) => cut === '');
  return [...Map.groupBy(whole, ({ areaId }) => areaId).values()].flatMap((own) =>
    own.flatMap((long) => {
      const within = own.filter((short) => holds(long, short));
      const parts = within.filter((one) => !within.some((other) => holds(other, one)));
      return parts.length === 0 ? [] : [{ whole: indexOf(long), parts: parts.map(indexOf), of }];
    }),
  );
}
