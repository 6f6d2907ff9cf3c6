import { isFew, isWide, relationsByCell, type Grid, type GridCell, type Relation } from './grid.ts';

/** A grid under protection: what is unknown to everybody outside, and what of it they work out without harm. */
export type Hiding = {
  grid: Grid;
  unknown: boolean[];
  /** Between which numbers each cell was found to be possible; what is found stays true, since hiding more leaves more in doubt. */
  low: number[];
  high: number[];
  relationsOf: number[][];
};

/** Nothing is hidden yet but what is sensitive, what was hidden before and what nobody prints. */
export function beginHiding(grid: Grid): Hiding {
  return {
    grid,
    unknown: grid.cells.map(({ fate, isSensitive }) => (fate === 'open' ? isSensitive : fate !== 'told')),
    low: grid.cells.map(({ count }) => count),
    high: grid.cells.map(({ count }) => count),
    relationsOf: relationsByCell(grid),
  };
}

/** What it costs to hide a number: many people, a zero that says something, a total; more where it needs companions of its own. */
function costOf({ grid, unknown, relationsOf }: Hiding, cell: number, typical: number): number {
  const count = grid.cells[cell]?.count ?? 0;
  const around = (relationsOf[cell] ?? []).map((index) => grid.relations[index]);
  const isTotal = around.some((relation) => relation?.whole === cell);
  const lonely = around.filter(
    (relation) => relation !== undefined && ![relation.whole, ...relation.parts].some((one) => unknown[one] === true),
  ).length;
  return (count === 0 ? typical : count + 1) * (isTotal ? 4 : 1) * (1 + 2 * lonely);
}

/** Hides the cheapest of these cells that may still be told; false where there is none. */
export function hideOneOf(hiding: Hiding, candidates: Iterable<number>): boolean {
  const { grid, unknown } = hiding;
  const open = [...new Set(candidates)].filter((cell) => grid.cells[cell]?.fate === 'open' && unknown[cell] !== true);
  const typical = open.reduce((sum, cell) => sum + (grid.cells[cell]?.count ?? 0), 1) / Math.max(open.length, 1);
  const costs = open.map((cell) => ({ cell, cost: costOf(hiding, cell, typical) }));
  const [best] = costs.toSorted((a, b) => a.cost - b.cost || a.cell - b.cell);
  if (best === undefined) return false;
  unknown[best.cell] = true;
  return true;
}

const isHarmless = ({ fate, count, width }: GridCell): boolean => fate === 'latent' && !isFew(count, width);

/** Which of a relation's numbers an attacker lacks: not what was worked out without harm already. */
function lackingIn({ grid, unknown }: Hiding, relation: Relation, solved: Set<number>): number[] {
  return [relation.whole, ...relation.parts].filter(
    (cell) => unknown[cell] === true && !solved.has(cell) && grid.cells[cell] !== undefined,
  );
}

/** Whether the parts that lack share too few people between them: each is within that sum. */
function sharesTooFew({ grid, unknown }: Hiding, relation: Relation, lacking: readonly number[]): boolean {
  if (unknown[relation.whole] === true) return false;
  const between = lacking.reduce((sum, cell) => sum + (grid.cells[cell]?.count ?? 0), 0);
  return lacking.some((cell) => {
    const one = grid.cells[cell];
    return one !== undefined && !isHarmless(one) && !isWide({ low: 0, high: between }, one.width);
  });
}

type Step = 'settled' | 'solved' | 'hidden' | 'stuck';

function settleOne(hiding: Hiding, relation: Relation, solved: Set<number>): Step {
  const lacking = lackingIn(hiding, relation, solved);
  const [only] = lacking;
  const cell = only === undefined ? undefined : hiding.grid.cells[only];
  if (only === undefined || cell === undefined) return 'settled';
  if (lacking.length === 1 && isHarmless(cell)) {
    solved.add(only);
    return 'solved';
  }
  if (lacking.length > 1 && !sharesTooFew(hiding, relation, lacking)) return 'settled';
  return hideOneOf(hiding, [relation.whole, ...relation.parts]) ? 'hidden' : 'stuck';
}

/** One round over all relations: how the last of them that was not settled ended. */
function settleRound(hiding: Hiding, solved: Set<number>): Step {
  let step: Step = 'settled';
  for (const relation of hiding.grid.relations) {
    const one = settleOne(hiding, relation, solved);
    if (one === 'stuck') return 'stuck';
    // A new gap leaves more in doubt: what was worked out by way of it is worked out anew.
    if (one === 'hidden') solved.clear();
    if (one !== 'settled') step = one;
  }
  return step;
}

/**
 * Secondary suppression over all hierarchies together, to a fixpoint: where one number alone lacks in a sum it is the total less the
 * others, so another is hidden with it; and those that lack must share enough people between them. False where nothing is left to
 * hide it behind. Each round hides or works out one cell at least, of finitely many.
 */
export function hideCompanions(hiding: Hiding): boolean {
  const solved = new Set<number>();
  for (;;) {
    const step = settleRound(hiding, solved);
    if (step === 'settled') return true;
    if (step === 'stuck') return false;
  }
}
