import { refuse } from '@qantara/kernel';
import type { ImportId, ImportStatus } from '../../contract/index.ts';
import { findImport, isImportRunning, updateImport } from './import-store.ts';
import { removeStaged } from './staging-store.ts';
import type { HsdsCtx } from './turn.ts';

async function getWaiting(ctx: HsdsCtx, importId: ImportId, statuses: ImportStatus[]) {
  const taken = (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
  return statuses.includes(taken.status) ? taken : refuse('import_not_checked');
}

/** A person has seen what would change, and lets it be written. */
export async function letImport(ctx: HsdsCtx, { importId }: { importId: ImportId }) {
  const { source } = await getWaiting(ctx, importId, ['checked']);
  if (await isImportRunning(ctx, source)) refuse('import_running');
  await updateImport(ctx.db, importId, { status: 'running', content: null });
  ctx.emit({ type: 'service_import.checked', subject: importId });
  return (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
}

/** A person has seen what would change, and does not want it. */
export async function discardImport(ctx: HsdsCtx, { importId }: { importId: ImportId }) {
  await getWaiting(ctx, importId, ['checked', 'mapping']);
  await removeStaged(ctx.db, importId);
  await updateImport(ctx.db, importId, { status: 'discarded', content: null, ended_at: ctx.now });
  ctx.emit({ type: 'service_import.discarded', subject: importId });
  return (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
}
