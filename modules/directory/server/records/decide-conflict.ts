import { newId, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { DirectoryTables } from '../tables.gen.ts';
import { findConflict } from './conflict-store.ts';
import { readMerged, rebuildRecords } from './rebuild-records.ts';
import { HERE, listManySaid, saveDecision, saveRanks } from './statement-store.ts';

/** A person says whose word counts for one field of a record. Refuses `conflict_not_found` and `source_not_found`. */
export async function decideConflict(
  anyCtx: AnyCtx,
  decision: { recordId: string; field: string; source: string },
): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const conflict = (await findConflict(ctx.db, decision)) ?? refuse('conflict_not_found');
  if (!conflict.some(({ source }) => source === decision.source)) refuse('source_not_found');
  const before = await readMerged(ctx, [decision.recordId]);
  await saveDecision(ctx, decision);
  await rebuildRecords(ctx, [decision.recordId], { before, by: HERE });
  const { field, source } = decision;
  ctx.emit({ type: 'conflict.decided', subject: decision.recordId, data: { field, source } });
}

const CHUNK = 500;

/**
 * Says in which order sources count, the first most; what this house says itself stays before them all. Records of which
 * several sources speak are written anew. Refuses `source_not_found` where the order does not name each source once.
 */
export async function rankSources(anyCtx: AnyCtx, sources: string[]): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const recordIds = await listManySaid(ctx.db);
  const before = new Map();
  for (let start = 0; start < recordIds.length; start += CHUNK)
    for (const [id, record] of await readMerged(ctx, recordIds.slice(start, start + CHUNK))) before.set(id, record);
  if (!(await saveRanks(ctx.db, sources))) refuse('source_not_found');
  for (let start = 0; start < recordIds.length; start += CHUNK)
    await rebuildRecords(ctx, recordIds.slice(start, start + CHUNK), { before, by: HERE });
  ctx.emit({ type: 'sources.ranked', subject: newId(), data: { sources } });
}
