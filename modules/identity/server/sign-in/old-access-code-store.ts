import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`least(expires_at, revoked_at) < ${before} and person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from identity.access_code where ${isOver(old)}`.execute(
    withTables<IdentityTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<IdentityTables>(ctx);
  const { numAffectedRows } = await sql`delete from identity.access_code where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Codes of residents that open nothing any more. */
export const oldAccessCodes: Ending = { count, remove };
