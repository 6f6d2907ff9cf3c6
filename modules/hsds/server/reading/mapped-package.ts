import { HOME_OBJECTS, type HomeObject } from '@qantara/directory/domain';
import { foldText, type Locale } from '@qantara/kernel';
import type { Mapping } from '../../contract/index.ts';
import {
  homeCells,
  kindOf,
  MappedRow,
  organizationIdOf,
  partCells,
  partsOf,
  savedFor,
  TablePlan,
  translationCells,
  type Emitted,
  type FileIndex,
  type ImportReport,
  type KindWords,
  type LeftOut,
  type PartGround,
  type TableName,
  type TableRow,
} from '../../domain/index.ts';
import { MappedHomes } from './mapped-homes.ts';
import type { PackageTables, Progress } from './package-tables.ts';
import { Packed } from './packed.ts';
import type { ParsedRow } from './parse-table.ts';
import { titledRows, titlesOf, type RawTable } from './raw-tables.ts';

type Planned = { table: RawTable; plan: TablePlan; parts: readonly string[] };

function planned(tables: RawTable[], mapping: Mapping): Planned[] {
  return tables.flatMap((table) => {
    const own = savedFor({ table: table.name, columns: titlesOf(table.header) }, mapping);
    if (own === undefined || own.rows === 'none') return [];
    const plan = new TablePlan(own);
    return [{ table, plan, parts: partsOf(plan) }];
  });
}

const BREATH = 1000;
/** Each line is read to know its organisations, to know its other records, and for what it says. */
const PASSES = 3;

/**
 * The tables of HSDS that files make by a mapping. Each line is read three times: twice for the names in it, and then for
 * all rows that it makes, which are kept packed, table by table. Besides them only names are remembered, and the rows of
 * records that stand on several lines.
 */
