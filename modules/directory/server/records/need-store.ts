import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Need } from '../../contract/index.ts';
import { insertRows, updateOnConflict } from './insert-rows-store.ts';
import { refreshSearch } from './search-words-store.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** Every need, in the order in which the region lists them. */
export async function listNeeds(anyCtx: AnyCtx): Promise<Need[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const rows = await db.selectFrom('directory.need').select(['need_code', 'name', 'words']).orderBy('sort').execute();
  return rows.map((row) => ({
    needCode: row.need_code,
    name: row.name as LocalizedText,
    words: Object.keys(row.words as object).length === 0 ? null : (row.words as LocalizedText),
  }));
}

/** Adds needs or changes their words, in the order given; services that answer them are found by the new words. */
export async function saveNeeds(anyCtx: AnyCtx, needs: Need[]): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const rows = needs.map((need, index) => ({
    need_code: need.needCode,
    name: need.name,
    words: need.words ?? {},
    sort: index + 1,
  }));
  await insertRows(ctx.db, 'directory.need', {
    rows,
    conflict: updateOnConflict(['need_code'], ['name', 'words', 'sort'], []),
  });
  ctx.emit({ type: 'needs.saved', subject: newId(), data: { needCodes: needs.map((need) => need.needCode) } });
  await refreshSearch(ctx, { needCodes: needs.map((need) => need.needCode) });
}
