import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { PeopleTables } from '../tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`glass.reviewed_at < ${before} and glass.person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people.glass where ${isOver(old)}`.execute(withTables<PeopleTables>(ctx).db);
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<PeopleTables>(ctx);
  const { numAffectedRows } = await sql`delete from people.glass where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Emergencies that were looked at long ago; one whose review is owed stays. */
export const oldEmergencies: Ending = { count, remove };
