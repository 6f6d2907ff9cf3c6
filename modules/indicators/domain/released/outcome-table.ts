import type { CountedTable, ReleasedTable, TableDimension, TableNode } from '@qantara/disclosure/contract';
import type { Figure, Indicator, Recipe } from '../../contract/index.ts';
import { figureOf } from '../figures.ts';

/** How many referrals of one part of a year came to what. */
export type OutcomeCounts = { key: string; sent: number; closed: number; helped: number };

/** A dimension that a year's referrals are laid out in: its whole, and the parts that were told apart. */
export type Places = { code: string; whole: string; nodes: readonly Omit<TableNode, 'parent'>[] };

/** What lies in no part that has a name: referrals without an area, or of a need that is not offered any more. */
export const ELSEWHERE = 'elsewhere';
/** All quarters of a year. */
export const WHOLE_YEAR = 'year';

const OF_CLOSURE = 'closure';
const OF_HELP = 'help';
const dimension = (code: string, parts: readonly string[]): TableDimension => ({
  code,
  overlaps: false,
  nodes: [
    { code: 'all', parent: null, population: null },
    ...parts.map((part) => ({ code: part, parent: 'all', population: null })),
  ],
});

/**
 * What becomes of a referral, in two ways at once: closed or open, helped or not. Closure and got help are sums of one table, so that the
 * two rates can never be taken from one another: those who were closed and not helped, and those who were not helped, are numbers of it
 * that are hidden where they are of a few. What is open has helped nobody yet.
 */
const OUTCOME: TableDimension[] = [
  dimension(OF_CLOSURE, ['closed', 'open']),
  dimension(OF_HELP, ['helped', 'unhelped']),
];

type OutcomeCell = { at: [closure: string, help: string]; of: (counts: OutcomeCounts) => number; isKnown?: boolean };

const CELLS: readonly OutcomeCell[] = [
  { at: ['all', 'all'], of: ({ sent }) => sent },
  { at: ['all', 'helped'], of: ({ helped }) => helped },
  { at: ['all', 'unhelped'], of: ({ sent, helped }) => sent - helped },
  { at: ['closed', 'all'], of: ({ closed }) => closed },
  { at: ['closed', 'helped'], of: ({ helped }) => helped },
  { at: ['closed', 'unhelped'], of: ({ closed, helped }) => closed - helped },
  { at: ['open', 'all'], of: ({ sent, closed }) => sent - closed },
  { at: ['open', 'helped'], of: () => 0, isKnown: true },
  { at: ['open', 'unhelped'], of: ({ sent, closed }) => sent - closed },
];

const cellsOf = (place: readonly string[], counts: OutcomeCounts): CountedTable['cells'] =>
  CELLS.map(({ at, of, isKnown = false }) => ({
    at: [...place, ...at],
    count: of(counts),
    outOf: null,
    value: null,
    isKnown,
  }));

/** All referrals of a year by what became of them. */
export function outcomeTable(all: OutcomeCounts): CountedTable {
  return { dimensions: OUTCOME, cells: cellsOf([], all) };
}

const less = (whole: number, parts: readonly number[]): number => whole - parts.reduce((sum, part) => sum + part, 0);

/** The same by the parts of a dimension; what lies in none of them is a part of its own, so that the whole is their sum. */
export function outcomeTableBy(places: Places, all: OutcomeCounts, parts: readonly OutcomeCounts[]): CountedTable {
  const named = places.nodes.map(
    ({ code }) => parts.find(({ key }) => key === code) ?? { key: code, sent: 0, closed: 0, helped: 0 },
  );
  const rest: OutcomeCounts = {
    key: ELSEWHERE,
    sent: less(
      all.sent,
      named.map(({ sent }) => sent),
    ),
    closed: less(
      all.closed,
      named.map(({ closed }) => closed),
    ),
    helped: less(
      all.helped,
      named.map(({ helped }) => helped),
    ),
  };
  // Where nobody lies outside the named parts, nothing is there to hide somebody behind.
  const others = rest.sent > 0 ? [rest] : [];
  const under = [...places.nodes, ...others.map(({ key }) => ({ code: key, population: null }))];
  const nodes = [
    { code: places.whole, parent: null, population: null },
    ...under.map((node) => ({ ...node, parent: places.whole })),
  ];
  return {
    dimensions: [{ code: places.code, overlaps: false, nodes }, ...OUTCOME],
    cells: [
      ...cellsOf([places.whole], all),
      ...[...named, ...others].flatMap((counts) => cellsOf([counts.key], counts)),
    ],
  };
}

/** Where what each of these recipes counts stands in the table; what it is counted out of is all. */
const COUNTED_AT: Partial<Record<Recipe, readonly [string, string]>> = {
  referrals_sent: ['all', 'all'],
  closure_rate: ['closed', 'all'],
  got_help_rate: ['all', 'helped'],
};

export const isOutcome = (recipe: Recipe | null): boolean => recipe !== null && COUNTED_AT[recipe] !== undefined;

export const HIDDEN: Figure = { numerator: null, denominator: null, value: null, state: 'suppressed' };
export const MISSING: Figure = { numerator: null, denominator: null, value: null, state: 'missing' };

/** How the tables are laid out: after the place, if any, whether it was closed and whether it helped. */
export const OUTCOME_LAYOUT = `${OF_CLOSURE},${OF_HELP}`;

/** A figure of one place of a released table, worked out from what is told alone; `at` names the place without the outcome. */
export function outcomeFigure(
  table: ReleasedTable,
  { recipe, unit, factor }: Pick<Indicator, 'recipe' | 'unit' | 'factor'>,
  at: readonly string[],
): Figure {
  const cellAt = (outcome: readonly string[]) =>
    table.cells.find((cell) => cell.at.join('\n') === [...at, ...outcome].join('\n'));
  const place = recipe === null ? undefined : COUNTED_AT[recipe];
  const counted = place === undefined ? undefined : cellAt(place);
  const sent = cellAt(['all', 'all']);
  if (counted === undefined || sent === undefined) return MISSING;
  if (counted.count === null || sent.count === null) return HIDDEN;
  return figureOf(unit, { numerator: counted.count, denominator: sent.count, value: null }, factor);
}
