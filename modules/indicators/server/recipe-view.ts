import { dayIn } from '@qantara/kernel';
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Period, Recipe } from '../contract/index.ts';
import type { PartBreakdown } from '../domain/index.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Db = Kysely<IndicatorsTables>;

export type Question = {
  recipe: Recipe;
  needCode: string | null;
  areaIds: string[] | null;
  period: Period;
  by: PartBreakdown;
  timeZone: string;
  now: Date;
};

/** One cell as it was counted, before anything is hidden. */
export type Counted = {
  key: string;
  numerator: number;
  denominator: number;
  value: number | null;
  /** When the newest record that was counted was written, answered or ended. */
  newest: Date | null;
};

type Source = 'referrals.published_referral' | 'screening.published_finding';

type Counting = { source: Source; numerator: RawBuilder<unknown>; denominator: RawBuilder<unknown> };

const ANSWERED: Counting = {
  source: 'referrals.published_referral',
  numerator: sql`fact.answered_at is not null`,
  denominator: sql`fact.answered_at is not null`,
};

const HELPED: Counting = {
  source: 'referrals.published_referral',
  numerator: sql`fact.status = 'completed'`,
  denominator: sql`fact.status = 'completed'`,
};

const daysUntil = (end: string) => sql`extract(epoch from ${sql.ref(`fact.${end}`)} - fact.sent_at) / 86400`;

/** Recipes that are a length of time: where it ends, and for which share of the referrals it has ended by then. */
export const LENGTHS: Partial<Record<Recipe, { days: RawBuilder<unknown>; share: number }>> = {
  median_days_to_answer: { days: daysUntil('answered_at'), share: 0.5 },
  p90_days_to_answer: { days: daysUntil('answered_at'), share: 0.9 },
  median_days_to_help: { days: daysUntil('ended_at'), share: 0.5 },
  p90_days_to_help: { days: daysUntil('ended_at'), share: 0.9 },
};