class MappedTables {
  readonly #planned: Planned[];
  readonly #report: ImportReport;
  readonly #language: Locale;
  readonly #kinds: KindWords;
  readonly #idOfName = new Map<string, string>();
  readonly #named = new Set<string>();
  readonly #homes: Record<HomeObject, MappedHomes> = {
    organization: new MappedHomes((left) => this.#leaveOut(left)),
    location: new MappedHomes((left) => this.#leaveOut(left)),
    service: new MappedHomes((left) => this.#leaveOut(left)),
  };
  readonly #servicesAt = new Map<string, Set<string>>();
  readonly #told = new Set<string>();
  readonly #partIds = new Set<string>();
  readonly #made = new Map<string, Packed<Emitted>>();
  #lines = 0;
  #scanned = 0;
  #emitted = 0;

  constructor(of: { planned: Planned[]; report: ImportReport; language: Locale; kinds: KindWords }) {
    this.#planned = of.planned;
    this.#report = of.report;
    this.#language = of.language;
    this.#kinds = of.kinds;
  }

  /** In lines of the files: half of the way is to read them, half to take in the rows that they make. */
  progress(rowsTaken: number): Progress {
    if (this.#lines === 0) return { read: 0, total: null };
    const share = this.#scanned / (this.#lines * PASSES) + rowsTaken / Math.max(this.#emitted, 1);
    return { read: Math.min(this.#lines, Math.floor((this.#lines * share) / 2)), total: this.#lines };
  }

  /** Reads the files, saying between thousands of lines how far it is. */
  async *prepare(): AsyncGenerator<Progress> {
    const toldApart = new Map<string, string>();
    const first: FileIndex = { organizationId: (name) => toldApart.get(foldText(name)), isNamed: () => true };
    yield* this.#each(first, (row) => this.#learn(row, toldApart));
    this.#lines = this.#scanned;
    for (const [name, id] of toldApart) this.#idOfName.set(name, id);
    const index: FileIndex = {
      organizationId: (name) => this.#idOfName.get(foldText(name)),
      isNamed: (id) => this.#named.has(id),
    };
    yield* this.#each(index, (row) => this.#remember(row));
    yield* this.#each(index, (row, parts) => this.#make(row, parts));
    for (const object of HOME_OBJECTS) for (const one of this.#homes[object].merged()) this.#keep(object, one);
  }

  *rows(table: TableName): Generator<ParsedRow> {
    for (const { at, ...row } of this.#made.get(table)?.all() ?? []) yield { row: { ...at, ...row } };
  }

  /** What a line calls its organisation, before any line is read for what it says. */
  #learn(row: MappedRow, toldApart: Map<string, string>): void {
    const [id, name] = [row.first('organization', 'id'), row.first('organization', 'name')];
    if (name === '') return;
    this.#named.add(id === '' ? organizationIdOf(name) : id);
    if (id !== '' && !toldApart.has(foldText(name))) toldApart.set(foldText(name), id);
  }

  #remember(row: MappedRow): void {
    const homes = HOME_OBJECTS.filter((object) => row.idOf(object) !== '');
    for (const object of homes)
      if (homeCells(row, object, this.#language) !== undefined) this.#homes[object].see(row.idOf(object));
    for (const { cells } of partCells(row, 'service_at_location', this.#ground)) this.#link(cells);
    const own = row.is === 'mixed' ? 'name' : row.is;
    const isThere = own === 'name' ? homes.length > 0 : row.idOf(own) !== '';
    if (!isThere) this.#report.refuseRow(row.at, 'required', { field: own });
  }

  #link(cells: Record<string, string>): void {
    const { location_id: place = '', service_id: service = '' } = cells;
    this.#servicesAt.set(place, (this.#servicesAt.get(place) ?? new Set()).add(service));
  }

  /** Keeps all rows that a line makes. */
  #make(row: MappedRow, parts: readonly string[]): void {
    for (const object of HOME_OBJECTS) {
      const emitted = homeCells(row, object, this.#language);
      const whole = emitted === undefined ? undefined : this.#homes[object].take(emitted);
      if (whole !== undefined) this.#keep(object, whole);
      for (const one of translationCells(row, object, this.#language)) this.#keep('translation', one);
    }
    for (const table of parts) for (const one of partCells(row, table, this.#ground)) this.#makePart(table, one);
  }

  #makePart(table: string, emitted: Emitted): void {
    const { id = '', label } = emitted.cells;
    if (id !== '' && this.#partIds.has(`${table} ${id}`)) return;
    if (id !== '') this.#partIds.add(`${table} ${id}`);
    if (label !== undefined) this.#report.note('keptColumns', `${emitted.at.file}: ${label}`);
    this.#keep(table, emitted);
  }

  #keep(table: string, emitted: Emitted): void {
    const packed = this.#made.get(table) ?? new Packed<Emitted>();
    this.#made.set(table, packed);
    packed.add(emitted);
    this.#emitted += 1;
  }

  async *#each(index: FileIndex, take: (row: MappedRow, parts: readonly string[]) => void): AsyncGenerator<Progress> {
    // Whatever is wrong with a line itself is said once, though it is read several times.
    const report = this.#lines === 0 ? this.#report : undefined;
    for (const { table, plan, parts } of this.#planned)
      for await (const { row, fault } of titledRows(table)) {
        this.#scanned += 1;
        if (this.#scanned % BREATH === 0) yield this.progress(0);
        if (fault !== undefined)
          report?.refuseRow({ file: table.name, row: fault.at }, fault.code, { value: fault.value });
        const mapped = row === undefined ? undefined : this.#mapped(row, { plan, index, report });
        if (mapped !== undefined) take(mapped, parts);
      }
  }

  #mapped(
    row: TableRow,
    of: { plan: TablePlan; index: FileIndex; report: ImportReport | undefined },
  ): MappedRow | undefined {
    const is = this.#kindOf(row, of);
    if (is === undefined) return undefined;
    const mapped = new MappedRow(row, { ...of, is });
    if (!mapped.isExcluded) return mapped;
    of.report?.refuseRow(row, 'private');
    return undefined;
  }

  #kindOf(row: TableRow, of: { plan: TablePlan; report: ImportReport | undefined }): MappedRow['is'] | undefined {
    const { rows } = of.plan.mapping;
    if (rows !== 'by_column') return rows as MappedRow['is'];
    const { kindColumn = '' } = of.plan;
    const value = row.cells[kindColumn] ?? '';
    const is = kindOf(value, this.#kinds);
    if (is === undefined) of.report?.refuseRow(row, 'not_a_choice', { field: kindColumn, value });
    return is;
  }

  get #ground(): PartGround {
    return {
      language: this.#language,
      leaveOut: (left) => this.#leaveOut(left),
      isRepeated: (serviceId) => this.#homes.service.isRepeated(serviceId),
      servicesAt: (locationId) => this.#servicesAt.get(locationId) ?? [],
    };
  }

  /** Each value is left out once, however often its line is read. */
  #leaveOut({ at, column, code, value }: LeftOut): void {
    const name = `${at.file} ${at.row} ${column} ${code}`;
    if (this.#told.has(name)) return;
    this.#told.add(name);
    this.#report.refuseValue(at, code, { field: column, value });
  }
}

function languageOf(mapping: Mapping): Locale | undefined {
  const names = mapping.tables.flatMap(({ columns }) =>
    columns.filter(({ target }) => target?.endsWith('.name') === true),
  );
  return names.some(({ language }) => language === null) ? undefined : (names[0]?.language ?? undefined);
}

/** Files that are no package of HSDS, as one, by a mapping of their columns. */
export function mappedPackage(
  tables: RawTable[],
  of: { mapping: Mapping; report: ImportReport; language: Locale | null; kinds: KindWords },
): PackageTables {
  const language = of.language ?? languageOf(of.mapping) ?? 'en';
  const mapped = new MappedTables({
    planned: planned(tables, of.mapping),
    report: of.report,
    language,
    kinds: of.kinds,
  });
  const kinds = [...new Set(tables.map(({ name }) => (name.includes('.xlsx: ') ? 'XLSX' : 'CSV')))];
  return {
    format: kinds.join(' + '),
    language,
    prepare: () => mapped.prepare(),
    progress: (read) => mapped.progress(read),
    rows: (table) => mapped.rows(table),
  };
}
