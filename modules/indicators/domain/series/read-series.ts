import { foldText, latinDigits } from '@qantara/kernel';
import type { SeriesFormat, SeriesRefusalCode } from '../../contract/index.ts';

/** What one line, or one value, of a file says, before anybody knows whether it is true of this region. */
export type SeriesRow = {
  at: number;
  indicator: string;
  area: string;
  period: string;
  /** Where the file says days rather than a period: the first, and the last that is in it. */
  from: string;
  to: string;
  cut: string;
  numerator: string;
  denominator: string;
  value: string;
};

export type ReadSeries =
  | { format: SeriesFormat; rows: SeriesRow[] }
  | { fault: SeriesRefusalCode; field: string | null };

const EMPTY: Omit<SeriesRow, 'at'> = {
  indicator: '',
  area: '',
  period: '',
  from: '',
  to: '',
  cut: '',
  numerator: '',
  denominator: '',
  value: '',
};

type Column = Exclude<keyof typeof EMPTY, 'cut'>;

/** What columns are called, by people and by other programs; folded as names are compared. */
const COLUMNS: Record<Column, readonly string[]> = {
  indicator: ['indicator', 'indicateur', 'المؤشر', 'dx', 'indicator code', 'freq indicator', 'series'],
  area: [
    'area',
    'place',
    'zone',
    'lieu',
    'territoire',
    'المكان',
    'المنطقة',
    'ou',
    'ref area',
    'geo',
    'organisation unit',
  ],
  period: ['period', 'periode', 'année', 'year', 'الفترة', 'السنة', 'pe', 'time period', 'time'],
  from: ['from', 'du', 'debut', 'من'],
  to: ['to', 'au', 'fin', 'إلى'],
  numerator: ['numerator', 'numerateur', 'البسط', 'counted'],
  denominator: ['denominator', 'denominateur', 'المقام', 'out of'],
  value: ['value', 'valeur', 'القيمة', 'obs value'],
};

/** What groups are called that a value may be of. */
const GROUPS: Record<string, readonly string[]> = {
  sex: ['sex', 'sexe', 'gender', 'genre', 'الجنس', 'النوع'],
  age: ['age', 'âge', 'age group', 'العمر', 'الفئة العمرية'],
  language: ['language', 'langue', 'اللغة'],
  population: ['population', 'group', 'groupe', 'الفئة', 'المجموعة'],
};

const folded = (words: Record<string, readonly string[]>): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([code, names]) => names.map((name) => [foldText(name), code] as const)));
const COLUMN_OF = folded(COLUMNS) as Map<string, Column>;
const GROUP_OF = folded(GROUPS);

/** Words by which files say: all of them. */
const ALL = new Set(['', '_t', 't', 'total', 'all', 'tous', 'ensemble', 'الكل', 'المجموع'].map(foldText));

const nameIn = (heading: string): string => foldText(heading.replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim());

function cutOf(groups: readonly (readonly [group: string, value: string])[]): string {
  return groups
    .filter(([, value]) => !ALL.has(foldText(value)))
    .map(
      ([group, value]) =>
        `${group}:${latinDigits(value)
          .trim()
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N}_.+-]+/gu, '_')}`,
    )
    .toSorted()
    .join('|');
}

type Heading = { column: Column } | { group: string } | null;

const headingOf = (heading: string): Heading => {
  const name = nameIn(heading);
  const column = COLUMN_OF.get(name);
  if (column !== undefined) return { column };
  const group = GROUP_OF.get(name);
  return group === undefined ? null : { group };
};

function rowOf(headings: readonly Heading[], cells: readonly string[], at: number): SeriesRow {
  const row: SeriesRow = { ...EMPTY, at };
  const groups: [string, string][] = [];
  for (const [index, heading] of headings.entries()) {
    const cell = cells[index]?.trim() ?? '';
    if (heading !== null && 'column' in heading) row[heading.column] = cell;
    if (heading !== null && 'group' in heading) groups.push([heading.group, cell]);
  }
  return { ...row, cut: cutOf(groups) };
}

