import type { Locale } from '@qantara/kernel';
import {
  fieldsOf,
  HOME_OBJECTS,
  modelOf,
  referenceOf,
  type AnyRow,
  type HomeObject,
  type ObjectName,
} from '@qantara/directory/domain';
import type { ImportReport } from './import-report.ts';
import { modernRows } from './older-rows.ts';
import { RowReader } from './row-reader.ts';
import { isStanding, type Home, type StagedRow } from './staged-row.ts';
import type { TableName, TableRow } from './tables.ts';
import { extraColumns, isConfidential, typedRow } from './typed-row.ts';

const NOBODY = 'nobody';
type Known = Home | typeof NOBODY;

/** In this order a row's references say what it belongs to. */
const OWNERS: readonly [field: string, object: ObjectName][] = [
  ['service_at_location_id', 'service_at_location'],
  ['service_id', 'service'],
  ['contact_id', 'contact'],
  ['phone_id', 'phone'],
  ['location_id', 'location'],
  ['organization_id', 'organization'],
];
/** Rows that name no record of their own: what they say is nothing without it. */
const LINKS: Partial<Record<string, string>> = {
  attribute: 'link_id',
  metadata: 'resource_id',
  translation: 'resource_id',
};

/** What a row calls the record that it names. */
function nameIn(typed: AnyRow, field: string): string {
  const name = typed[field];
  return typeof name === 'string' ? name : '';
}

const isHome = (object: string): object is HomeObject => HOME_OBJECTS.includes(object as HomeObject);

/**
 * Reads the rows of a package, table by table in `READING_ORDER`, whatever its version. Only identifiers are remembered:
 * how many rows there are does not matter. A refused record takes what belongs to it along (`parent_refused`).
 */
export class PackageReader {
  readonly #report: ImportReport;
  readonly #language: Locale;
  readonly #known = new Map<string, Map<string, Known>>();
  readonly #refused = new Map<string, Set<string>>();
  readonly #confidential = new Set<string>();

  constructor(report: ImportReport, language: Locale) {
    this.#report = report;
    this.#language = language;
  }

