import { foldText, LOCALES, type LocalizedText } from '@qantara/kernel';
import { isText, PART_OBJECTS, type Content, type HomeObject, type PartObject, type Parts } from './record.ts';

/** What one source says of a record. */
export type Statement = { source: string; rank: number; isEdit: boolean; content: Content };

/** Two sources that say different things of one field, the one that counts first. */
export type Conflict = { field: string; said: { source: string; value: unknown }[] };

export type Merged = { content: Content; conflicts: Conflict[] };

type Decisions = ReadonlyMap<string, string>;
type Said = { source: string; isEdit: boolean; value: unknown };

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

function comparable(value: unknown): string {
  return typeof value === 'string' ? foldText(value) : JSON.stringify(value);
}

/** In the order in which they count: the source that a person decided for, then by rank. */
function ordered(statements: Statement[], field: string, decisions: Decisions): Statement[] {
  const chosen = decisions.get(field);
  return statements.toSorted(
    (one, other) => Number(other.source === chosen) - Number(one.source === chosen) || one.rank - other.rank,
  );
}

function conflictOf(field: string, said: Said[], decisions: Decisions): Conflict[] {
  const sources = said.filter(({ isEdit }) => !isEdit);
  const isSettled = decisions.has(field) || said[0]?.isEdit === true;
  const values = new Set(sources.map(({ value }) => comparable(value)));
  return isSettled || values.size < 2 ? [] : [{ field, said: sources.map(({ source, value }) => ({ source, value })) }];
}

function fieldNames(statements: Statement[]): string[] {
  return [...new Set(statements.flatMap(({ content }) => Object.keys(content.fields)))];
}

type Values = { value: unknown; conflicts: Conflict[] };

function saidOf(statements: Statement[], read: (statement: Statement) => unknown): Said[] {
  return (
    statements
      .map((statement) => ({ source: statement.source, isEdit: statement.isEdit, value: read(statement) }))
      // An edit that empties a field says something: that there is nothing.
      .filter(({ isEdit, value }) => isSaid(value) || (isEdit && value === ''))
  );
}

const fieldIn = (statement: Statement, field: string): unknown =>
  (statement.content.fields as Record<string, unknown>)[field];

/** Each language of a text is a value of its own: a translation made here does not hide the source's new original. */
function mergeText(statements: Statement[], field: string, decisions: Decisions): Values {
  const text: LocalizedText = {};
  const conflicts: Conflict[] = [];
  for (const locale of LOCALES) {
    const key = `${field}.${locale}`;
    const said = saidOf(
      ordered(statements, key, decisions),
      (statement) => (fieldIn(statement, field) as LocalizedText | null | undefined)?.[locale],
    );
    const [first] = said;
    if (first !== undefined && first.value !== '') text[locale] = first.value as string;
    conflicts.push(...conflictOf(key, said, decisions));
  }
  return { value: Object.keys(text).length === 0 ? null : text, conflicts };
}

/** What ages: the newest word counts, whoever says it. A word on capacity goes with its time. */
const NEWEST: Readonly<Record<string, string>> = {
  assured_date: 'assured_date',
  last_modified: 'last_modified',
  capacity_status: 'capacity_at',
  capacity_at: 'capacity_at',
};

function newestFirst(statements: Statement[], field: string, time: string): Statement[] {
  const said = statements.filter((statement) => isSaid(fieldIn(statement, field)));
  const at = (statement: Statement) => Date.parse(textIn(fieldIn(statement, time))) || 0;
  return said.toSorted((one, other) => at(other) - at(one));
}

function mergeValue(statements: Statement[], field: string, decisions: Decisions): Values {
  const time = NEWEST[field];
  if (time !== undefined) {
    const [newest] = newestFirst(statements, field, time);
    return { value: newest === undefined ? null : fieldIn(newest, field), conflicts: [] };
  }
  const said = saidOf(ordered(statements, field, decisions), (statement) => fieldIn(statement, field));
  // The more protective word holds, whoever says it, until a person decides (design, rule 5).
  if (field === 'is_confidential' && !decisions.has(field))
    return { value: said.some(({ value }) => value === true), conflicts: conflictOf(field, said, decisions) };
  return { value: said[0]?.value ?? null, conflicts: conflictOf(field, said, decisions) };
}

/** A list is one value: that of the first source that has one; further values (attributes) are all kept. */
function mergeParts(statements: Statement[], decisions: Decisions): Parts {
  const parts: Partial<Record<PartObject, unknown[]>> = {};
  for (const object of PART_OBJECTS) {
    const said = ordered(statements, object, decisions).flatMap(({ content }) => content.parts[object] ?? []);
    const first = ordered(statements, object, decisions).find(({ content }) => content.parts[object] !== undefined);
    const rows =
      object === 'attribute' ? [...new Map(said.map((row) => [row.id, row])).values()] : first?.content.parts[object];
    if (rows !== undefined && rows.length > 0) parts[object] = rows;
  }
  return withoutLooseEnds(parts as Parts);
}

/** Lists of several sources may name rows of lists that were not taken: those names are let go. */
function withoutLooseEnds(parts: Parts): Parts {
  const idsOf = (object: PartObject) => new Set((parts[object] ?? []).map((row) => row.id));
  const known = {
    contact_id: idsOf('contact'),
    phone_id: idsOf('phone'),
    service_at_location_id: idsOf('service_at_location'),
  };
  const tied: Partial<Record<PartObject, unknown[]>> = {};
  for (const [object, rows] of Object.entries(parts) as [PartObject, Record<string, unknown>[]][])
    tied[object] = rows.map((row) => {
      const loose = Object.entries(known).filter(([field, ids]) => row[field] && !ids.has(textIn(row[field])));
      return loose.length === 0 ? row : { ...row, ...Object.fromEntries(loose.map(([field]) => [field, null])) };
    });
  return tied as Parts;
}

/**
 * What a record is, of all that its living sources say: field by field the word of the source that comes first, in each
 * language; where sources contradict one another a conflict stands, until somebody decides or the directory says it itself.
 */
export function mergeStatements(object: HomeObject, statements: Statement[], decisions: Decisions = new Map()): Merged {
  const conflicts: Conflict[] = [];
  const fields: Record<string, unknown> = {};
  for (const field of fieldNames(statements)) {
    const merge = isText(object, field) ? mergeText : mergeValue;
    const merged = merge(statements, field, decisions);
    if (isSaid(merged.value)) fields[field] = merged.value;
    conflicts.push(...merged.conflicts);
  }
  return { content: { fields: fields as Content['fields'], parts: mergeParts(statements, decisions) }, conflicts };
}
