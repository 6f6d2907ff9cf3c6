import { refuse, Refusal } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { NewImport } from '../../contract/index.ts';
import { readSent } from '../reading/read-files.ts';
import { insertImport, isImportRunning } from './import-store.ts';
import type { HsdsTables } from '../tables.gen.ts';

function isReadable(fileName: string, content: Buffer): boolean {
  try {
    return readSent(fileName, content).names.length > 0;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

/** Takes a file in, to be read in the background. Refuses what cannot be opened, and a second one of the same source meanwhile. */
export async function requestImport(ctx: Ctx<HsdsTables>, given: NewImport) {
  const content = Buffer.from(given.content, 'base64');
  if (!isReadable(given.fileName, content))
    refuse('import_unreadable', { fields: [{ path: 'content', code: 'invalid' }] });
  if (await isImportRunning(ctx, given.source)) refuse('import_running');
  const added = await insertImport(ctx, { ...given, content });
  ctx.emit({ type: 'service_import.requested', subject: added.importId, data: { source: added.source } });
  return added;
}
