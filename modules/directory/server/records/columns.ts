import { fieldsOf, type AnyRow, type ObjectName } from '../../domain/index.ts';

/** What a field is called in our tables: HSDS's own name, but for the words that this house writes otherwise. */
const RENAMED: Partial<Record<ObjectName, Readonly<Record<string, string>>>> = {
  organization: { parent_organization_id: 'parent_organisation_id' },
  location: { organization_id: 'organisation_id' },
  service: { organization_id: 'organisation_id', assured_date: 'assured_at', last_modified: 'updated_at' },
};

export function columnOf(object: ObjectName, field: string): string {
  return RENAMED[object]?.[field] ?? field;
}

/** The key of an object's table. */
export function keyOf(object: ObjectName): string {
  return object === 'organization' ? 'organisation_id' : `${object}_id`;
}

/** A row of HSDS as the columns of its table; what is not said is null. */
export function columnsOf(object: ObjectName, row: AnyRow): Record<string, unknown> {
  const columns: Record<string, unknown> = { [keyOf(object)]: row.id };
  for (const [field] of fieldsOf(object)) columns[columnOf(object, field)] = row[field] ?? null;
  return columns;
}

/** A day where only the day was said: midnight is how the database keeps it. */
function dayOrMoment(value: string): string {
  const at = new Date(value).toISOString();
  return at.endsWith('T00:00:00.000Z') ? at.slice(0, 10) : at;
}

/** What the database keeps as a moment; all other times stand as their source wrote them. */
const MOMENTS: Record<string, (value: string) => string> = {
  assured_date: dayOrMoment,
  last_modified: (value) => new Date(value).toISOString(),
};

/** A row of a table, as JSON gives it, as the row of HSDS that it holds. */
export function rowOf(object: ObjectName, columns: Record<string, unknown>): AnyRow {
  const row: AnyRow = { id: String(columns[keyOf(object)]) };
  for (const [field] of fieldsOf(object)) {
    const value = columns[columnOf(object, field)];
    if (value === null || value === undefined) continue;
    row[field] = typeof value === 'string' ? (MOMENTS[field]?.(value) ?? value) : value;
  }
  return row;
}
