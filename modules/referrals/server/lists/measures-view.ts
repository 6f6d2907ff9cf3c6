import type { Measure, MeasureRecords } from '@qantara/platform';
import { sql } from 'kysely';
import type { ReferralMeasure } from '../../contract/index.ts';
import { listVisibleReferrals } from './visible-view.ts';

/** In double precision: `extract` answers in exact decimals, which take longer to put in order. */
const daysUntil = (end: string) => sql`date_part('epoch', ${sql.ref(`fact.${end}`)} - fact.sent_at) / 86400`;

/** Under the ordinary policy of referrals, and without the person, whom the referral itself tells. */
const RECORDS: MeasureRecords = {
  id: sql`fact.referral_id::text`,
  may: 'worklist:read',
  listVisible: async (ctx, ids, limit) => {
    const referrals = await listVisibleReferrals(ctx, ids, limit);
    return referrals.map(({ referralId, sentAt, needName, serviceName, organisationName, status }) => ({
      path: `/work/referrals/${referralId}`,
      at: sentAt,
      name: needName,
      about: serviceName,
      organisationName,
      stateWord: `referrals.status.${status}`,
    }));
  },
};

const SENT: Omit<Measure, 'code' | 'numerator' | 'denominator'> = {
  unit: 'ratio',
  better: 'up',
  isOfPeople: true,
  source: 'referrals.published_referral',
  at: sql`fact.sent_at`,
  newest: sql`greatest(fact.sent_at, fact.answered_at, fact.ended_at, fact.confirmed_at)`,
  traits: {
    area: sql`coalesce(fact.area_id::text, '')`,
    need: sql`fact.need_code`,
    language: sql`coalesce(fact.person_language, '')`,
    age: sql`coalesce(fact.person_age_group, '')`,
    gender: sql`coalesce(fact.person_gender, '')`,
    partner: sql`coalesce(fact.organisation_id::text, '')`,
  },
  records: RECORDS,
};

const IS_ANSWERED = sql`fact.answered_at is not null`;
const IS_HELPED = sql`fact.status = 'completed'`;
const ALL = sql`true`;

/** How long until a day was reached, by which a share of those that reached it had. */
const lengthUntil = (end: 'answered_at' | 'ended_at', share: number) => {
  const isReached = end === 'answered_at' ? IS_ANSWERED : IS_HELPED;
  const length = { days: daysUntil(end), share };
  return { ...SENT, unit: 'days', better: 'down', numerator: isReached, denominator: isReached, length } as const;
};

/** What each measure counts, out of what. The two rates have one denominator: every referral of the period. */
const COUNTED: Record<ReferralMeasure, Omit<Measure, 'code'>> = {
  closure_rate: {
    ...SENT,
    numerator: sql`fact.status in ('rejected', 'completed', 'failed', 'cancelled')`,
    denominator: ALL,
  },
  got_help_rate: { ...SENT, numerator: IS_HELPED, denominator: ALL },
  confirmed_help_rate: {
    ...SENT,
    numerator: sql`fact.confirmation = 'helped'`,
    denominator: sql`fact.confirmation is not null`,
  },
  median_days_to_answer: lengthUntil('answered_at', 0.5),
  p90_days_to_answer: lengthUntil('answered_at', 0.9),
  median_days_to_help: lengthUntil('ended_at', 0.5),
  p90_days_to_help: lengthUntil('ended_at', 0.9),
  accepted_rate: {
    ...SENT,
    numerator: sql`fact.answered_at is not null and fact.status <> 'rejected'`,
    denominator: IS_ANSWERED,
  },
  silent_rate: {
    ...SENT,
    better: 'down',
    numerator: sql`fact.answered_at is null and (fact.due_at < now() or fact.reason_code = 'no_answer')`,
    denominator: ALL,
  },
  passed_on_rate: { ...SENT, numerator: sql`fact.depth > 0`, denominator: ALL },
  good_help_rate: { ...SENT, numerator: sql`fact.rating >= 4`, denominator: sql`fact.rating is not null` },
  answered_in_time_rate: {
    ...SENT,
    numerator: sql`fact.answered_at <= fact.sent_at + interval '72 hours'`,
    denominator: ALL,
  },
  referrals_sent: { ...SENT, unit: 'count', numerator: ALL, denominator: ALL },
};

/** What referrals are measured by; `published_population` counts the same by cohort. */
export const measures: Measure[] = Object.entries(COUNTED).map(([code, measure]) => ({ code, ...measure }));