/** What each recipe counts, out of what. `sent` is every referral of the period: the two rates have one denominator. */
export const COUNTED: Record<Exclude<Recipe, 'fresh_services_rate'>, Counting> = {
  closure_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.status in ('rejected', 'completed', 'failed', 'cancelled')`,
    denominator: sql`true`,
  },
  got_help_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.status = 'completed'`,
    denominator: sql`true`,
  },
  confirmed_help_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.confirmation = 'helped'`,
    denominator: sql`fact.confirmation is not null`,
  },
  median_days_to_answer: ANSWERED,
  p90_days_to_answer: ANSWERED,
  median_days_to_help: HELPED,
  p90_days_to_help: HELPED,
  accepted_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.answered_at is not null and fact.status <> 'rejected'`,
    denominator: sql`fact.answered_at is not null`,
  },
  silent_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.answered_at is null and (fact.due_at < now() or fact.reason_code = 'no_answer')`,
    denominator: sql`true`,
  },
  passed_on_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.depth > 0`,
    denominator: sql`true`,
  },
  good_help_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.rating >= 4`,
    denominator: sql`fact.rating is not null`,
  },
  answered_in_time_rate: {
    source: 'referrals.published_referral',
    numerator: sql`fact.answered_at <= fact.sent_at + interval '72 hours'`,
    denominator: sql`true`,
  },
  referrals_sent: { source: 'referrals.published_referral', numerator: sql`true`, denominator: sql`true` },
  wanted_needs: {
    source: 'screening.published_finding',
    numerator: sql`fact.wants_help`,
    denominator: sql`fact.wants_help`,
  },
};

/** The recipes that are counted over referrals, so that one statement can count them all. */
export const REFERRAL_RECIPES = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).filter(
  (recipe) => COUNTED[recipe].source === 'referrals.published_referral',
);

const OF_REFERRALS: readonly PartBreakdown[] = ['language', 'age', 'gender', 'partner'];

function keyOf(by: PartBreakdown, moment: RawBuilder<unknown>, timeZone: string): RawBuilder<string> {
  switch (by) {
    case 'none':
      return sql<string>`''`;
    case 'month':
    case 'quarter':
      return sql<string>`to_char(date_trunc(${sql.lit(by)}, ${moment} at time zone ${sql.lit(timeZone)}), 'YYYY-MM-DD')`;
    case 'area':
      return sql<string>`coalesce(fact.area_id::text, '')`;
    case 'need':
      return sql<string>`fact.need_code`;
    case 'language':
      return sql<string>`coalesce(fact.person_language, '')`;
    case 'age':
      return sql<string>`coalesce(fact.person_age_group, '')`;
    case 'gender':
      return sql<string>`coalesce(fact.person_gender, '')`;
    case 'partner':
      return sql<string>`coalesce(fact.organisation_id::text, '')`;
  }
}

function conditionsOf(question: Question, moment: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const { period, timeZone } = question;
  const conditions = [
    sql`${moment} >= ${period.startsOn}::timestamp at time zone ${timeZone}`,
    sql`${moment} < ${period.endsOn}::timestamp at time zone ${timeZone}`,
    ...(question.needCode === null ? [] : [sql`fact.need_code = ${question.needCode}`]),
    ...(question.areaIds === null ? [] : [sql`fact.area_id = any (${question.areaIds})`]),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Counts one recipe over the records themselves: nothing is stored, so nothing is older than the data. */
export async function countRecipe(db: Db, question: Question): Promise<Counted[]> {
  if (question.recipe === 'fresh_services_rate') return countFresh(db, question);
  const { source, numerator, denominator } = COUNTED[question.recipe];
  // Of a need that was said it is known where and when, and not whose, nor who was asked.
  if (source !== 'referrals.published_referral' && OF_REFERRALS.includes(question.by)) return [];
  const moment = source === 'referrals.published_referral' ? sql`fact.sent_at` : sql`fact.received_at`;
  const newest =
    source === 'referrals.published_referral'
      ? sql`greatest(fact.sent_at, fact.answered_at, fact.ended_at, fact.confirmed_at)`
      : moment;
  const key = keyOf(question.by, moment, question.timeZone);
  const length = LENGTHS[question.recipe];
  const median =
    length === undefined
      ? sql`null::double precision`
      : sql`percentile_cont(${sql.lit(length.share)}) within group (order by ${length.days}) filter (where ${denominator})`;
  const counted = await sql<Counted>`
    select ${key} as key, count(*) filter (where ${numerator})::int as numerator,
      count(*) filter (where ${denominator})::int as denominator, ${median} as value, max(${newest}) as newest
    from ${sql.table(source)} as fact where ${conditionsOf(question, moment)} group by 1`.execute(db);
  return counted.rows;
}

/**
 * Services that somebody made sure of in the six months before now, of those that are open to people. A service keeps
 * only the last time, so of a period that is over nothing can be said: missing, not zero and not all.
 */
async function countFresh(db: Db, question: Question): Promise<Counted[]> {
  if (question.period.endsOn <= dayIn(question.timeZone, question.now)) return [];
  const byNeed = question.by === 'need';
  const key = byNeed ? sql<string>`need.need_code` : sql<string>`''`;
  const needs =
    byNeed || question.needCode !== null
      ? sql`join directory.published_service_need as need on need.service_id = service.service_id`
      : sql``;
  const only = question.needCode === null ? sql`` : sql`and need.need_code = ${question.needCode}`;
  const counted = await sql<Counted>`
    select ${key} as key, count(*) filter (where service.assured_at > ${question.now}::timestamptz - interval '6 months')::int as numerator,
      count(*)::int as denominator, null::double precision as value, max(service.assured_at) as newest
    from directory.published_service as service ${needs} where service.status = 'active' ${only} group by 1`.execute(
    db,
  );
  return counted.rows;
}

/** The referrals behind a figure, newest first: those of one cell, and of those what is counted or all that it is counted out of. */
export async function listRecords(
  db: Db,
  question: Question & { key: string; counted: boolean },
  limit: number,
): Promise<string[]> {
  if (question.recipe === 'fresh_services_rate' || question.recipe === 'wanted_needs') return [];
  const { numerator, denominator } = COUNTED[question.recipe];
  const which = question.counted ? sql`(${numerator}) and (${denominator})` : denominator;
  const key = keyOf(question.by, sql`fact.sent_at`, question.timeZone);
  const { rows } = await sql<{ id: string }>`
    select fact.referral_id as id from referrals.published_referral as fact
    where ${conditionsOf(question, sql`fact.sent_at`)} and ${key} = ${question.key} and ${which}
    order by fact.sent_at desc, fact.referral_id desc limit ${sql.lit(limit)}`.execute(db);
  return rows.map(({ id }) => id);
}
