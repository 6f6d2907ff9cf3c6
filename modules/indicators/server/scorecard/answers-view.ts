import type { Ctx } from '@qantara/platform';
import { classesOf } from '@qantara/people/domain';
import { sql } from 'kysely';
import type { Period } from '../../contract/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

/** How one partner answered in a period; of what the reader's role may not know of, nothing is counted. */
export type PartnerAnswers = {
  asked: number;
  accepted: number;
  refused: number;
  silent: number;
  days: number | null;
  said: number;
  helped: number;
  rated: number;
  good: number;
  waiting: number;
};

type Asked = { organisationId: string; period: Period };

/** What this reader may know of: all of it for whoever compares partners, else what their classes let them see. */
function known({ actor }: Ctx<IndicatorsTables>) {
  return actor.permissions.has('scorecard:compare')
    ? sql`true`
    : sql`fact.record_class = any (${classesOf(actor)}::text[])`;
}

const isIn = ({ startsOn, endsOn }: Period, timeZone: string) =>
  sql`fact.sent_at >= ${startsOn}::timestamp at time zone ${timeZone}
    and fact.sent_at < ${endsOn}::timestamp at time zone ${timeZone}`;

const median = sql`percentile_cont(0.5) within group (order by extract(epoch from fact.answered_at - fact.sent_at) / 86400)
  filter (where fact.answered_at is not null)`;

export async function countAnswers(ctx: Ctx<IndicatorsTables>, asked: Asked): Promise<PartnerAnswers> {
  const { rows } = await sql<PartnerAnswers>`
    select count(*)::int as asked,
      count(*) filter (where fact.answered_at is not null and fact.status <> 'rejected')::int as accepted,
      count(*) filter (where fact.status = 'rejected')::int as refused,
      count(*) filter (where fact.answered_at is null and (fact.due_at < ${ctx.now}::timestamptz or fact.reason_code = 'no_answer'))::int
        as silent,
      ${median} as days,
      count(*) filter (where fact.confirmation is not null)::int as said,
      count(*) filter (where fact.confirmation = 'helped')::int as helped,
      count(*) filter (where fact.rating is not null)::int as rated,
      count(*) filter (where fact.rating >= 4)::int as good,
      count(*) filter (where fact.status = 'requested')::int as waiting
    from referrals.published_referral as fact
    where fact.organisation_id = ${asked.organisationId}::uuid and ${isIn(asked.period, ctx.timeZone)} and ${known(ctx)}`.execute(
    ctx.db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a count has one row');
  return row;
}

/** The middle of the whole region: of all referrals, never of the partners' own medians. */
export async function findRegionDays(ctx: Ctx<IndicatorsTables>, period: Period): Promise<number | null> {
  const { rows } = await sql<{ days: number | null }>`
    select ${median} as days from referrals.published_referral as fact where ${isIn(period, ctx.timeZone)}`.execute(
    ctx.db,
  );
  return rows[0]?.days ?? null;
}

/** A condition that narrows reasons to one partner, and to what the reader may know of. */
export function ofPartner(ctx: Ctx<IndicatorsTables>, organisationId: string) {
  return sql`fact.organisation_id = ${organisationId}::uuid and ${known(ctx)}`;
}
