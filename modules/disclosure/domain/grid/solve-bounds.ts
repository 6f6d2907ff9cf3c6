import { solve, type Constraint, type OptimizationDirection } from 'yalps';
import type { Bounds } from './grid.ts';
import type { Problem } from './problem.ts';

/** A count, so that no answer depends on how fast a machine is. */
const WHOLE_NUMBERS = { maxIterations: 60 } as const;
const NEARLY = 1e-5;

type Asked = { cell: number; direction: OptimizationDirection; cap?: number };

/** The whole table that an attacker may think of, at one end of what a cell can be; null where it has no end, or was not found. */
export type Extreme = { result: number; point: ReadonlyMap<number, number> | null };

type Column = [string, number][];

/** What is asked for, as so much and so many times each free number. */
function soughtOf(
  { following }: Problem,
  cell: number,
): { constant: number; terms: readonly (readonly [number, number])[] } {
  return following.get(cell) ?? { constant: 0, terms: [[cell, 1]] };
}

function modelOf(problem: Problem, { cell, direction, cap }: Asked) {
  const sought = soughtOf(problem, cell);
  const columns = new Map(problem.free.map((one) => [one, [] as Column]));
  const constraints: [string, Constraint][] = [];
  for (const follows of problem.following.values()) {
    constraints.push([`f${follows.cell}`, { max: follows.constant }]);
    for (const [one, times] of follows.terms) columns.get(one)?.push([`f${follows.cell}`, -times]);
  }
  if (cap !== undefined) constraints.push(['cap', { max: cap - sought.constant }]);
  for (const [one, times] of sought.terms)
    columns.get(one)?.push(['sought', times], ...(cap === undefined ? [] : ([['cap', times]] as Column)));
  return { direction, objective: 'sought', constraints, variables: columns };
}

/** All numbers of a table from its free ones. */
function pointOf({ free, following }: Problem, found: ReadonlyMap<number, number>): Map<number, number> {
  const point = new Map(free.map((cell) => [cell, found.get(cell) ?? 0]));
  const values = [...following.values()].map(({ cell, constant, terms }): [number, number] => [
    cell,
    terms.reduce((sum, [one, times]) => sum + times * (found.get(one) ?? 0), constant),
  ]);
  for (const [cell, value] of values) point.set(cell, value);
  return point;
}

const isWhole = (point: ReadonlyMap<number, number>): boolean =>
  [...point.values()].every((value) => Math.abs(value - Math.round(value)) < NEARLY);

const rounded = (point: ReadonlyMap<number, number>): Map<number, number> =>
  new Map([...point].map(([cell, value]) => [cell, Math.round(value)]));

/**
 * The least or the most that one unknown number can be, and the table in which it is so. Without whole numbers first, which is fast and
 * exact for most tables; where its answer is no table of whole numbers, with them.
 */
export function findExtreme(problem: Problem, asked: Asked): Extreme {
  const model = modelOf(problem, asked);
  const { constant } = soughtOf(problem, asked.cell);
  const loose = solve(model, { maxPivots: 20_000 });
  if (loose.status === 'unbounded') return { result: Infinity, point: null };
  if (loose.status !== 'optimal') return { result: Number.NaN, point: null };
  const point = pointOf(problem, new Map(loose.variables));
  if (isWhole(point)) return { result: Math.round(loose.result + constant), point: rounded(point) };
  const strict = solve({ ...model, integers: true }, WHOLE_NUMBERS);
  const found = strict.status === 'optimal' ? pointOf(problem, new Map(strict.variables)) : null;
  if (found === null || !isWhole(found)) return { result: loose.result + constant, point: null };
  return { result: Math.round(strict.result + constant), point: rounded(found) };
}

/** All that an attacker can say of one unknown number, from what is published alone. */
export function boundsOf(problem: Problem, cell: number): Bounds {
  const least = findExtreme(problem, { cell, direction: 'minimize' }).result;
  const most = findExtreme(problem, { cell, direction: 'maximize' }).result;
  return {
    low: Number.isNaN(least) ? 0 : Math.max(0, Math.ceil(least - NEARLY)),
    high: Number.isFinite(most) ? Math.floor(most + NEARLY) : null,
  };
}
