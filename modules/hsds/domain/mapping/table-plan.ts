import { foldText, type Locale } from '@qantara/kernel';
import {
  LEFT_OUT,
  MAPPING_FIELDS,
  type ColumnMapping,
  type MappedObject,
  type TableMapping,
} from '../../contract/index.ts';

/** What one row is about: a place where a service is given is a row of its own in some exports. */
export type RowIs = 'organization' | 'service' | 'location' | 'link' | 'mixed';
export type Said = Exclude<MappedObject, 'row'>;

/** A column with the field that it fills in rows of one kind; without a field it is kept under its own name. */
export type PlannedColumn = {
  column: string;
  object: Said | null;
  field: string;
  language: Locale | null;
  /** Columns of one phone or one contact share it. */
  group: string;
  /** Whether another column says the same before it. */
  isMore: boolean;
};

const LOCATED = new Set<string>(
  MAPPING_FIELDS.location.slice(
    MAPPING_FIELDS.location.indexOf('address'),
    MAPPING_FIELDS.location.indexOf('is_public') + 1,
  ),
);
const OF_LINK = /^(?:phone|fax|textphone|contact_|hours$|service_areas$|description$)/;

function parentOf(is: RowIs): { object: Said; field: string } {
  return is === 'organization'
    ? { object: 'organization', field: 'parent_organization_id' }
    : { object: 'organization', field: 'id' };
}

/** How an object calls a field; undefined where it has none. Organisations of HSDS call their address on the web otherwise. */
export function fieldFor(object: MappedObject, field: string): string | undefined {
  const fields: readonly string[] = MAPPING_FIELDS[object];
  if (fields.includes(field)) return field;
  return object === 'organization' && field === 'url' ? 'website' : undefined;
}

/** What a column that speaks of "this row" says of a row of this kind; undefined where such a row has no field for it. */
function ownField(field: string, is: RowIs): { object: Said; field: string } | undefined {
  const own: Said = is === 'mixed' ? 'service' : is;
  if (field === 'parent_id') return parentOf(is);
  if (field === 'parent_name') return is === 'organization' ? undefined : { object: 'organization', field: 'name' };
  if (own === 'link') return OF_LINK.test(field) ? { object: 'link', field } : undefined;
  // Organisations and services have no address in HSDS: they have a place that has one.
  if (LOCATED.has(field)) return { object: 'location', field };
  const known = fieldFor(own, field);
  return known === undefined ? undefined : { object: own, field: known };
}

const PHONE_PARTS = /(?:isprivate|description|extension|number|private|name|type|ext)$/;
const CONTACT_PARTS = /(?:emailaddress|phonenumber|isprivate|department|private|email|phone|title|name|type)$/;

const isPhone = (field: string): boolean => /^(?:phone|fax|textphone)/.test(field);
const isContact = (field: string): boolean => field.startsWith('contact_');

function groupOf({ column }: ColumnMapping, field: string): string {
  const name = foldText(column).replaceAll(' ', '');
  if (isPhone(field)) return name.replace(PHONE_PARTS, '');
  return isContact(field) ? name.replace(CONTACT_PARTS, '') : '';
}

/** Where there is only one number, or one name, whatever is said of a number or a person is said of it. */
function regrouped(columns: PlannedColumn[]): PlannedColumn[] {
  const anchors = (object: Said | null, isAnchor: (field: string) => boolean) =>
    columns.filter((one) => one.object === object && isAnchor(one.field)).length;
  return columns.map((one) => {
    const isOnlyPhone =
      isPhone(one.field) && anchors(one.object, (field) => /^(?:phone|fax|textphone)$/.test(field)) <= 1;
    const isOnlyContact = isContact(one.field) && anchors(one.object, (field) => field === 'contact_name') <= 1;
    return isOnlyPhone || isOnlyContact ? { ...one, group: '' } : one;
  });
}

function planned(column: ColumnMapping, is: RowIs): PlannedColumn | undefined {
  if (column.target === LEFT_OUT || column.target === 'row.kind') return undefined;
  const kept = { column: column.column, object: null, field: '', language: column.language, group: '', isMore: false };
  if (column.target === null) return kept;
  const [object = '', field = ''] = column.target.split('.');
  const own = object === 'row' ? ownField(field, is) : { object: object as Said, field };
  return own === undefined ? kept : { ...kept, ...own, group: groupOf(column, own.field) };
}

function ordered(columns: PlannedColumn[]): PlannedColumn[] {
  const seen = new Set<string>();
  return columns.map((one) => {
    const key = `${one.object}.${one.field} ${one.language ?? ''}`;
    const isMore = one.object !== null && seen.has(key);
    seen.add(key);
    return isMore ? { ...one, isMore } : one;
  });
}

const KINDS: readonly RowIs[] = ['organization', 'service', 'location', 'link', 'mixed'];

/** How the rows of one table are read, by what each is. */
export class TablePlan {
  readonly mapping: TableMapping;
  readonly kindColumn: string | undefined;
  readonly #columns: ReadonlyMap<RowIs, PlannedColumn[]>;

  constructor(mapping: TableMapping) {
    this.mapping = mapping;
    this.kindColumn = mapping.columns.find(({ target }) => target === 'row.kind')?.column;
    const kinds = mapping.rows === 'by_column' ? KINDS : [mapping.rows as RowIs];
    this.#columns = new Map(
      kinds.map((is) => [is, ordered(regrouped(mapping.columns.flatMap((column) => planned(column, is) ?? [])))]),
    );
  }

  columnsOf(is: RowIs): PlannedColumn[] {
    return this.#columns.get(is) ?? [];
  }

  /** Whether some row of the table may say this. */
  says(object: Said, isField: (field: string) => boolean = () => true): boolean {
    return [...this.#columns.values()].some((columns) =>
      columns.some((one) => one.object === object && isField(one.field)),
    );
  }

  get namesOrganizations(): boolean {
    return this.says('organization', (field) => field === 'id' || field === 'name');
  }

  /** Whether some column is kept under its own name. */
  get keeps(): boolean {
    return [...this.#columns.values()].some((columns) => columns.some(({ object }) => object === null));
  }
}

/** What a cell calls a kind of row: the words of each kind, out of `db/seeds/column-names.json`. */
export type KindWords = Readonly<Record<Exclude<RowIs, 'mixed'>, readonly string[]>>;

/** Which kind of row a word means, however it is written; undefined where it means none. */
export function kindOf(said: string, words: KindWords): RowIs | undefined {
  const plain = foldText(said).replaceAll(' ', '');
  const kinds = Object.entries(words) as [RowIs, readonly string[]][];
  return kinds.find(([, names]) => names.some((name) => foldText(name).replaceAll(' ', '') === plain))?.[0];
}
