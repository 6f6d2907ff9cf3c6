import { endingOf, withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { ReferralsTables } from './tables.gen.ts';

const ENDED = ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'];

const PARTS = [
  'referrals.referral_step',
  'referrals.candidate',
  'referrals.onward',
  'referrals.wait_entry',
  'referrals.person_word',
];

/** Referrals that ended long ago, with every step of them, and what hung on them. */
export const oldReferrals = endingOf<ReferralsTables>({
  table: 'referrals.referral',
  isOver: (before) =>
    sql`referral.status = any (${ENDED}) and coalesce(referral.ended_at, referral.answered_at, referral.created_at) < ${before}`,
  isAboutPeople: true,
  parts: (goes) =>
    PARTS.map(
      (part) => sql`delete from ${sql.table(part)} as part using referrals.referral
        where part.person_id = referral.person_id and part.referral_id = referral.referral_id and ${goes}`,
    ),
});

/** Of these people, those who were ever referred to somebody. */
export async function listReferredPeople(ctx: AnyCtx, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct person_id as id from referrals.referral where person_id = any (${[...personIds]}::uuid[])`.execute(
    withTables<ReferralsTables>(ctx).db,
  );
  return new Set(rows.map(({ id }) => id));
}
