import type { SeriesFormat, SeriesRefusalCode } from '../../contract/index.ts';
import { headingOf, rowOf, type Column, type Heading, type SeriesRow } from './row-of.ts';

export type ReadSeries =
  | { format: SeriesFormat; rows: SeriesRow[] }
  | { fault: SeriesRefusalCode; field: string | null; value?: string };

type Line = { at: number; cells: readonly string[] };

/** A table as people keep them: a line of headings in any of the three languages, in any order. */
function readTable(lines: readonly Line[], format: SeriesFormat): ReadSeries {
  const [first, ...others] = lines;
  const headings = (first?.cells ?? []).map((heading) => headingOf(heading, format !== 'table'));
  const has = (column: Column): boolean => headings.some((one) => one.column === column);
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

/** What DHIS2 calls what is not divided: the one option of a category that has no others. */
const UNDIVIDED = 'default';

/** What DHIS2 names by its identifiers, where that is only how it says: not divided. */
function undividedIn(metaData: unknown): Set<string> {
  const items = isObject(metaData) && isObject(metaData['items']) ? metaData['items'] : {};
  const named = Object.entries(items).filter(([, item]) => isObject(item) && item['name'] === UNDIVIDED);
  return new Set([UNDIVIDED, ...named.map(([identifier]) => identifier)]);
}

/** What DHIS2 answers from `/api/analytics`: headings and rows. */
function readDhis2({ headers, rows, metaData }: Json): ReadSeries {
  const undivided = undividedIn(metaData);
  const cellIn = (value: unknown): string => (undivided.has(textIn(value)) ? '' : textIn(value));
  const names = listIn(headers).map((header) => (isObject(header) ? textIn(header['name']) : ''));
  const lines = listIn(rows).map((row, index) => ({ at: index + 1, cells: listIn(row).map(cellIn) }));
  return readTable([{ at: 0, cells: names }, ...lines], 'dhis2');
}

type Dimension = { id: string; values: string[]; standard: string };
type Level = 'dataSet' | 'dimensionGroup' | 'series' | 'observation';

function componentsIn(structure: Json, kind: 'dimensions' | 'attributes', level: Level): Dimension[] {
  const components = isObject(structure[kind]) ? structure[kind] : {};
  return listIn(components[level]).map((one) => ({
    id: isObject(one) ? textIn(one['id']) : '',
    standard: isObject(one) ? textIn(one['default']) : '',
    values: listIn(isObject(one) ? one['values'] : []).map((value) =>
      isObject(value) ? textIn(value['id'] ?? value['value']) : textIn(value),
    ),
  }));
}

/** A place that names none of the values is not known to be of all: what is not there is not the total. */
const NOT_THERE = '?';

function valuesAt(dimensions: readonly Dimension[], key: string): string[] {
  const places = key.split(':').map((place) => (/^\d+$/.test(place) ? Number(place) : -1));
  return dimensions.map(({ values }, index) => values[places[index] ?? -1] ?? NOT_THERE);
}

const POWER = 'UNIT_MULT';

/**
 * By which power of ten a message multiplies, as its attribute of a level says: by its place among the values, as it is, or, where it says
 * nothing, by the attribute's default.
 */
function powerIn(structure: Json, level: Level, said: readonly unknown[]): string {
  const attributes = componentsIn(structure, 'attributes', level);
  const at = attributes.findIndex(({ id }) => id === POWER);
  const one = said[at];
  const { values, standard } = attributes[at] ?? { values: [], standard: '' };
  if (one === undefined || one === null) return standard;
  return typeof one === 'number' && values.length > 0 ? (values[one] ?? NOT_THERE) : textIn(one);
}

type Cells = { dimensions: readonly Dimension[]; cells: readonly string[]; power: string };

function* observationsIn(observations: unknown, structure: Json, of: Cells) {
  if (!isObject(observations)) return;
  const dimensions = componentsIn(structure, 'dimensions', 'observation');
  for (const [key, observation] of Object.entries(observations)) {
    const [value, ...attributes] = listIn(observation);
    const power = powerIn(structure, 'observation', attributes);
    yield {
      headings: [...of.dimensions, ...dimensions].map(({ id }) => id),
      cells: [...of.cells, ...valuesAt(dimensions, key), textIn(value), power === '' ? of.power : power],
    };
  }
}

function* cellsIn(structure: Json, dataSet: Json) {
  const fixed = componentsIn(structure, 'dimensions', 'dataSet');
  const series = componentsIn(structure, 'dimensions', 'series');
  const whole: Cells = {
    dimensions: fixed,
    cells: fixed.map(({ values }) => values[0] ?? ''),
    power: powerIn(structure, 'dataSet', listIn(dataSet['attributes'])),
  };
  yield* observationsIn(dataSet['observations'], structure, whole);
  if (!isObject(dataSet['series'])) return;
  for (const [key, one] of Object.entries(dataSet['series'])) {
    const said = isObject(one) ? one : {};
    const power = powerIn(structure, 'series', listIn(said['attributes']));
    yield* observationsIn(said['observations'], structure, {
      dimensions: [...fixed, ...series],
      cells: [...whole.cells, ...valuesAt(series, key)],
      power: power === '' ? whole.power : power,
    });
  }
}

/** What a data set asks for, where it brings values; the others, as `Delete`, take values away. Without one it informs. */
const BRINGING = new Set(['', 'append', 'replace', 'information']);

const actionOf = (dataSet: unknown): string => (isObject(dataSet) ? textIn(dataSet['action']) : '');

const inSdmx = (name: string): Heading => headingOf(name, true);

/** A data message of SDMX-JSON (2.x: `structures`; 1.0: `structure`): flat, by series or by time. */
function readSdmx(data: Json): ReadSeries {
  const structures = listIn(data['structures'] ?? [data['structure']]);
  const rows: SeriesRow[] = [];
  const dataSets = listIn(data['dataSets']);
  const other = dataSets.map(actionOf).find((action) => !BRINGING.has(action.toLowerCase()));
  if (other !== undefined) return { fault: 'action_not_taken', field: 'action', value: other };
  for (const dataSet of dataSets) {
    if (!isObject(dataSet)) continue;
    const structure = structures[Number(dataSet['structure'] ?? 0)];
    if (!isObject(structure)) continue;
    // A group names some of its dimensions: whatever it multiplies is not to be guessed.
    if (componentsIn(structure, 'attributes', 'dimensionGroup').some(({ id }) => id === POWER))
      return { fault: 'power_not_readable', field: POWER };
    for (const { headings, cells } of cellsIn(structure, dataSet))
      rows.push(rowOf([...headings, 'OBS_VALUE', POWER].map(inSdmx), cells, rows.length + 1));
  }
  return { format: 'sdmx', rows };
}

/** What a file says, by what it is: a table whose lines were read already, DHIS2 analytics JSON, or an SDMX-JSON data message. */
export function readSeriesText(given: { lines: readonly Line[] } | { json: unknown }): ReadSeries {
  if ('lines' in given) return readTable(given.lines, 'table');
  const { json } = given;
  if (!isObject(json)) return { fault: 'not_a_table', field: null };
  if (Array.isArray(json['headers']) && Array.isArray(json['rows'])) return readDhis2(json);
  const data = isObject(json['data']) ? json['data'] : json;
  return Array.isArray(data['dataSets']) ? readSdmx(data) : { fault: 'not_a_table', field: null };
}
