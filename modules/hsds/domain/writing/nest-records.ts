import { fieldsOf, OBJECT_NAMES, type AnyRow, type FieldKind, type ObjectName } from '@qantara/directory/domain';
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

/** What a field says where it goes out: a text in one language, an address that is one; undefined leaves it out. */
export type Say = (object: ObjectName, field: readonly [name: string, kind: FieldKind], value: unknown) => unknown;
/** What an object has in the end, besides its fields; undefined leaves it out. */
export type Dress = (object: ObjectName, nested: Nested, row: AnyRow) => Nested | undefined;

export type NestOptions = {
  index: RowIndex;
  say?: Say;
  dress?: Dress;
  /** Lists and ones that are left out: `organization.services`, `service_at_location.service`. */
  without?: ReadonlySet<string>;
  /** Only what there is one of: fields, and the records that they name. */
  isShallow?: boolean;
};

type Place = Required<NestOptions>;
type At = { object: ObjectName; row: AnyRow; place: Place };
type Level = { place: Place; said: ReadonlySet<string> };

const NOTHING_SAID: ReadonlySet<string> = new Set();
const FIELDS = new Map(OBJECT_NAMES.map((object) => [object, fieldsOf(object)]));

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function ownFields(object: ObjectName, row: AnyRow, { place, said }: Level): Nested {
  const nested: Nested = { id: row.id };
  for (const field of FIELDS.get(object) ?? []) {
    const [name] = field;
    const raw = row[name];
    if (!isSaid(raw) || said.has(name)) continue;
    const value = place.say(object, field, raw);
    if (isSaid(value)) nested[name] = value;
  }
  return nested;
}

function nestAll(object: ObjectName, rows: readonly AnyRow[], level: (row: AnyRow) => Level): Nested[] {
  return rows.map((row) => nestRow(object, row, level(row))).filter((one) => one !== undefined);
}

/** Attributes and metadata name what they belong to by identifier and kind: where they stand says both. */
function linked(nested: Nested, { object, row, place }: At): void {
  const level = (one: AnyRow, id: string, kind: string): Level => ({
    place,
    said: new Set(one[kind] === object ? [id, kind] : [id]),
  });
  const attributes = hasAttributes(object) ? place.index.of('attribute', 'link_id', row.id) : NO_ROWS;
  if (attributes.length > 0)
    nested['attributes'] = nestAll('attribute', attributes, (one) => level(one, 'link_id', 'link_entity'));
  const metadata = hasMetadata(object) ? place.index.of('metadata', 'resource_id', row.id) : NO_ROWS;
  if (metadata.length > 0)
    nested['metadata'] = nestAll('metadata', metadata, (one) => level(one, 'resource_id', 'resource_type'));
}

function withLists(nested: Nested, { object, row, place }: At): void {
  for (const { key, object: inner, by } of nestingOf(object).lists) {
    if (place.without.has(`${object}.${key}`)) continue;
    const rows = place.index.of(inner, by, row.id);
    if (rows.length === 0) continue;
    const said = new Set([by]);
    const list = nestAll(inner, rows, () => ({ place, said }));
    if (list.length > 0) nested[key] = list;
  }
}

function nestRow(object: ObjectName, row: AnyRow, level: Level): Nested | undefined {
  const { place, said } = level;
  const nested = ownFields(object, row, level);
  for (const { key, object: inner, by } of nestingOf(object).ones) {
    if (said.has(by) || place.without.has(`${object}.${key}`)) continue;
    const one = place.index.one(inner, row[by]);
    const made = one && nestRow(inner, one, { place, said: NOTHING_SAID });
    if (made !== undefined) nested[key] = made;
  }
  if (!place.isShallow) {
    withLists(nested, { object, row, place });
    linked(nested, { object, row, place });
  }
  return place.dress(object, nested, row);
}

/**
 * A row with all that belongs to it inside, as HSDS 3.1 nests it: a row stands under everything that it names, and does not
 * repeat the name of what it stands in. What would go round in a circle (a service in its own organisation) is left out.
 */
export function nestRecord(object: ObjectName, row: AnyRow, options: NestOptions): Nested | undefined {
  const place: Place = {
    say: (_object, _field, value) => value,
    dress: (_object, nested) => nested,
    without: NOTHING_SAID,
    isShallow: false,
    ...options,
  };
  return nestRow(object, row, { place, said: NOTHING_SAID });
}

/** What is left out of each object so that nothing stands inside itself. */
export const WITHOUT: Record<'service' | 'organization' | 'service_at_location', ReadonlySet<string>> = {
  service: new Set(['organization.services', 'organization.locations', 'service_at_location.service']),
  organization: new Set(['service_at_location.service', 'service.organization']),
  service_at_location: new Set(['organization.services', 'organization.locations', 'service.service_at_locations']),
};
