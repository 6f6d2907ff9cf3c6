import type { AuditedCell, ReleasedCell } from '../../contract/index.ts';
import { isWide, type Grid } from '../grid/grid.ts';
import { groupsOf, type Problem } from '../grid/problem.ts';
import { boundsOf } from '../grid/solve-bounds.ts';
import { joinAll, layoutOf, type PastRelease } from './joint-grid.ts';
import { relateAtoms } from './relate-atoms.ts';
import { relateMoves, relateOverlaps } from './relate-cuts.ts';
import { relateGrowth } from './relate-growth.ts';

/** Groups of numbers larger than this are not worked out for a page. */
const MOST_TOGETHER = 900;

type Asked = { cell: ReleasedCell; number: 'count' | 'outOf'; place: number };

/** What everybody knows of every number of a dataset: only what stands as shown in some release. */
function knownGrid(one: PastRelease, others: readonly PastRelease[]): Grid & { asked: Asked[] } {
  const past = [...others, one];
  const joining = joinAll(one, past, { epoch: one.epoch, layouts: [one, ...past].map(layoutOf) });
  relateOverlaps(joining);
  const { move, fellAt } = relateMoves(joining, one.epoch);
  if (!relateAtoms(joining, fellAt) && move === 'grown') relateGrowth(joining);
  const asked = one.released.cells.flatMap((cell, index) => {
    const { count, outOf } = joining.joint.places[index] ?? { count: null, outOf: null };
    const states: [Asked['number'], number | null, string | null][] = [
      ['count', count, cell.state],
      ['outOf', outOf, cell.outOfState],
    ];
    return states.flatMap(([number, place, state]) =>
      place !== null && state === 'suppressed' ? [{ cell, number, place }] : [],
    );
  });
  return { ...joining.joint, asked };
}

/** The problem that each unknown number is part of. */
function problemsByCell(grid: Grid, unknown: readonly boolean[]): Map<number, () => Problem> {
  const by = new Map<number, () => Problem>();
  for (const { cells, problem } of groupsOf(grid, unknown)) {
    let made: Problem | undefined;
    const once = (): Problem => (made ??= problem());
    if (cells.length <= MOST_TOGETHER) for (const cell of cells) by.set(cell, once);
  }
  return by;
}

/**
 * What somebody who kept every release of a dataset can say of the suppressed numbers of one of them: the tightest bounds, cell by cell.
 * A number that another release shows is bound to itself.
 */
export function auditRelease(
  one: PastRelease,
  others: readonly PastRelease[],
  most: number,
): { cells: AuditedCell[]; suppressed: number } {
  const grid = knownGrid(one, others);
  const unknown = grid.cells.map(({ fate }) => fate !== 'told');
  const problems = problemsByCell(grid, unknown);
  const cells = grid.asked.slice(0, most).flatMap(({ cell, number, place }): AuditedCell[] => {
    const count = grid.cells[place]?.count ?? 0;
    const problem = problems.get(place)?.();
    const isTold = unknown[place] !== true;
    if (problem === undefined && !isTold) return [];
    const bounds = problem === undefined ? { low: count, high: count } : boundsOf(problem, place);
    return [
      {
        at: cell.at,
        number,
        state: 'suppressed',
        ...bounds,
        isAllowed: isTold || isWide(bounds, one.policy.least - 1),
      },
    ];
  });
  return { cells, suppressed: grid.asked.length };
}
