import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { ReferralsTables } from './tables.gen.ts';

const ENDED = ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'];

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`referral.status = any (${ENDED}) and coalesce(referral.ended_at, referral.answered_at, referral.created_at) < ${before}
    and referral.person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from referrals.referral where ${isOver(old)}`.execute(
    withTables<ReferralsTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<ReferralsTables>(ctx);
  await sql`delete from referrals.referral_step as step using referrals.referral
    where step.person_id = referral.person_id and step.referral_id = referral.referral_id and ${isOver(old)}`.execute(
    db,
  );
  const { numAffectedRows } = await sql`delete from referrals.referral where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Referrals that ended long ago, with every step of them. */
export const oldReferrals: Ending = { count, remove };

/** Of these people, those who were ever referred to somebody. */
export async function listReferredPeople(ctx: AnyCtx, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from referrals.referral where person_id = any (${[...personIds]}::uuid[])`.execute(
    withTables<ReferralsTables>(ctx).db,
  );
  return new Set(rows.map(({ id }) => id));
}
