import { log, type Ctx } from '@qantara/platform';
import { listKnownKeys } from './attachment-store.ts';
import type { AttachmentsTables } from './tables.gen.ts';

/** A file is put before its row stands, and a backup is restored in hours: what nobody knows after two days nobody will. */
const RESTS_MS = 48 * 3600_000;
const AT_ONCE = 200;

async function removeUnknown(ctx: Ctx<AttachmentsTables>, keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const known = await listKnownKeys(ctx.db, keys);
  const unknown = keys.filter((key) => !known.has(key));
  for (const key of unknown) await ctx.files.remove(key);
  return unknown.length;
}

/** Clears away what a crash between the bytes and their row left behind, and what ended by the clock. */
export async function removeOrphans(ctx: Ctx<AttachmentsTables>): Promise<void> {
  let keys: string[] = [];
  let removed = 0;
  for await (const key of ctx.files.list(new Date(ctx.now.getTime() - RESTS_MS))) {
    keys.push(key);
    if (keys.length < AT_ONCE) continue;
    removed += await removeUnknown(ctx, keys);
    keys = [];
  }
  removed += await removeUnknown(ctx, keys);
  if (removed > 0) log('info', 'removed files that nobody knows', { count: removed });
}
