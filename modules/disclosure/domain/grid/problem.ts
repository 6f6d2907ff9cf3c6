import type { Grid, Relation } from './grid.ts';

type Row = { terms: Map<number, number>; equal: number };

/** A number that follows from others: so much, and so many times each of them. */
export type Follows = { cell: number; constant: number; terms: readonly (readonly [number, number])[] };

/**
 * Unknown numbers that hang together: those that an attacker may choose as they like, and those that follow from them. What follows
 * must not fall below zero; that is all that bounds the free ones.
 */
export type Problem = { cells: readonly number[]; free: readonly number[]; following: ReadonlyMap<number, Follows> };

const TINY = 1e-9;

function rowOf(grid: Grid, relation: Relation, unknown: readonly boolean[]): Row {
  const terms = new Map<number, number>();
  let equal = 0;
  const signed: [number, number][] = [
    [relation.whole, -1],
    ...relation.parts.map((part): [number, number] => [part, 1]),
  ];
  for (const [cell, sign] of signed) {
    if (unknown[cell] === true) terms.set(cell, (terms.get(cell) ?? 0) + sign);
    else equal -= sign * (grid.cells[cell]?.count ?? 0);
  }
  return { terms, equal };
}

/** Takes so many times one equation from another. */
function subtract(from: Row, row: Row, times: number): void {
  for (const [cell, factor] of row.terms) {
    const left = (from.terms.get(cell) ?? 0) - times * factor;
    if (Math.abs(left) < TINY) from.terms.delete(cell);
    else from.terms.set(cell, left);
  }
  from.equal -= times * row.equal;
}

/** The cell that an equation is solved for: one that few others hold, so that they stay short. */
function pivotOf({ terms }: Row, uses: ReadonlyMap<number, number>): number | undefined {
  const [best] = [...terms.keys()].toSorted((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || a - b);
  return best;
}

/** How many equations hold each cell. */
function countUses(rows: readonly Row[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { terms } of rows) for (const cell of terms.keys()) uses.set(cell, (uses.get(cell) ?? 0) + 1);
  return uses;
}

/** An equation with all that is known already put in. */
function substituted({ terms, equal }: Row, solved: ReadonlyMap<number, Row>): Row {
  const row: Row = { terms: new Map(terms), equal };
  for (const cell of terms.keys()) {
    const known = solved.get(cell);
    if (known !== undefined) subtract(row, known, row.terms.get(cell) ?? 0);
  }
  return row;
}

function scaled({ terms, equal }: Row, pivot: number): Row {
  const factor = terms.get(pivot) ?? 1;
  return { terms: new Map([...terms].map(([cell, one]) => [cell, one / factor])), equal: equal / factor };
}

/** Gauss and Jordan: each equation that says something new is solved for one of its cells. */
function solveFor(rows: readonly Row[]): Map<number, Row> {
  const uses = countUses(rows);
  const solved = new Map<number, Row>();
  for (const given of rows) {
    const row = substituted(given, solved);
    const pivot = pivotOf(row, uses);
    if (pivot === undefined) continue;
    const unit = scaled(row, pivot);
    for (const other of solved.values()) {
      const times = other.terms.get(pivot);
      if (times !== undefined) subtract(other, unit, times);
    }
    solved.set(pivot, unit);
  }
  return solved;
}

function toProblem(cells: readonly number[], rows: readonly Row[]): Problem {
  const following = new Map<number, Follows>();
  for (const [cell, { terms, equal }] of solveFor(rows)) {
    const others = [...terms].filter(([other]) => other !== cell);
    following.set(cell, { cell, constant: equal, terms: others.map(([other, factor]) => [other, -factor] as const) });
  }
  return { cells, free: cells.filter((cell) => !following.has(cell)), following };
}

/** Unknown numbers that some relation joins; what follows from what is worked out when it is asked. */
export type Group = { cells: readonly number[]; problem: () => Problem };

/** The unknown numbers in groups that no relation joins: each can be judged apart. */
export function groupsOf(grid: Grid, unknown: readonly boolean[]): Group[] {
  const leader = grid.cells.map((_, index) => index);
  const leaderOf = (cell: number): number => {
    let at = cell;
    while (leader[at] !== at) at = leader[at] ?? at;
    leader[cell] = at;
    return at;
  };
  const rows = grid.relations.map((relation) => rowOf(grid, relation, unknown)).filter(({ terms }) => terms.size > 0);
  for (const { terms } of rows) {
    const [first, ...others] = terms.keys();
    for (const other of others) leader[leaderOf(other)] = leaderOf(first ?? other);
  }
  const groups = new Map<number, { cells: number[]; rows: Row[] }>();
  const groupOf = (cell: number) => {
    const key = leaderOf(cell);
    const group = groups.get(key) ?? { cells: [], rows: [] };
    groups.set(key, group);
    return group;
  };
  for (const cell of grid.cells.keys()) if (unknown[cell] === true) groupOf(cell).cells.push(cell);
  for (const row of rows) groupOf(row.terms.keys().next().value ?? 0).rows.push(row);
  return [...groups.values()].map(({ cells, rows: own }) => ({ cells, problem: () => toProblem(cells, own) }));
}