/** A table as people keep them: a line of headings in any of the three languages, in any order. */
function readTable(lines: readonly { at: number; cells: readonly string[] }[], format: SeriesFormat): ReadSeries {
  const [first, ...others] = lines;
  const headings = (first?.cells ?? []).map(headingOf);
  const has = (column: Column): boolean =>
    headings.some((one) => one !== null && 'column' in one && one.column === column);
  for (const needed of ['indicator', 'area'] as const)
    if (!has(needed)) return { fault: 'column_missing', field: needed };
  if (!has('period') && !(has('from') && has('to'))) return { fault: 'column_missing', field: 'period' };
  if (!has('value') && !has('numerator')) return { fault: 'column_missing', field: 'value' };
  const filled = others.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  return { format, rows: filled.map(({ at, cells }) => rowOf(headings, cells, at)) };
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** What DHIS2 answers from `/api/analytics`: headings and rows. */
function readDhis2({ headers, rows }: Json): ReadSeries {
  const names = listIn(headers).map((header) => (isObject(header) ? textIn(header['name']) : ''));
  const lines = listIn(rows).map((row, index) => ({ at: index + 1, cells: listIn(row).map(textIn) }));
  return readTable([{ at: 0, cells: names }, ...lines], 'dhis2');
}

type Dimension = { id: string; values: string[] };

function dimensionsIn(structure: Json, level: 'dataSet' | 'series' | 'observation'): Dimension[] {
  const dimensions = isObject(structure['dimensions']) ? structure['dimensions'] : {};
  return listIn(dimensions[level]).map((one) => ({
    id: isObject(one) ? textIn(one['id']) : '',
    values: listIn(isObject(one) ? one['values'] : []).map((value) =>
      isObject(value) ? textIn(value['id'] ?? value['value']) : textIn(value),
    ),
  }));
}

const valuesAt = (dimensions: readonly Dimension[], key: string): string[] =>
  dimensions.length === 0 ? [] : key.split(':').map((place, index) => dimensions[index]?.values[Number(place)] ?? '');

type Cells = { dimensions: readonly Dimension[]; cells: readonly string[] };

function* observationsIn(observations: unknown, { dimensions, of }: { dimensions: readonly Dimension[]; of: Cells }) {
  if (!isObject(observations)) return;
  for (const [key, observation] of Object.entries(observations)) {
    const [value] = listIn(observation);
    yield {
      headings: [...of.dimensions, ...dimensions].map(({ id }) => id),
      cells: [...of.cells, ...valuesAt(dimensions, key), textIn(value)],
    };
  }
}

function* cellsIn(structure: Json, dataSet: Json) {
  const fixed = dimensionsIn(structure, 'dataSet');
  const series = dimensionsIn(structure, 'series');
  const dimensions = dimensionsIn(structure, 'observation');
  const whole: Cells = { dimensions: fixed, cells: fixed.map(({ values }) => values[0] ?? '') };
  yield* observationsIn(dataSet['observations'], { dimensions, of: whole });
  if (!isObject(dataSet['series'])) return;
  for (const [key, one] of Object.entries(dataSet['series'])) {
    const of = { dimensions: [...fixed, ...series], cells: [...whole.cells, ...valuesAt(series, key)] };
    yield* observationsIn(isObject(one) ? one['observations'] : {}, { dimensions, of });
  }
}

/** A data message of SDMX-JSON (2.x: `structures`; 1.0: `structure`): flat, by series or by time. */
function readSdmx(data: Json): ReadSeries {
  const structures = listIn(data['structures'] ?? [data['structure']]);
  const rows: SeriesRow[] = [];
  for (const dataSet of listIn(data['dataSets'])) {
    if (!isObject(dataSet)) continue;
    const structure = structures[Number(dataSet['structure'] ?? 0)];
    if (!isObject(structure)) continue;
    for (const { headings, cells } of cellsIn(structure, dataSet))
      rows.push(rowOf([...headings, 'OBS_VALUE'].map(headingOf), cells, rows.length + 1));
  }
  return { format: 'sdmx', rows };
}

/** What a file says, by what it is: a table whose lines were read already, DHIS2 analytics JSON, or an SDMX-JSON data message. */
export function readSeriesText(
  given: { lines: readonly { at: number; cells: readonly string[] }[] } | { json: unknown },
): ReadSeries {
  if ('lines' in given) return readTable(given.lines, 'table');
  const { json } = given;
  if (!isObject(json)) return { fault: 'not_a_table', field: null };
  if (Array.isArray(json['headers']) && Array.isArray(json['rows'])) return readDhis2(json);
  const data = isObject(json['data']) ? json['data'] : json;
  return Array.isArray(data['dataSets']) ? readSdmx(data) : { fault: 'not_a_table', field: null };
}
