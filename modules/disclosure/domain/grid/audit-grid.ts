import { isAllowed, isWide, type Bounds, type GridCell } from './grid.ts';
import { hideOneOf, type Hiding } from './hide-companions.ts';
import { groupsOf, type Problem } from './problem.ts';
import { boundsOf, findExtreme } from './solve-bounds.ts';

/** More numbers that hang together than this are not judged here: what cannot be proved is not told. */
export const MOST_TOGETHER = 900;

const foundOf = ({ low, high }: Hiding, cell: number): Bounds => ({ low: low[cell] ?? 0, high: high[cell] ?? 0 });

/** A cell that is wide enough, or is worked out without harm however narrow it is. */
function isProtected(hiding: Hiding, cell: number): boolean {
  const one = hiding.grid.cells[cell];
  if (one === undefined) return true;
  const found = foundOf(hiding, cell);
  return one.isGuess === true ? isWide(found, one.width) : isAllowed(one, found);
}

/** A table that an attacker may think of widens what each of its cells may be. */
function widen(hiding: Hiding, point: ReadonlyMap<number, number> | null): void {
  for (const [cell, value] of point ?? []) {
    hiding.low[cell] = Math.min(hiding.low[cell] ?? value, value);
    hiding.high[cell] = Math.max(hiding.high[cell] ?? value, value);
  }
}

/** Far enough to prove that a cell is wide, and no further: so that no table is without end. */
const capOf = (one: GridCell, low: number): number => Math.max(low, 1) + one.width + 1;

function tryToWiden(hiding: Hiding, problem: Problem, cell: number): boolean {
  const one = hiding.grid.cells[cell];
  if (one === undefined || isProtected(hiding, cell)) return true;
  const cap = Math.max(capOf(one, hiding.low[cell] ?? 0), one.count);
  widen(hiding, findExtreme(problem, { cell, direction: 'maximize', cap }).point);
  if (isProtected(hiding, cell)) return true;
  widen(hiding, findExtreme(problem, { cell, direction: 'minimize' }).point);
  return isProtected(hiding, cell) || isHarmlessHere(hiding, problem, cell);
}

/** What is printed nowhere may be narrow where all that it can be is harmless: that needs its true bounds. */
function isHarmlessHere({ grid }: Hiding, problem: Problem, cell: number): boolean {
  const one = grid.cells[cell];
  return one?.fate === 'latent' && isAllowed(one, boundsOf(problem, cell));
}

/** Hides one more cell near one that can be bounded too tightly: in its own sums, or else among all that hang together with it. */
function hideNear(hiding: Hiding, cell: number, problem: Problem): boolean {
  const { grid, relationsOf } = hiding;
  const cellsIn = (indices: readonly number[]): number[] =>
    indices.flatMap((index) => {
      const relation = grid.relations[index];
      return relation === undefined ? [] : [relation.whole, ...relation.parts];
    });
  if (hideOneOf(hiding, cellsIn(relationsOf[cell] ?? []))) return true;
  return hideOneOf(hiding, cellsIn(problem.cells.flatMap((one) => relationsOf[one] ?? [])));
}

export type AuditStep = 'safe' | 'hidden' | 'stuck';

/**
 * What an attacker can do by linear programming with all that is told: shown numbers, sums, nothing below zero, those counted within
 * all, earlier releases. A cell that can be bounded too tightly has another hidden beside it.
 */
export function auditOnce(hiding: Hiding): AuditStep {
  for (const group of groupsOf(hiding.grid, hiding.unknown)) {
    if (group.cells.every((cell) => isProtected(hiding, cell))) continue;
    if (group.cells.length > MOST_TOGETHER) return 'stuck';
    const problem = group.problem();
    for (const cell of problem.cells)
      if (!tryToWiden(hiding, problem, cell)) return hideNear(hiding, cell, problem) ? 'hidden' : 'stuck';
  }
  return 'safe';
}
