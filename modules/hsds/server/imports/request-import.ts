import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { NewImport } from '../contract/index.ts';
import { insertImport, isImportRunning } from './import-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

/** The first bytes of every zip that has something in it (APPNOTE 4.3.7). */
const ZIP_BEGINS = Buffer.from('PK\u0003\u0004');

/** Takes a package in, to be read in the background. Refuses what is no zip, and a second one of the same source meanwhile. */
export async function requestImport(ctx: Ctx<DirectoryTables>, given: NewImport) {
  const content = Buffer.from(given.content, 'base64');
  if (!content.subarray(0, 4).equals(ZIP_BEGINS))
    refuse('import_unreadable', { fields: [{ path: 'content', code: 'invalid' }] });
  if (await isImportRunning(ctx, given.source)) refuse('import_running');
  const added = await insertImport(ctx, { ...given, content });
  ctx.emit({ type: 'service_import.requested', subject: added.importId, data: { source: added.source } });
  return added;
}
