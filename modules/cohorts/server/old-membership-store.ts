import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { CohortsTables } from './tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`membership.left_at < ${before} and membership.person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cohorts.membership where ${isOver(old)}`.execute(
    withTables<CohortsTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<CohortsTables>(ctx);
  const { numAffectedRows } = await sql`delete from cohorts.membership where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Memberships that ended long ago. */
export const oldMemberships: Ending = { count, remove };
