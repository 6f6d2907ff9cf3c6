import { withTables, type AnyCtx } from '@qantara/platform';
import type { HsdsTables } from '../tables.gen.ts';
import { clearStaged, listUndecided, updateImport } from './import-store.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 30;

/**
 * Each night: files that nobody decided on for thirty days, and those that were cut off with their machine, are forgotten with
 * all that was read of them. That they came, when, and what was counted stays.
 */
export async function forgetImports(anyCtx: AnyCtx): Promise<void> {
  const ctx = withTables<HsdsTables>(anyCtx);
  const before = new Date(ctx.now.getTime() - MOST_DAYS * DAY_MS);
  for (const importId of await listUndecided(ctx.db, before)) {
    await clearStaged(ctx.db, importId);
    await updateImport(ctx.db, importId, { status: 'expired', content: null, columns: null, ended_at: ctx.now });
    ctx.emit({ type: 'service_import.expired', subject: importId });
  }
}
