import { foldText, type Locale } from '@qantara/kernel';
import type { TableRow } from '../reading/tables.ts';
import { shortName } from './plain-values.ts';
import type { PlannedColumn, RowIs, Said, TablePlan } from './table-plan.ts';
import { yesOrNo } from './yes-or-no.ts';

export type SaidCell = { column: string; value: string; language: Locale | null; group: string; isMore: boolean };

/** What is known of the whole file before any of its rows is read for what it says. */
export type FileIndex = {
  /** What the file calls an organisation that a row names by its name alone. */
  organizationId: (name: string) => string | undefined;
  /** Whether some row gives this organisation a name. */
  isNamed: (organizationId: string) => boolean;
};

/** The fields by which two rows are seen to speak of one place. */
const PLACE = [
  'name',
  'address',
  'address_1',
  'city',
  'postal_code',
  'latitude',
  'longitude',
  'coordinates',
  'mailing_address',
  'mailing_address_1',
];

/** What spreadsheets and databases write for nothing. */
const EMPTY = /^(?:#?n\/a|null|-+|–|—)$/i;

/** One row of a table with what its columns say, and what it calls the records that it speaks of. */
export class MappedRow {
  readonly at: Pick<TableRow, 'file' | 'row'>;
  readonly is: RowIs;
  readonly plan: TablePlan;
  readonly #cells = new Map<string, SaidCell[]>();
  readonly #kept: SaidCell[] = [];
  readonly #index: FileIndex;

  constructor(table: TableRow, of: { plan: TablePlan; is: RowIs; index: FileIndex }) {
    this.at = { file: table.file, row: table.row };
    this.is = of.is;
    this.plan = of.plan;
    this.#index = of.index;
    for (const planned of of.plan.columnsOf(of.is)) this.#take(planned, (table.cells[planned.column] ?? '').trim());
  }

  #take({ object, field, ...planned }: PlannedColumn, value: string): void {
    if (value === '' || EMPTY.test(value)) return;
    const cell = { ...planned, value };
    if (object === null) {
      this.#kept.push(cell);
      return;
    }
    const key = `${object}.${field}`;
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), cell]);
  }

  cells(object: Said, field: string): SaidCell[] {
    return this.#cells.get(`${object}.${field}`) ?? [];
  }

  first(object: Said, field: string): string {
    return this.cells(object, field)[0]?.value ?? '';
  }

  fieldsOf(object: Said): string[] {
    return [...this.#cells.keys()].flatMap((key) =>
      key.startsWith(`${object}.`) ? [key.slice(object.length + 1)] : [],
    );
  }

  /** Cells that have no place in the record, besides those that nobody gave one. */
  get kept(): SaidCell[] {
    const homeless = (['service', 'location', 'link'] as const).filter((object) => this.idOf(object) === '');
    const lost = homeless.flatMap((object) => this.fieldsOf(object).flatMap((field) => this.cells(object, field)));
    return [...this.#kept, ...lost];
  }

  get isExcluded(): boolean {
    return (['organization', 'service', 'location'] as const).some((object) =>
      this.cells(object, 'is_excluded').some(({ value }) => yesOrNo(value) === true),
    );
  }

  /** What is not said to be public is not: a word that is neither yes nor no protects. */
  get isConfidential(): boolean {
    const isHidden = this.cells('location', 'is_confidential').some(({ value }) => yesOrNo(value) !== false);
    return isHidden || this.cells('location', 'is_public').some(({ value }) => yesOrNo(value) !== true);
  }

  /** What the file calls what this row speaks of; empty where it speaks of none. */
  idOf(object: 'organization' | 'service' | 'location' | 'link'): string {
    if (object === 'organization') return this.#organizationId();
    if (object === 'service') return this.#serviceId();
    if (object === 'location') return this.#locationId();
    return this.#linkId();
  }

  /** An organisation that the row names and that nobody in the file names, where the mapping says whose it is then. */
  get strayOrganization(): string {
    const id = this.first('organization', 'id');
    const isStray = id !== '' && this.is !== 'organization' && this.plan.mapping.organisation !== null;
    return isStray && !this.#index.isNamed(id) ? id : '';
  }

  /** The name of an organisation that the row does not say: the one for the whole table, else that of a lone service. */
  get givenOrganization(): string {
    const { organisation } = this.plan.mapping;
    const isSaid = this.first('organization', 'id') !== '' || this.first('organization', 'name') !== '';
    if (this.is === 'organization' || (isSaid && this.strayOrganization === '')) return '';
    if (organisation !== null) return organisation;
    return this.is === 'mixed' && !this.plan.namesOrganizations ? this.first('service', 'name') : '';
  }

  #organizationId(): string {
    const id = this.first('organization', 'id');
    if (id !== '' && this.strayOrganization === '') return id;
    const name = this.givenOrganization || this.first('organization', 'name');
    return name === '' ? '' : (this.#index.organizationId(name) ?? organizationIdOf(name));
  }

  #serviceId(): string {
    const id = this.first('service', 'id');
    const name = foldText(this.first('service', 'name'));
    return id !== '' || name === '' ? id : shortName(`${this.#organizationId()}/${name}`);
  }

  #locationId(): string {
    const id = this.first('location', 'id');
    const place = PLACE.map((field) => foldText(this.first('location', field))).filter((part) => part !== '');
    if (id !== '' || place.length === 0) return id;
    const own = this.is === 'organization' || this.is === 'service' ? this.idOf(this.is) : '';
    return shortName(`${own === '' ? this.#organizationId() : own}@${place.join('/')}`);
  }

  #linkId(): string {
    const said = [this.first('link', 'service_id'), this.first('link', 'location_id')];
    const [service = '', location = ''] = this.is === 'link' ? said : [this.#serviceId(), this.#locationId()];
    return service === '' || location === '' ? '' : linkIdOf(service, location);
  }
}

/** What a file that names its organisations by name alone calls them. */
export function organizationIdOf(name: string): string {
  return shortName(`name:${foldText(name)}`);
}

export function linkIdOf(serviceId: string, locationId: string): string {
  return shortName(`${serviceId}@${locationId}`);
}
