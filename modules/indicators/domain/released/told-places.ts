import type { NumberSum } from '@qantara/disclosure/domain';
import type { Said } from '../series/over-period.ts';

export type Place = { areaId: string; parentAreaId: string | null };
/** What was said of a place and a stretch of time. */
export type Placed = Said & { areaId: string };

const BOTH = ['count', 'outOf'] as const;

/** Places of one period within the nearest place around them of which something was said too. */
export function sumsOfPlaces(said: readonly Placed[], places: readonly Place[]): NumberSum[] {
  const parents = new Map(places.map(({ areaId, parentAreaId }) => [areaId, parentAreaId]));
  const periods = Map.groupBy([...said.keys()], (at) => `${said[at]?.startsOn} ${said[at]?.endsOn}`);
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

const holds = (long: Placed, short: Placed): boolean =>
  long !== short && long.startsOn <= short.startsOn && short.endsOn <= long.endsOn;

/** The stretches that make up a longer one, one after another: none within another, and none that overlap. */
function partsOf(long: Placed, own: readonly Placed[]): Placed[] {
  const within = own.filter((short) => holds(long, short));
  const parts: Placed[] = [];
  for (const one of within.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)))
    if (!within.some((other) => holds(other, one)) && one.startsOn >= (parts.at(-1)?.endsOn ?? '')) parts.push(one);
  return parts;
}

/** Of each place months within quarters, and these within years. Those who live there are the same people in each month of a year. */
export function sumsOfTime(said: readonly Placed[], isShare: boolean): NumberSum[] {
  const at = new Map(said.map((one, index) => [one, index]));
  const indexOf = (one: Placed): number => at.get(one) ?? 0;
  return [...Map.groupBy(said, ({ areaId }) => areaId).values()].flatMap((own) =>
    own.flatMap((long) => {
      const parts = partsOf(long, own).map(indexOf);
      return parts.length === 0 ? [] : [{ whole: indexOf(long), parts, of: isShare ? BOTH : (['count'] as const) }];
    }),
  );
}
