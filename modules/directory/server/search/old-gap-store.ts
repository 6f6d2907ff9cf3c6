import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

const isOver = ({ before }: OldRecords): RawBuilder<unknown> => sql`week < ${before}::timestamptz::date`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from directory.search_gap where ${isOver(old)}`.execute(
    withTables<DirectoryTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<DirectoryTables>(ctx);
  const { numAffectedRows } = await sql`delete from directory.search_gap where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Searches that found nothing, of weeks long past. */
export const oldSearchGaps: Ending = { count, remove };
