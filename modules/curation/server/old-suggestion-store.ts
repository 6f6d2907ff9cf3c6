import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { CurationTables } from './tables.gen.ts';

const isOver = ({ before }: OldRecords): RawBuilder<unknown> => sql`state <> 'waiting' and decided_at < ${before}`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from curation.suggestion where ${isOver(old)}`.execute(
    withTables<CurationTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<CurationTables>(ctx);
  const { numAffectedRows } = await sql`delete from curation.suggestion where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Suggestions that were answered long ago. What was taken from them stands in the history of the entry. */
export const oldSuggestions: Ending = { count, remove };
