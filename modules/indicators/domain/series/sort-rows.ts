import {
  partUnknown,
  placeOfRow,
  takenFrom,
  type Known,
  type Placed,
  type RowFault,
  type TakenRow,
} from './place-of-row.ts';
import type { SeriesRow } from './row-of.ts';

const keyOf = ({ indicatorId, areaId, startsOn, cut }: Placed['place']): string =>
  [indicatorId, areaId, startsOn, cut].join(' ');

const saidIn = ({ others }: SeriesRow, column: string): string =>
  others.flatMap(({ name, value }) => (name === column ? [value] : [])).join(' ');

/** The column by which rows of one place are told apart and which is not known here, such as one of disability. */
function columnApart([first, ...rest]: readonly SeriesRow[]): string | undefined {
  if (first === undefined || rest.length === 0) return undefined;
  const names = new Set([first, ...rest].flatMap(({ others }) => others.map(({ name }) => name)));
  return [...names].find((name) => rest.some((row) => saidIn(row, name) !== saidIn(first, name)));
}

/** Rows that say the same place, period and part, and differ in a column that is not known: each may be of a part of the people. */
function partsAmong(rows: readonly (readonly [SeriesRow, Placed])[]): Map<SeriesRow, RowFault> {
  const sameplace = Map.groupBy(rows, ([, { place }]) => `${keyOf(place)} ${place.endsOn}`);
  const faults = new Map<SeriesRow, RowFault>();
  for (const given of sameplace.values()) {
    const same = given.map(([row]) => row);
    const name = columnApart(same);
    if (name === undefined) continue;
    for (const row of same) faults.set(row, partUnknown(row.at, { name, value: saidIn(row, name) }));
  }
  return faults;
}

/**
 * The rows that can be written, and what is wrong with the others. Of rows that say the same place, period and part, only the first is taken;
 * none where a column that is not known tells them apart, since the first of several parts is not the whole.
 */
export function sortRows(rows: readonly SeriesRow[], known: Known): { rows: TakenRow[]; refusals: RowFault[] } {
  const placed = rows.map((row) => [row, placeOfRow(row, known)] as const);
  const parts = partsAmong(placed.flatMap(([row, one]) => ('place' in one ? [[row, one] as const] : [])));
  const taken = new Map<string, TakenRow>();
  const refusals: RowFault[] = [];
  for (const [row, one] of placed) {
    const judged = 'place' in one ? (parts.get(row) ?? takenFrom(row, one)) : one;
    if ('code' in judged) refusals.push(judged);
    else if (taken.has(keyOf(judged))) refusals.push({ at: row.at, field: null, value: null, code: 'twice' });
    else taken.set(keyOf(judged), judged);
  }
  return { rows: [...taken.values()], refusals };
}
