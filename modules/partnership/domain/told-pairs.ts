import { PRESETS, protectTable } from '@qantara/disclosure/domain';

export type CountedPair = { oneId: string; otherId: string; count: number };

const WHOLE = 'whole';
const keyOf = ({ oneId, otherId }: Pick<CountedPair, 'oneId' | 'otherId'>): string => `${oneId} ${otherId}`;

/**
 * How many referrals went between each two, as it may be told: none of ten or fewer, and none that the others give away beside what
 * all of them are. Gives the number of a pair, or null.
 */
export function tellPairs(
  pairs: readonly CountedPair[],
): (pair: Pick<CountedPair, 'oneId' | 'otherId'>) => number | null {
  if (pairs.length === 0) return () => 0;
  const all = pairs.reduce((sum, { count }) => sum + count, 0);
  const node = (code: string, parent: string | null) => ({ code, parent, population: null });
  const cell = (code: string, count: number) => ({ at: [code], count, outOf: null, value: null });
  const told = protectTable(
    {
      dimensions: [
        { code: 'pair', overlaps: false, nodes: [node(WHOLE, null), ...pairs.map((pair) => node(keyOf(pair), WHOLE))] },
      ],
      cells: [cell(WHOLE, all), ...pairs.map((pair) => cell(keyOf(pair), pair.count))],
    },
    PRESETS.public,
  );
  const counts = new Map(told.cells.map(({ at, count }) => [at[0] ?? '', count]));
  return (pair) => (counts.has(keyOf(pair)) ? (counts.get(keyOf(pair)) ?? null) : 0);
}
