import { listRankedSources } from '@qantara/directory/server';
import { listMappedSources } from './mapping-store.ts';
import type { HsdsCtx } from './turn.ts';

/** The names that sources go by here: a file of one of them is known again by writing the same. */
export async function listKnownSources(ctx: HsdsCtx): Promise<string[]> {
  const ranked = (await listRankedSources(ctx)).map(({ source }) => source);
  return [...new Set([...ranked, ...(await listMappedSources(ctx.db))])].toSorted();
}
