import { foldText, type Locale } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import type { Attributes } from './drafts.ts';
import { keep } from './drafts.ts';
import type { ImportReport } from './import-report.ts';
import type { NeedTerms } from './need-terms.ts';
import { RowReader } from './row-reader.ts';
import { COLUMNS, type TableName, type Tables } from './tables.ts';

/** What the reading of a package goes by. */
export type Reading = {
  tables: Tables;
  report: ImportReport;
  language: Locale;
  terms: NeedTerms;
  /** Our areas by each of their folded names and by their code. */
  areaIds: ReadonlyMap<string, string>;
};

/** The records of one table: those kept, and the identifiers of those refused, whose children are refused with them. */
export class Entities<T> {
  readonly kept = new Map<string, T>();
  readonly refused = new Set<string>();
}

export function rowsOf({ tables, report }: Pick<Reading, 'tables' | 'report'>, table: TableName): RowReader[] {
  return (tables.get(table) ?? []).map((row) => new RowReader(row, report));
}

/** Reads one of the chief tables; `read` answers null for a row that it refused. */
export function readEntities<T>(
  reading: Reading,
  table: TableName,
  read: (row: RowReader, id: string) => T | null,
): Entities<T> {
  const entities = new Entities<T>();
  for (const row of rowsOf(reading, table)) {
    const id = row.id('id');
    if (id === null) {
      row.refuseRow('required', 'id');
    } else if (entities.kept.has(id) || entities.refused.has(id)) {
      row.refuseRow('duplicate_id', 'id');
    } else {
      const draft = read(row, id);
      if (draft === null) entities.refused.add(id);
      else entities.kept.set(id, draft);
    }
  }
  return entities;
}

/** The record that a row names; refuses the row where it names none, one that is not there, or one that was refused. */
export function parentOf<T>(row: RowReader, field: string, entities: Entities<T>): T | null {
  const id = row.id(field);
  if (id === null) return row.refuseRow('required', field);
  const parent = entities.kept.get(id);
  if (parent !== undefined) return parent;
  return row.refuseRow(entities.refused.has(id) ? 'parent_refused' : 'not_found', field);
}

/** What stands in columns that have no place here, kept under the column's name. */
export function keptColumnsOf({ report }: Reading, table: TableName, row: RowReader): Attributes {
  const known = COLUMNS[table] ?? new Set();
  const kept: Attributes = {};
  for (const [column, value] of Object.entries(row.at.cells)) {
    if (known.has(column) || column === '' || value.trim() === '') continue;
    keep(kept, column, row.text(column));
    report.note('keptColumns', `${row.at.file}: ${column}`);
  }
  return kept;
}

/** Our areas by their names in three languages and their codes, as a source may call them. */
export function areaIdsByName(areas: Area[]): Map<string, string> {
  return new Map(
    areas.flatMap((area) =>
      [area.code, area.name.ar, area.name.fr, area.name.en].flatMap((name) =>
        name ? [[foldText(name), area.areaId as string] as const] : [],
      ),
    ),
  );
}
