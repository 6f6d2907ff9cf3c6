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

/** Care plans of which nothing was said for long, and whose goals are all over. */
export const oldCarePlans = endingOf<ReferralsTables>({
  table: 'referrals.care_plan',
  isOver: (before) =>
    sql`not exists (select from referrals.care_goal as goal where goal.person_id = care_plan.person_id and goal.state = 'active')
      and not exists (select from referrals.care_plan_entry as entry where entry.person_id = care_plan.person_id and entry.at >= ${before})
      and care_plan.started_at < ${before}`,
  isAboutPeople: true,
  parts: (goes) =>
    ['referrals.care_goal', 'referrals.care_plan_entry'].map(
      (part) => sql`delete from ${sql.table(part)} as part using referrals.care_plan
        where part.person_id = care_plan.person_id and ${goes}`,
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
