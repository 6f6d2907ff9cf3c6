import { withTables, type AnyCtx } from '@qantara/platform';
import type { DirectoryTables } from '../tables.gen.ts';
import { countConflicts, listConflicts, type ConflictRow } from './conflict-store.ts';
import { HERE, listSources, type SourceRow } from './statement-store.ts';

/** The sources whose order people decide, the one that counts most first; what this house says itself stands before them all. */
export async function listRankedSources(anyCtx: AnyCtx): Promise<SourceRow[]> {
  const sources = await listSources(withTables<DirectoryTables>(anyCtx).db);
  return sources.filter(({ source }) => source !== HERE);
}

/** One page of what sources contradict one another in, and how much there is of it. */
export async function listOpenConflicts(
  anyCtx: AnyCtx,
  of: { page: number; perPage: number },
): Promise<{ conflicts: ConflictRow[]; total: number }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  return { conflicts: await listConflicts(db, of), total: await countConflicts(db) };
}
