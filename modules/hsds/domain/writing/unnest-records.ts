import { fieldsOf, modelOf, OBJECT_NAMES, type ObjectName } from '@qantara/directory/domain';
import { hasAttributes, hasMetadata, nestingOf } from './nesting.ts';
import { translationRowsOf, type TranslationRow } from './translation-rows.ts';

type Plain = Record<string, string | number>;
type Json = Record<string, unknown>;

/** A row of a table, out of what stood nested. Columns that HSDS does not know are kept under their own names. */
export type UnnestedRow = { object: ObjectName; row: Plain } | { object: 'translation'; row: TranslationRow };

/** Where in a file a record stands: the number of its item or line. */
type At = { file: string; row: number };
type Found = { rows: Map<string, { object: ObjectName; row: Plain }>; translations: TranslationRow[]; counted: number };

/** A row with the place where it stood. */
export type FoundRow = { row: Record<string, string | number | null>; at: At };

/**
 * Keeps the rows that are found. What is given under a name that was kept before adds only the fields that were empty: the
 * same contact may stand under a service and under its location.
 */
export type RowKeeper = {
  /** How many different rows there are, texts in further languages left aside. */
  readonly size: number;
  keep: (object: ObjectName | 'translation', found: FoundRow) => void;
};
type Place = { object: ObjectName; path: string; given: Plain; level: number };

/** Records in JSON are nested a dozen deep at most; what is deeper is no record. */
const MOST_LEVELS = 16;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectsIn(value: unknown): Json[] {
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** A value of a column; what is no text and no number is kept as JSON, so that nothing is lost. */
function cellOf(value: unknown): string | number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if ((Array.isArray(value) && value.length === 0) || isDeeper(value, MOST_LEVELS)) return undefined;
  return JSON.stringify(value);
}

type Inner = { key: string; object: ObjectName; by: string; isOne: boolean; given: (id: string) => Plain };

function innerOf(object: ObjectName): Inner[] {
  const { lists, ones } = nestingOf(object);
  const link = (id: string): Plain => ({ link_id: id, link_entity: object });
  const resource = (id: string): Plain => ({ resource_id: id, resource_type: object });
  return [
    ...lists.map((one) => ({ ...one, isOne: false, given: (id: string): Plain => ({ [one.by]: id }) })),
    ...ones.map((one) => ({ ...one, isOne: true, given: (): Plain => ({}) })),
    ...(hasAttributes(object)
      ? [{ key: 'attributes', object: 'attribute' as const, by: '', isOne: false, given: link }]
      : []),
    ...(hasMetadata(object)
      ? [{ key: 'metadata', object: 'metadata' as const, by: '', isOne: false, given: resource }]
      : []),
  ];
}

const INNER = new Map(OBJECT_NAMES.map((object) => [object, innerOf(object)]));

function keep(found: Found, object: ObjectName, row: Plain): void {
  const name = `${object} ${row['id']}`;
  const before = found.rows.get(name);
  // The same contact may stand under a service and under its location: one row that names both.
  if (before === undefined) found.rows.set(name, { object, row });
  else for (const [field, value] of Object.entries(row)) before.row[field] ??= value;
}

function takeCell(found: Found, of: { row: Plain; object: ObjectName; key: string; value: unknown }): void {
  const { row, object, key, value } = of;
  if (key === 'id') return;
  if (key === 'translations' && isObject(value)) {
    found.translations.push(...translationRowsOf(object, String(row['id']), value));
    return;
  }
  const cell = cellOf(value);
  if (cell !== undefined) row[key] = cell;
}

/** What our profile tells of a record besides the record: where it came from, how far it is. */
const TOLD = new Set(['source', 'distance']);

function entriesOf(json: Json): [string, unknown][] {
  const entries = Object.entries(json);
  return isObject(json['translations']) ? entries.filter(([key]) => !TOLD.has(key)) : entries;
}

function take(found: Found, json: Json, place: Place): string {
  const { object } = place;
  const row: Plain = { id: cellOf(json['id']) ?? place.path };
  if (place.level > MOST_LEVELS) return String(row['id']);
  const nested: Inner[] = [];
  for (const [key, value] of entriesOf(json)) {
    const within = INNER.get(object)?.find((one) => one.key === key && objectsIn(value).length > 0);
    if (within === undefined) takeCell(found, { row, object, key, value });
    else nested.push(within);
  }
  for (const [field, value] of Object.entries(place.given)) row[field] ??= value;
  keep(found, object, row);
  for (const one of nested) takeInner(found, { json, one, row, place });
  return String(row['id']);
}

