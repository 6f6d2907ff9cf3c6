import type { CountedTable } from '@qantara/disclosure/contract';
import { PRESETS, protectTable } from '@qantara/disclosure/domain';
import type { Figure, Row } from '../../contract/index.ts';
import { hideRows, told } from '../figures.ts';
import { ELSEWHERE, HIDDEN } from './outcome-table.ts';

const WHOLE = 'whole';

export type Counts = { count: number; outOf: number };
const NOBODY: Counts = { count: 0, outOf: 0 };
/** Whether the total is public already: then nobody hides in it. */
type Known = { isTotalKnown: boolean };

/**
 * A middle is of as many as it was taken of; what is a share is out of as many as there are, and of events there may be more than people.
 * Nothing out of nothing is nobody, and what a source weighted is judged by the whole number nearest to it.
 */
export function countsOf({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): Counts {
  const count = Math.round(numerator ?? denominator ?? 0);
  return { count, outOf: numerator === null ? 0 : Math.max(count, Math.round(denominator ?? 0)) };
}

const sumOf = (parts: readonly Counts[]): Counts => ({
  count: parts.reduce((sum, { count }) => sum + count, 0),
  outOf: parts.reduce((sum, { outOf }) => sum + outOf, 0),
});

/** What lies in no row. Rows and their total are two questions, between which a record may have come: never less than nobody. */
function restOf(total: Counts, rows: Counts, isShare: boolean): Counts {
  const outOf = Math.max(0, total.outOf - rows.outOf);
  const count = Math.max(0, total.count - rows.count);
  return { count: isShare ? Math.min(count, outOf) : count, outOf };
}

function tableOf(table: { total: Figure; rows: Row[] }, { isTotalKnown }: Known): CountedTable {
  const isShare = [table.total, ...table.rows.map(({ figure }) => figure)].some(
    ({ numerator, denominator }) => numerator !== null && denominator !== null,
  );
  const rows = table.rows.map(({ figure }) => countsOf(figure));
  const isMissing = table.total.state === 'missing';
  const rest = isMissing ? NOBODY : restOf(countsOf(table.total), sumOf(rows), isShare);
  // What lies in no row hides nobody where it is nobody.
  const isThere = rest.count > 0 || rest.outOf > 0;
  const parts = rows.length > 0 && isThere ? [...rows, rest] : rows;
  const whole = parts.length === 0 ? countsOf(table.total) : sumOf(parts);
  const nodes = [WHOLE, ...parts.map((_, index) => (index === rows.length ? ELSEWHERE : String(index)))];
  return {
    dimensions: [
      {
        code: 'row',
        overlaps: false,
        nodes: nodes.map((code, index) => ({ code, parent: index === 0 ? null : WHOLE, population: null })),
      },
    ],
    cells: [whole, ...parts].map(({ count, outOf }, index) => ({
      at: [nodes[index] ?? WHOLE],
      count,
      outOf: isShare ? outOf : null,
      value: null,
      isKnown: isTotalKnown && !isMissing && index === 0,
    })),
  };
}

/**
 * What may be told of a breakdown that is asked for once and by name, such as a whole year by language or a partner's own words: no cell
 * of a few, none that follows from the others. What everybody reads again and again are releases.
 */
export function tellRows(
  table: { total: Figure; rows: Row[] },
  known: Known = { isTotalKnown: false },
): { total: Figure; rows: Row[] } {
  // Of what is not known nobody learns anything, and nothing hides behind it.
  const rows = table.rows.filter(({ figure }) => figure.state === 'shown');
  const { cells } = protectTable(tableOf({ total: table.total, rows }, known), PRESETS.public);
  const isTold = (index: number): boolean =>
    cells[index]?.state === 'shown' && cells[index]?.outOfState !== 'suppressed';
  const hidden = new Set(rows.filter((_, index) => !isTold(index + 1)).map(({ key }) => key));
  const isTotalHidden = table.total.state === 'shown' && !isTold(0);
  return { total: isTotalHidden ? HIDDEN : told(table.total), rows: hideRows(table.rows, hidden) };
}
