import { refuse } from '@qantara/kernel';
import type { ImportId } from '../../contract/index.ts';
import { findImport, updateImport } from './import-store.ts';
import { removeStaged } from './staging-store.ts';
import type { HsdsCtx } from './turn.ts';

async function getChecked(ctx: HsdsCtx, importId: ImportId) {
  const taken = (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
  return taken.status === 'checked' ? taken : refuse('import_not_checked');
}

/** A person has seen what would change, and lets it be written. */
export async function letImport(ctx: HsdsCtx, { importId }: { importId: ImportId }) {
  await getChecked(ctx, importId);
  await updateImport(ctx.db, importId, { status: 'running' });
  ctx.emit({ type: 'service_import.checked', subject: importId });
  return (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
}

/** A person has seen what would change, and does not want it. */
export async function discardImport(ctx: HsdsCtx, { importId }: { importId: ImportId }) {
  await getChecked(ctx, importId);
  await removeStaged(ctx.db, importId);
  await updateImport(ctx.db, importId, { status: 'discarded', ended_at: ctx.now });
  ctx.emit({ type: 'service_import.discarded', subject: importId });
  return (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
}
