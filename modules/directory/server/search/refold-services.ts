import type { Ctx } from '@qantara/platform';
import { FOLDING } from '../../domain/index.ts';
import { refreshSearch } from '../records/search-words-store.ts';
import { refreshFilterColumns } from './filter-columns-store.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { clearVocabulary, isFoldedBy, listProviders, saveFolding } from './folding-store.ts';

/** After an upgrade that reads texts in another way: makes the search columns of all services anew, once. */
export async function refoldServices(ctx: Ctx<DirectoryTables>): Promise<void> {
  if (await isFoldedBy(ctx.db, FOLDING)) return;
  await clearVocabulary(ctx.db);
  for (const organisationId of await listProviders(ctx.db)) {
    await refreshSearch(ctx, { organisationId });
    await refreshFilterColumns(ctx, { organisationId });
  }
  await saveFolding(ctx.db, FOLDING);
}
