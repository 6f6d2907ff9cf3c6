import { fieldsOf, modelOf, type AnyRow, type ObjectName } from '@qantara/directory/domain';
import { hasAttributes, hasMetadata, nestingOf } from './nesting.ts';

/** Rows by object, in the order in which they are to stand. */
export type RowsByObject = ReadonlyMap<ObjectName, readonly AnyRow[]>;
export type Nested = Record<string, unknown>;

/** Where to find the rows that belong to a row: by object, by the field that names it, by its identifier. */
export type RowIndex = {
  of: (object: ObjectName, by: string, id: string) => readonly AnyRow[];
  one: (object: ObjectName, id: unknown) => AnyRow | undefined;
};

const NO_ROWS: readonly AnyRow[] = [];

/** An index over rows that is made as it is asked: most objects of a record are never looked up by most fields. */
export function indexRows(rows: RowsByObject): RowIndex {
  const indexes = new Map<string, Map<unknown, AnyRow[]>>();
  const indexOf = (object: ObjectName, by: string): Map<unknown, AnyRow[]> => {
    const name = `${object}.${by}`;
    const known = indexes.get(name);
    if (known !== undefined) return known;
    const index = new Map<unknown, AnyRow[]>();
    for (const row of rows.get(object) ?? NO_ROWS) {
      const list = index.get(row[by]);
      if (list === undefined) index.set(row[by], [row]);
      else list.push(row);
    }
    indexes.set(name, index);
    return index;
  };
  return {
    of: (object, by, id) => indexOf(object, by).get(id) ?? NO_ROWS,
    one: (object, id) => (typeof id === 'string' ? indexOf(object, 'id').get(id)?.[0] : undefined),
  };
}

/** What a nested row has in the end: HSDS's order of fields, and what our profile adds after it. */
export type Dress = (object: ObjectName, nested: Nested, row: AnyRow) => Nested;

const PLAIN: Dress = (_object, nested) => nested;

export type NestOptions = {
  index: RowIndex;
  dress?: Dress;
  /** Lists and ones that are left out: an organisation without its services, a service_at_location inside a service. */
  without?: ReadonlySet<string>;
};

type Place = { index: RowIndex; dress: Dress; without: ReadonlySet<string> };

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function ownFields(object: ObjectName, row: AnyRow, said: ReadonlySet<string>): Nested {
  const nested: Nested = { id: row.id };
  for (const field of Object.keys(modelOf(object).fields))
    if (isSaid(row[field]) && !said.has(field)) nested[field] = row[field];
  return nested;
}

function nestPolymorphic(object: ObjectName, row: AnyRow, place: Place): Nested {
  const nested: Nested = {};
  const attributes = hasAttributes(object) ? place.index.of('attribute', 'link_id', row.id) : NO_ROWS;
  const metadata = hasMetadata(object) ? place.index.of('metadata', 'resource_id', row.id) : NO_ROWS;
  const implied = (one: AnyRow, field: string, id: string): string[] => (one[field] === object ? [id, field] : [id]);
  if (attributes.length > 0)
    nested['attributes'] = attributes.map((one) =>
      nestRow('attribute', one, { place, said: new Set(implied(one, 'link_entity', 'link_id')) }),
    );
  if (metadata.length > 0)
    nested['metadata'] = metadata.map((one) =>
      nestRow('metadata', one, { place, said: new Set(implied(one, 'resource_type', 'resource_id')) }),
    );
  return nested;
}

function nestRow(object: ObjectName, row: AnyRow, of: { place: Place; said: ReadonlySet<string> }): Nested {
  const { place } = of;
  const nested = ownFields(object, row, of.said);
  const { lists, ones } = nestingOf(object);
  for (const { key, object: inner, by } of lists) {
    if (place.without.has(`${object}.${key}`)) continue;
    const rows = place.index.of(inner, by, row.id);
    if (rows.length > 0) nested[key] = rows.map((one) => nestRow(inner, one, { place, said: new Set([by]) }));
  }
  for (const { key, object: inner, by } of ones) {
    const one = place.without.has(`${object}.${key}`) || of.said.has(by) ? undefined : place.index.one(inner, row[by]);
    if (one !== undefined) nested[key] = nestRow(inner, one, { place, said: new Set() });
  }
  return place.dress(object, { ...nested, ...nestPolymorphic(object, row, place) }, row);
}

/**
 * A row with all that belongs to it inside, as HSDS 3.1 nests it: a row stands under everything that it names, and does not
 * repeat the name of what it stands in. What would go round in a circle (a service in its own organisation) is left out.
 */
export function nestRecord(object: ObjectName, row: AnyRow, options: NestOptions): Nested {
  const place = { index: options.index, dress: options.dress ?? PLAIN, without: options.without ?? new Set<string>() };
  return nestRow(object, row, { place, said: new Set() });
}

/** What is left out of each object so that nothing stands inside itself. */
export const WITHOUT: Record<'service' | 'organization' | 'service_at_location', ReadonlySet<string>> = {
  service: new Set(['organization.services', 'organization.locations', 'service_at_location.service']),
  organization: new Set(['organization.services', 'service_at_location.service', 'service.organization']),
  service_at_location: new Set([
    'organization.services',
    'organization.locations',
    'service.service_at_locations',
    'service_at_location.service',
  ]),
};

/** The fields of an object, `id` first. */
export function columnsOfObject(object: ObjectName): string[] {
  return ['id', ...fieldsOf(object).map(([field]) => field)];
}
