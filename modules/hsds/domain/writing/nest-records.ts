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
  const indexes = new Map<ObjectName, Map<string, Map<unknown, AnyRow[]>>>();
  const make = (object: ObjectName, by: string): Map<unknown, AnyRow[]> => {
    const index = new Map<unknown, AnyRow[]>();
    for (const row of rows.get(object) ?? NO_ROWS) {
      const list = index.get(row[by]);
      if (list === undefined) index.set(row[by], [row]);
      else list.push(row);
    }
    return index;
  };
  const indexOf = (object: ObjectName, by: string): Map<unknown, AnyRow[]> => {
    let ofObject = indexes.get(object);
    if (ofObject === undefined) indexes.set(object, (ofObject = new Map()));
    let index = ofObject.get(by);
    if (index === undefined) ofObject.set(by, (index = make(object, by)));
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
type Said = ReadonlySet<string>;
type Level = { place: Place; said: Said };

const NOTHING_SAID: Said = new Set();

/** How an object is gone through, worked out once: most of the time of a long answer is spent here. */
type Plan = {
  fields: readonly (readonly [string, FieldKind])[];
  lists: { key: string; object: ObjectName; by: string; name: string; said: Said }[];
  ones: { key: string; object: ObjectName; by: string; name: string }[];
  hasAttributes: boolean;
  hasMetadata: boolean;
};

const PLANS = new Map(
  OBJECT_NAMES.map((object): [ObjectName, Plan] => {
    const { lists, ones } = nestingOf(object);
    return [
      object,
      {
        fields: fieldsOf(object),
        lists: lists.map((list) => ({ ...list, name: `${object}.${list.key}`, said: new Set([list.by]) })),
        ones: ones.map((one) => ({ ...one, name: `${object}.${one.key}` })),
        hasAttributes: hasAttributes(object),
        hasMetadata: hasMetadata(object),
      },
    ];
  }),
);

function planOf(object: ObjectName): Plan {
  const plan = PLANS.get(object);
  if (plan === undefined) throw new Error(`${object} is no object of HSDS`);
  return plan;
}

/** Attributes and metadata name what they belong to by identifier and kind: where they stand says both. */
const LINKS = {
  attribute: { key: 'attributes', id: 'link_id', kind: 'link_entity' },
  metadata: { key: 'metadata', id: 'resource_id', kind: 'resource_type' },
} as const;
const SAID_BY_LINK = {
  attribute: { whole: new Set(['link_id', 'link_entity']), id: new Set(['link_id']) },
  metadata: { whole: new Set(['resource_id', 'resource_type']), id: new Set(['resource_id']) },
};

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function ownFields(object: ObjectName, row: AnyRow, { place, said }: Level): Nested {
  const nested: Nested = { id: row.id };
  for (const field of planOf(object).fields) {
    const [name] = field;
    const raw = row[name];
    if (!isSaid(raw) || said.has(name)) continue;
    const value = place.say(object, field, raw);
    if (isSaid(value)) nested[name] = value;
  }
  return nested;
}

function linked(nested: Nested, { object, row, place }: At, inner: 'attribute' | 'metadata'): void {
  const { key, id, kind } = LINKS[inner];
  const rows = place.index.of(inner, id, row.id);
  if (rows.length === 0) return;
  const { whole, id: idAlone } = SAID_BY_LINK[inner];
  nested[key] = rows
    .map((one) => nestRow(inner, one, { place, said: one[kind] === object ? whole : idAlone }))
    .filter((one) => one !== undefined);
}

function withLists(nested: Nested, { object, row, place }: At): void {
  for (const { key, object: inner, by, name, said } of planOf(object).lists) {
    const rows = place.without.has(name) ? NO_ROWS : place.index.of(inner, by, row.id);
    if (rows.length === 0) continue;
    const list = rows.map((one) => nestRow(inner, one, { place, said })).filter((one) => one !== undefined);
    if (list.length > 0) nested[key] = list;
  }
}

function nestRow(object: ObjectName, row: AnyRow, level: Level): Nested | undefined {
  const { place, said } = level;
  const plan = planOf(object);
  const nested = ownFields(object, row, level);
  for (const { key, object: inner, by, name } of plan.ones) {
    if (said.has(by) || place.without.has(name)) continue;
    const one = place.index.one(inner, row[by]);
    const made = one && nestRow(inner, one, { place, said: NOTHING_SAID });
    if (made !== undefined) nested[key] = made;
  }
  if (!place.isShallow) {
    const at = { object, row, place };
    withLists(nested, at);
    if (plan.hasAttributes) linked(nested, at, 'attribute');
    if (plan.hasMetadata) linked(nested, at, 'metadata');
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