  /** The homes that the source speaks of and whose own rows were refused: they are not gone. */
  refusedHomes(): StagedRow[] {
    return HOME_OBJECTS.flatMap((object) =>
      [...(this.#refused.get(object) ?? [])].map((sourceId) => ({
        object: 'spoken' as const,
        home: { object, sourceId },
        row: { id: '' },
      })),
    );
  }

  /** The rows of HSDS 3.1 that one line of a table makes; none where it was refused, which is in the report. */
  read(table: TableName, row: TableRow): StagedRow[] {
    if (table === 'translation' || table === 'eligibility') return this.#readWords(table, row);
    return modernRows(table, row).flatMap((one) => this.#readRow(one.object, one.row));
  }

  #readRow(object: ObjectName, table: TableRow): StagedRow[] {
    const isHidden = this.#isHidden(object, table);
    const row = new RowReader(table, this.#report, isHidden);
    const typed = this.#isTwice(object, row) ? undefined : typedRow(table, { ...this.#as(object), isHidden });
    const home = typed === undefined ? undefined : this.#homeOf(object, typed, row);
    if (typed === undefined || home === undefined) {
      this.#remember(this.#refused, object, row.raw('id'));
      return [];
    }
    this.#dropLooseEnds(object, typed, row);
    if (typed.id !== '') this.#keep(object, typed.id, home ?? NOBODY);
    return [...this.#unknownTerm(typed), { object, home, row: typed }, ...this.#extras(object, typed, { table, home })];
  }

  /** A term that no table explains speaks by its code. */
  #unknownTerm(typed: AnyRow): StagedRow[] {
    const term = typed['taxonomy_term_id'];
    if (typeof term !== 'string' || this.#known.get('taxonomy_term')?.has(term) === true) return [];
    this.#keep('taxonomy_term', term, NOBODY);
    return [{ object: 'taxonomy_term', home: null, row: { id: term, code: term, name: { [this.#language]: term } } }];
  }

  /** Whether a row is, or is about, a place that must not be told. */
  #isHidden(object: ObjectName, table: TableRow): boolean {
    if (object === 'location' && isConfidential(table)) this.#confidential.add((table.cells['id'] ?? '').trim());
    const named = object === 'location' ? table.cells['id'] : table.cells['location_id'];
    return this.#confidential.has((named ?? '').trim());
  }

  #as(object: ObjectName) {
    return { object, language: this.#language, report: this.#report };
  }

  /** A home record needs its name; a part that calls itself as another does gets a name of ours. */
  #isTwice(object: ObjectName, row: RowReader): boolean {
    const id = row.raw('id');
    const isKnown = this.#known.get(object)?.has(id) === true;
    if (!isHome(object)) return false;
    if (id === '') row.refuseRow('required', 'id');
    else if (isKnown || this.#refused.get(object)?.has(id) === true) row.refuseRow('duplicate_id', 'id');
    else return false;
    return true;
  }

  /** What a row belongs to; undefined where it belongs to nothing that is there, which refuses it. */
  #homeOf(object: ObjectName, typed: AnyRow, row: RowReader): Home | null | undefined {
    if (isStanding(object)) return null;
    if (isHome(object)) return this.#hasOwner(object, typed, row) ? { object, sourceId: typed.id } : undefined;
    const link = LINKS[object];
    if (link !== undefined) return this.#linked(link, row);
    if (this.#lacksOwner(object, typed, row)) return undefined;
    const named = OWNERS.filter(([field]) => typeof typed[field] === 'string');
    const found = named.flatMap(([field, owner]) => this.#known.get(owner)?.get(nameIn(typed, field)) ?? []);
    const [home] = found.filter((known) => known !== NOBODY);
    if (home !== undefined) return home;
    const [first] = named;
    this.#refuse(row, first?.[0] ?? this.#ownerField(object), first?.[1]);
    return undefined;
  }

  /** A link between a service and a place that is not there links nothing. */
  #lacksOwner(object: ObjectName, typed: AnyRow, row: RowReader): boolean {
    for (const [field, owner] of OWNERS) {
      if (!modelOf(object).required.includes(field)) continue;
      if (this.#known.get(owner)?.has(nameIn(typed, field)) === true) continue;
      this.#refuse(row, field, owner);
      return true;
    }
    return false;
  }

  #ownerField(object: ObjectName): string {
    const fields = new Set(fieldsOf(object).map(([field]) => field));
    return OWNERS.findLast(([field]) => fields.has(field) && field !== 'organization_id')?.[0] ?? 'organization_id';
  }

  /** A service without its organisation is nobody's; a location may stand alone. */
  #hasOwner(object: HomeObject, typed: AnyRow, row: RowReader): boolean {
    if (object !== 'service') return true;
    if (this.#known.get('organization')?.has(String(typed['organization_id']))) return true;
    this.#refuse(row, 'organization_id', 'organization');
    return false;
  }

  #refuse(row: RowReader, field: string, owner: ObjectName | undefined): void {
    const isRefused = owner !== undefined && this.#refused.get(owner)?.has(row.raw(field)) === true;
    if (row.raw(field) === '') row.refuseRow('required', field);
    else row.refuseRow(isRefused ? 'parent_refused' : 'not_found', field);
  }

  #linked(field: string, row: RowReader): Home | null | undefined {
    const id = row.raw(field);
    const said = this.#known.get(row.raw(field === 'link_id' ? 'link_entity' : 'resource_type'));
    for (const known of [...(said === undefined ? [] : [said]), ...this.#known.values()]) {
      const home = known.get(id);
      if (home !== undefined) return home === NOBODY ? null : home;
    }
    const isRefused = [...this.#refused.values()].some((ids) => ids.has(id));
    row.refuseRow(id === '' ? 'required' : isRefused ? 'parent_refused' : 'not_found', field);
    return undefined;
  }

  /** A name of a record that is not there is let go, and said; the row stands without it. */
  #dropLooseEnds(object: ObjectName, typed: AnyRow, row: RowReader): void {
    for (const [field, kind] of fieldsOf(object)) {
      const target = referenceOf(kind);
      const isOwnTable = target === object || target === undefined || target === 'any';
      if (isOwnTable || typed[field] === undefined || target === 'taxonomy_term') continue;
      if (this.#known.get(target)?.has(nameIn(typed, field)) === true) continue;
      row.leaveOut('not_found', field);
      delete typed[field];
    }
  }

  /** Columns that HSDS has no field for are kept as attributes under the column's name. */
  #extras(object: ObjectName, typed: AnyRow, of: { table: TableRow; home: Home | null }): StagedRow[] {
    if (of.home === null || object === 'attribute' || object === 'metadata') return [];
    const { home } = of;
    return extraColumns(of.table, object).map(([column, value]) => {
      this.#report.note('keptColumns', `${of.table.file}: ${column}`);
      const row = {
        id: '',
        link_id: typed.id === '' ? home.sourceId : typed.id,
        link_entity: typed.id === '' ? home.object : object,
        link_type: 'column',
        label: column.slice(0, 200),
        value: value.trim(),
      };
      return { object: 'attribute' as const, home, row };
    });
  }

  /** Words for a record that was read already: a translation of one of its fields, or 1.1's eligibility. */
  #readWords(table: 'translation' | 'eligibility', at: TableRow): StagedRow[] {
    const row = new RowReader(at, this.#report);
    if (table === 'eligibility') return this.#readEligibility(row);
    const home = this.#linked('resource_id', row);
    const text = row.text('text');
    const language = row.choice('language', ['ar', 'fr', 'en']);
    if (home === undefined || text === null || language === null) return [];
    const cells = Object.fromEntries(Object.entries(at.cells).filter(([, value]) => value !== ''));
    return [{ object: 'translation', home, row: { ...cells, id: '', text, language } }];
  }

  #readEligibility(row: RowReader): StagedRow[] {
    const service = this.#known.get('service')?.get(row.raw('service_id'));
    const text = row.text('eligibility');
    if (service === undefined || service === NOBODY) this.#refuse(row, 'service_id', 'service');
    if (service === undefined || service === NOBODY || text === null) return [];
    return [{ object: 'eligibility', home: service, row: { id: '', text: { [this.#language]: text } } }];
  }

  #keep(object: ObjectName, id: string, home: Known): void {
    const known = this.#known.get(object) ?? new Map<string, Known>();
    known.set(id, home);
    this.#known.set(object, known);
  }

  #remember(where: Map<string, Set<string>>, object: ObjectName, id: string): void {
    if (id === '') return;
    where.set(object, (where.get(object) ?? new Set()).add(id));
  }
}
