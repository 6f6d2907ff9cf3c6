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

type Stretch = Pick<Placed['place'], 'startsOn' | 'endsOn'>;
const keyOf = ({ indicatorId, areaId, cut }: Placed['place']): string => [indicatorId, areaId, cut].join(' ');
const spanOf = ({ startsOn, endsOn }: Stretch): string => `${startsOn} ${endsOn}`;

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
  const sameplace = Map.groupBy(rows, ([, { place }]) => `${keyOf(place)} ${spanOf(place)}`);
  const faults = new Map<SeriesRow, RowFault>();
  for (const given of sameplace.values()) {
    const same = given.map(([row]) => row);
    const name = columnApart(same);
    if (name === undefined) continue;
    for (const row of same) faults.set(row, partUnknown(row.at, { name, value: saidIn(row, name) }));
  }
  return faults;
}

/** Why a row is not taken beside those that were: it says the same again, or something of days of which another says something. */
function clashWith(taken: readonly TakenRow[], row: TakenRow): 'twice' | 'period_overlaps' | null {
  const other = taken.find(({ startsOn, endsOn }) => startsOn < row.endsOn && row.startsOn < endsOn);
  if (other === undefined) return null;
  return spanOf(other) === spanOf(row) ? 'twice' : 'period_overlaps';
}

/**
 * The rows that can be written, and what is wrong with the others. Of rows that say the same place, period and part, only the first is taken;
 * none where a column that is not known tells them apart, since the first of several parts is not the whole.
 */
export function sortRows(rows: readonly SeriesRow[], known: Known): { rows: TakenRow[]; refusals: RowFault[] } {
  const placed = rows.map((row) => [row, placeOfRow(row, known)] as const);
  const parts = partsAmong(placed.flatMap(([row, one]) => ('place' in one ? [[row, one] as const] : [])));
  const taken = new Map<string, TakenRow[]>();
  const refusals: RowFault[] = [];
  for (const [row, one] of placed) {
    const judged = 'place' in one ? (parts.get(row) ?? takenFrom(row, one)) : one;
    if ('code' in judged) {
      refusals.push(judged);
      continue;
    }
    const beside = taken.get(keyOf(judged)) ?? [];
    const clash = clashWith(beside, judged);
    if (clash === null) taken.set(keyOf(judged), [...beside, judged]);
    else refusals.push({ at: row.at, field: null, value: null, code: clash });
  }
  return { rows: [...taken.values()].flat().toSorted((one, other) => one.at - other.at), refusals };
}
