import { refuse } from '@qantara/kernel';
import type { FoundRow, RowKeeper, TableName } from '../../domain/index.ts';
import type { PackageTables, Progress } from './package-tables.ts';
import type { ParsedRow } from './parse-table.ts';
import { Packed } from './packed.ts';

const MOST_ROWS = 3_000_000;

/** A number by which the same words are known again: among the few rows of one name no two different ones share it. */
function printOf(text: string): number {
  let [high, low] = [0x811c9dc5, 0x1000193];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x1000193);
    low = Math.imul(low ^ code, 0x85ebca6b) + index;
  }
  return (high >>> 0) * 0x10_0000 + ((low >>> 0) & 0xf_ffff);
}

type Name = string | number | null | undefined;

/** What a row is known by; a text in a further language by whose it is. */
function nameOf(row: FoundRow['row']): Name {
  const { id, resource_type: type, resource_id: of, field, language } = row;
  return id ?? [type, of, field, language].join(' ');
}

/** The rows of one table: each name with the print of its first words, and what later ones add to it. */
class PackedTable {
  readonly #prints = new Map<Name, number>();
  readonly #rows = new Packed<FoundRow>();
  readonly #more = new Packed<FoundRow>();
  #isAdded = false;

  /** Whether the row was not known by its name. */
  keep(found: FoundRow): boolean {
    const name = nameOf(found.row);
    const print = printOf(JSON.stringify(found.row));
    const known = this.#prints.get(name);
    if (known === print) return false;
    (known === undefined ? this.#rows : this.#more).add(found);
    if (known === undefined) this.#prints.set(name, print);
    else this.#isAdded = true;
    return known === undefined;
  }

  *all(): Generator<FoundRow> {
    if (!this.#isAdded) return yield* this.#rows.all();
    const more = Map.groupBy(this.#more.all(), ({ row }) => nameOf(row));
    for (const found of this.#rows.all()) {
      for (const { row } of more.get(nameOf(found.row)) ?? [])
        for (const [field, value] of Object.entries(row)) found.row[field] ??= value;
      yield found;
    }
  }
}

/**
 * Rows out of nested JSON, kept packed until they are read table by table: of each only its name stays in memory as it is.
 * Refuses `import_too_large` beyond three million rows.
 */
export class PackedRows implements RowKeeper {
  readonly #tables = new Map<string, PackedTable>();
  size = 0;
  /** With the texts in further languages. */
  total = 0;

  keep(object: string, found: FoundRow): void {
    if (!this.#table(object).keep(found)) return;
    this.total += 1;
    if (object !== 'translation') this.size += 1;
    if (this.total > MOST_ROWS) refuse('import_too_large');
  }

  /** The rows of one table in the order in which they were found. */
  rowsOf(table: string): Iterable<FoundRow> {
    return this.#tables.get(table)?.all() ?? [];
  }

  #table(object: string): PackedTable {
    const known = this.#tables.get(object) ?? new PackedTable();
    this.#tables.set(object, known);
    return known;
  }
}

/** Tables out of packed rows, once they were prepared. */
export function packedTables(
  format: string,
  packed: PackedRows,
  prepare: () => AsyncIterable<Progress>,
): PackageTables {
  function* rows(table: TableName): Generator<ParsedRow> {
    for (const { at, row } of packed.rowsOf(table)) {
      const cells: Record<string, string> = Object.create(null);
      for (const [field, value] of Object.entries(row))
        cells[field] = String(value).replaceAll('\u0000', '').toWellFormed();
      yield { row: { ...at, cells } };
    }
  }
  return { format, rows, prepare, progress: (read) => ({ read, total: packed.total }) };
}
