import { HOME_OBJECTS, type HomeObject } from '@qantara/directory/domain';
import { foldText, type Locale } from '@qantara/kernel';
import type { Mapping } from '../../contract/index.ts';
import {
  homeCells,
  kindOf,
  makesPart,
  MappedRow,
  organizationIdOf,
  partCells,
  READING_ORDER,
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
import type { PackageTables, Progress } from './package-tables.ts';
import type { ParsedRow } from './parse-table.ts';
import { titledRows, titlesOf, type RawTable } from './raw-tables.ts';

type Planned = { table: RawTable; plan: TablePlan };

function planned(tables: RawTable[], mapping: Mapping): Planned[] {
  return tables.flatMap((table) => {
    const own = savedFor({ table: table.name, columns: titlesOf(table.header) }, mapping);
    return own === undefined || own.rows === 'none' ? [] : [{ table, plan: new TablePlan(own) }];
  });
}

const isHome = (table: string): table is HomeObject => HOME_OBJECTS.includes(table as HomeObject);

function parsedOf({ at, cells, columns }: Emitted): ParsedRow {
  return { row: { ...at, cells, columns } };
}

/**
 * The tables of HSDS that files make by a mapping. The files are read once for each of them: only names are remembered
 * between, and the rows of records that stand on several lines.
 */
class MappedTables {
  readonly #planned: Planned[];
  readonly #report: ImportReport;
  readonly #language: Locale;
  readonly #kinds: KindWords;
  readonly #idOfName = new Map<string, string>();
  readonly #named = new Set<string>();
  readonly #seen: Record<HomeObject, Map<string, boolean>> = {
    organization: new Map(),
    location: new Map(),
    service: new Map(),
  };
  readonly #servicesAt = new Map<string, Set<string>>();
  readonly #told = new Set<string>();
  #isIndexed = false;
  #lines = 0;
  #scanned = 0;

  constructor(of: { planned: Planned[]; report: ImportReport; language: Locale; kinds: KindWords }) {
    this.#planned = of.planned;
    this.#report = of.report;
    this.#language = of.language;
    this.#kinds = of.kinds;
  }

  /** In lines of the files, each of which is read several times. */
  progress(): Progress {
    if (!this.#isIndexed || this.#lines === 0) return { read: 0, total: null };
    const passes = 2 + READING_ORDER.filter((table) => this.#makes(table)).length;
    const read = Math.floor(this.#scanned / passes);
    return { read: Math.min(read, this.#lines), total: this.#lines };
  }

  #makes(table: TableName): boolean {
    return isHome(table) || table === 'translation' || this.#planned.some(({ plan }) => makesPart(plan, table));
  }

  async *rows(table: TableName): AsyncGenerator<ParsedRow> {
    if (!this.#isIndexed) await this.#index();
    if (isHome(table)) yield* this.#homes(table);
    else if (table === 'translation')
      yield* this.#emitted((row) => HOME_OBJECTS.flatMap((object) => translationCells(row, object, this.#language)));
    else if (this.#makes(table)) yield* this.#parts(table);
  }

  /** What each line calls what it speaks of, before any line is read for what it says. */
  async #index(): Promise<void> {
    this.#isIndexed = true;
    const toldApart = new Map<string, string>();
    const index: FileIndex = { organizationId: (name) => toldApart.get(foldText(name)), isNamed: () => true };
    for await (const row of this.#rowsWith(index, true)) {
      this.#lines += 1;
      const [id, name] = [row.first('organization', 'id'), row.first('organization', 'name')];
      if (name === '') continue;
      this.#named.add(id === '' ? organizationIdOf(name) : id);
      if (id !== '' && !toldApart.has(foldText(name))) toldApart.set(foldText(name), id);
    }
    for (const [name, id] of toldApart) this.#idOfName.set(name, id);
    for await (const row of this.#rows()) this.#remember(row);
  }

  #remember(row: MappedRow): void {
    const homes = HOME_OBJECTS.filter((object) => row.idOf(object) !== '');
    for (const object of homes) {
      const id = row.idOf(object);
      if (homeCells(row, object, this.#language) !== undefined) this.#seen[object].set(id, this.#seen[object].has(id));
    }
    for (const { cells } of partCells(row, 'service_at_location', this.#ground())) this.#link(cells);
    const own = row.is === 'mixed' ? 'name' : row.is;
    const isThere = own === 'name' ? homes.length > 0 : row.idOf(own) !== '';
    if (!isThere) this.#report.refuseRow(row.at, 'required', { field: own });
  }

  #link(cells: Record<string, string>): void {
    const { location_id: place = '', service_id: service = '' } = cells;
    this.#servicesAt.set(place, (this.#servicesAt.get(place) ?? new Set()).add(service));
  }

  async *#rowsWith(index: FileIndex, isFirst = false): AsyncGenerator<MappedRow> {
    // Whatever is wrong with a line itself is said once, though it is read several times.
    const report = isFirst ? this.#report : undefined;
    for (const { table, plan } of this.#planned)
      for await (const { row, fault } of titledRows(table)) {
        this.#scanned += 1;
        if (fault !== undefined)
          report?.refuseRow({ file: table.name, row: fault.at }, fault.code, { value: fault.value });
        const mapped = row === undefined ? undefined : this.#mapped(row, { plan, index, report });
        if (mapped !== undefined) yield mapped;
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

  #rows(): AsyncGenerator<MappedRow> {
    return this.#rowsWith({
      organizationId: (name) => this.#idOfName.get(foldText(name)),
      isNamed: (id) => this.#named.has(id),
    });
  }

  async *#emitted(read: (row: MappedRow) => Emitted[]): AsyncGenerator<ParsedRow> {
    for await (const row of this.#rows()) for (const emitted of read(row)) yield parsedOf(emitted);
  }

  #ground(): PartGround {
    return {
      language: this.#language,
      leaveOut: (left) => this.#leaveOut(left),
      isRepeated: (serviceId) => this.#seen.service.get(serviceId) === true,
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

  async *#parts(table: string): AsyncGenerator<ParsedRow> {
    const ground = this.#ground();
    const seen = new Set<string>();
    for await (const row of this.#rows())
      for (const emitted of partCells(row, table, ground)) {
        const { id = '', label } = emitted.cells;
        if (id !== '' && seen.has(id)) continue;
        if (id !== '') seen.add(id);
        if (label !== undefined) this.#report.note('keptColumns', `${row.at.file}: ${label}`);
        yield parsedOf(emitted);
      }
  }

  async *#homes(object: HomeObject): AsyncGenerator<ParsedRow> {
    const merged = new Map<string, Emitted>();
    for await (const row of this.#rows()) {
      const emitted = homeCells(row, object, this.#language);
      if (emitted === undefined) continue;
      const id = emitted.cells['id'] ?? '';
      if (this.#seen[object].get(id) !== true) yield parsedOf(emitted);
      else if (merged.has(id)) this.#merge(merged.get(id) as Emitted, emitted);
      else merged.set(id, emitted);
    }
    for (const emitted of merged.values()) yield parsedOf(emitted);
  }

  /** What a later line adds is taken; where it says otherwise, the first is heard and the other is reported. */
  #merge(whole: Emitted, other: Emitted): void {
    for (const [field, value] of Object.entries(other.cells)) {
      const before = whole.cells[field] ?? '';
      if (before === '') {
        whole.cells[field] = value;
        whole.columns[field] = other.columns[field] ?? field;
      } else if (value !== '' && foldText(before) !== foldText(value))
        this.#leaveOut({ at: other.at, column: other.columns[field] ?? field, code: 'contradicted', value });
    }
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
    progress: () => mapped.progress(),
    rows: (table) => mapped.rows(table),
  };
}
