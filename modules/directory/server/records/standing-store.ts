import { withTables, type AnyCtx } from '@qantara/platform';
import type { AnyRow, StandingObject } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { columnsOf, keyOf } from './columns.ts';
import { insertRows, removeRowsOf, updateOnConflict } from './insert-rows-store.ts';

/** Adds vocabularies, terms, units or descriptions of packages, or brings them up to date; none is ever taken away. */
export async function saveStanding(anyCtx: AnyCtx, object: StandingObject, rows: AnyRow[]): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const unique = [...new Map(rows.map((row) => [row.id, columnsOf(object, row)])).values()];
  const conflict = updateOnConflict([keyOf(object)], Object.keys(unique[0] ?? {}), []);
  await insertRows(db, `directory.${object}`, { rows: unique, conflict });
}

/** What is attached to vocabularies and units. */
export async function saveStandingAttributes(anyCtx: AnyCtx, rows: AnyRow[]): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const homes = [...new Set(rows.map((row) => String(row['link_id'])))];
  await removeRowsOf(db, 'directory.attribute', { column: 'home_id', ids: homes });
  await insertRows(db, 'directory.attribute', {
    rows: rows.map((row) => ({ home_id: row['link_id'], ...columnsOf('attribute', row) })),
  });
}