const saysNothing = (json: Json): boolean =>
  Object.entries(json).every(([key, value]) => key === 'id' || cellOf(value) === undefined);

function takeInner(found: Found, of: { json: Json; one: Inner; row: Plain; place: Place }): void {
  const { one, row, place } = of;
  const id = String(row['id']);
  for (const [index, json] of objectsIn(of.json[one.key]).entries()) {
    const said = row[one.by];
    // What HSDS requires and nobody knows is there in name only: a capacity without a unit has one that says nothing.
    if (one.isOne && saysNothing(json)) continue;
    const path = one.isOne && said !== undefined ? String(said) : `${id}/${one.key}/${index}`;
    const inner = { object: one.object, path, given: one.given(id), level: place.level + 1 };
    const innerId = take(found, json, inner);
    if (one.isOne) row[one.by] ??= innerId;
  }
}

/** What a list or a line of HSDS JSON may hold, those first that need least to be one. */
const CHIEF = ['organization', 'service', 'location', 'service_at_location', 'taxonomy_term', 'taxonomy'] as const;

const KEYS = new Map(
  CHIEF.map((object) => [
    object,
    new Set([...fieldsOf(object).map(([field]) => field), ...(INNER.get(object) ?? []).map(({ key }) => key)]),
  ]),
);

/** Which object a piece of JSON is, by the fields that it has. */
export function objectOfJson(json: Record<string, unknown>): ObjectName {
  const keys = Object.keys(json);
  const scores = CHIEF.map((object) => ({ object, score: keys.filter((key) => KEYS.get(object)?.has(key)).length }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).object;
}

/** A page of a list, a list, a record, or an object of lists by the names of HSDS's files. */
function takeAll(found: Found, json: unknown, of: { hint: ObjectName | undefined; level: number }): void {
  if (of.level > MOST_LEVELS) return;
  const deeper = { ...of, level: of.level + 1 };
  if (Array.isArray(json)) return json.forEach((one) => takeAll(found, one, deeper));
  if (!isObject(json)) return;
  if (Array.isArray(json['contents'])) return takeAll(found, json['contents'], deeper);
  const files = OBJECT_NAMES.filter((object) => Array.isArray(json[modelOf(object).file]));
  if (json['id'] === undefined && json['name'] === undefined && files.length > 0)
    return files.forEach((object) => takeAll(found, json[modelOf(object).file], { ...deeper, hint: object }));
  const object = of.hint ?? objectOfJson(json);
  take(found, json, { object, path: `${object} ${found.counted + found.rows.size}`, given: {}, level: 0 });
}

/** Puts together flat rows out of many pieces of JSON: what stands in several of them is one row. */
export class Unnester {
  readonly #keeper: RowKeeper;

  constructor(keeper: RowKeeper) {
    this.#keeper = keeper;
  }

  /** Takes what one piece holds; false where it holds no record. */
  take(json: unknown, at: At, hint?: ObjectName): boolean {
    const found: Found = { rows: new Map(), translations: [], counted: this.#keeper.size };
    takeAll(found, json, { hint, level: 0 });
    for (const { object, row } of found.rows.values()) this.#keeper.keep(object, { row, at });
    for (const row of found.translations) this.#keeper.keep('translation', { row, at });
    // A record of nothing but its name is one all the same.
    return found.rows.size > 0 || (isObject(json) && Object.keys(json).length > 0);
  }
}

/**
 * Flat rows by object out of any HSDS 3.x JSON: a service, an organisation, a page of a list, an array, a line of ndjson, or an
 * object of lists. What stands in several places is one row; what has no identifier gets one by its place; texts in further
 * languages (our profile) become rows of `translation`.
 */
export function unnestRecords(json: unknown, hint?: ObjectName): UnnestedRow[] {
  const rows: UnnestedRow[] = [];
  const keep: RowKeeper['keep'] = (object, { row }) => rows.push({ object, row } as UnnestedRow);
  new Unnester({ size: 0, keep }).take(json, { file: '', row: 1 }, hint);
  return rows;
}
