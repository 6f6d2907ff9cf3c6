import { LOCALES } from '@qantara/kernel';
import { canonical } from './changes-of.ts';
import { fieldsOf, OBJECT_NAMES, type AnyRow, type ObjectName } from './objects.ts';
import { isText, type DirectoryRecord, type Parts } from './record.ts';

/** One line of the history: which field of what read so before, and so after. */
export type PastChange = { object: ObjectName; id: string; field: string; before: string | null; after: string | null };

/** What a record is told so that it reads as before; a field that was not said is emptied. */
export type Undoing = { fields: Record<string, unknown>; parts: Parts };

type Values = Record<string, unknown>;

const asText = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

const isLanguage = (part: string | undefined): boolean => LOCALES.some((locale) => locale === part);

/** The value as the history keeps it: a text is kept language by language. */
function valueAt(row: Values, path: string): unknown {
  const [field = '', locale] = path.split('.');
  const value = row[field];
  return locale === undefined ? value : (value as Values | null | undefined)?.[locale];
}

function parsed(object: ObjectName, field: string, text: string | null): unknown {
  if (text === null) return null;
  const kind = fieldsOf(object).find(([name]) => name === field)?.[1];
  if (kind === 'number') return Number(text);
  return kind === undefined && /^[[{]|^(true|false)$/.test(text) ? JSON.parse(text) : text;
}

function withValue(row: Values, object: ObjectName, { field: path, before }: PastChange): Values {
  const [field = '', locale] = path.split('.');
  if (!isText(object, field) || !isLanguage(locale) || locale === undefined)
    return { ...row, [field]: parsed(object, field, before) };
  const text = Object.fromEntries(
    Object.entries({ ...(row[field] as Values | null | undefined), [locale]: before }).filter(
      ([, one]) => one !== null,
    ),
  );
  return { ...row, [field]: Object.keys(text).length === 0 ? null : text };
}

const reads = (row: Values, { field, after }: PastChange): boolean =>
  canonical({ said: asText(valueAt(row, field)) }) === canonical({ said: after });

/** What a service is told of a place is left out of its history, as it may say where that is. */
const UNTOLD = new Set(['id', 'description']);

/** Whether these lines tell of the whole row: then it was made by them. */
function isWhole(row: AnyRow, lines: PastChange[]): boolean {
  const told = new Set(lines.map(({ field }) => field.split('.')[0]));
  const said = Object.entries(row).filter(([field, value]) => asText(value) !== null && !told.has(field));
  const isPlace = lines[0]?.object === 'service_at_location';
  return (
    lines.every(({ before }) => before === null) &&
    said.every(([field]) => field === 'id' || (isPlace && UNTOLD.has(field)))
  );
}

/** A list as it was, or undefined where one of its rows reads otherwise since. */
function undoneRows(object: ObjectName, rows: AnyRow[], lines: PastChange[]): AnyRow[] | undefined {
  let list: AnyRow[] = rows;
  for (const [id, own] of Map.groupBy(lines, (line) => line.id)) {
    const row = list.find((one) => one.id === id);
    if (!own.every((line) => reads(row ?? {}, line))) return undefined;
    const was = own.reduce<Values>((values, line) => withValue(values, object, line), row ?? { id });
    if (row === undefined) list = [...list, was as AnyRow];
    else if (isWhole(row, own)) list = list.filter((one) => one.id !== id);
    else list = list.map((one) => (one.id === id ? (was as AnyRow) : one));
  }
  return list;
}

function undoneFields(record: DirectoryRecord, lines: PastChange[]): Record<string, unknown> | undefined {
  const said = record.fields as Values;
  if (!lines.every((line) => reads(said, line))) return undefined;
  const fields: Record<string, unknown> = {};
  for (const line of lines) {
    const [field = '', locale] = line.field.split('.');
    if (locale === undefined) fields[field] = parsed(record.object, field, line.before) ?? '';
    else fields[field] = { ...(fields[field] as Values | undefined), [locale]: line.before ?? '' };
  }
  return fields;
}

/**
 * What makes a record read as it did before one change of it; undefined where something of that change reads otherwise since, as
 * taking it back would take that back too.
 */
export function undoneBy(record: DirectoryRecord, changes: PastChange[]): Undoing | undefined {
  const fields = undoneFields(
    record,
    changes.filter(({ object }) => object === record.object),
  );
  if (fields === undefined) return undefined;
  const parts: Record<string, AnyRow[]> = {};
  for (const object of OBJECT_NAMES) {
    const own = changes.filter((change) => change.object === object && object !== record.object);
    if (own.length === 0) continue;
    const rows = undoneRows(object, ((record.parts as Record<string, AnyRow[]>)[object] ?? []) as AnyRow[], own);
    if (rows === undefined) return undefined;
    parts[object] = rows;
  }
  return { fields, parts: parts as Parts };
}
