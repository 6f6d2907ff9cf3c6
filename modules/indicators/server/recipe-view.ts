import { dayIn } from '@qantara/kernel';
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Breakdown, Period, Recipe } from '../contract/index.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Db = Kysely<IndicatorsTables>;

export type Question = {
  recipe: Recipe;
  needCode: string | null;
  areaIds: string[] | null;
  period: Period;
  by: Breakdown;
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

/** What each recipe counts, out of what. `sent` is every referral of the period: the two rates have one denominator. */
const COUNTED: Record<
  Exclude<Recipe, 'fresh_services_rate'>,
  { source: Source; numerator: RawBuilder<unknown>; denominator: RawBuilder<unknown> }
> = {
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
  median_days_to_answer: {
    source: 'referrals.published_referral',
    numerator: sql`fact.answered_at is not null`,
    denominator: sql`fact.answered_at is not null`,
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

function keyOf(by: Breakdown, moment: RawBuilder<unknown>, timeZone: string): RawBuilder<string> {
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
  const moment = source === 'referrals.published_referral' ? sql`fact.sent_at` : sql`fact.received_at`;
  const newest =
    source === 'referrals.published_referral'
      ? sql`greatest(fact.sent_at, fact.answered_at, fact.ended_at, fact.confirmed_at)`
      : moment;
  const key = keyOf(question.by, moment, question.timeZone);
  const median =
    question.recipe === 'median_days_to_answer'
      ? sql`percentile_cont(0.5) within group (order by extract(epoch from fact.answered_at - fact.sent_at) / 86400)`
      : sql`null::double precision`;
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
