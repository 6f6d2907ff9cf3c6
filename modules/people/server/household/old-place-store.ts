import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { PeopleTables } from '../tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`household_member.ended_on < ${before}::timestamptz and household_member.person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people.household_member where ${isOver(old)}`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<PeopleTables>(ctx);
  const { numAffectedRows } = await sql`delete from people.household_member where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Places in households that ended long ago; who lives where now stays. */
export const oldPlaces: Ending = { count, remove };
