import type { Ctx } from '@qantara/platform';
import type { EntryReason, WhyNot } from '@qantara/referrals/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Period } from '../../contract/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

export type ReasonCount = { reasonCode: EntryReason; count: number };

type Asked = { period: Period; needCode: string | null; areaIds: string[] | null; only?: RawBuilder<unknown> };

function conditionsOf(asked: Asked, timeZone: string): RawBuilder<unknown> {
  const { period, needCode, areaIds, only } = asked;
  return sql.join(
    [
      sql`fact.sent_at >= ${period.startsOn}::timestamp at time zone ${timeZone}`,
      sql`fact.sent_at < ${period.endsOn}::timestamp at time zone ${timeZone}`,
      ...(needCode === null ? [] : [sql`fact.need_code = ${needCode}`]),
      ...(areaIds === null ? [] : [sql`fact.area_id = any (${areaIds})`]),
      ...(only === undefined ? [] : [only]),
    ],
    sql` and `,
  );
}

/** How often each coded reason was given where a status was reached, the most frequent first. */
export async function countReasons(
  { db, timeZone }: Ctx<IndicatorsTables>,
  asked: Asked,
  status: 'rejected' | 'failed',
): Promise<ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select fact.reason_code as "reasonCode", count(*)::int as count from referrals.published_referral as fact
    where ${conditionsOf(asked, timeZone)} and fact.status = ${status} and fact.reason_code is not null
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

/** How often people gave each reason why help did not come, or not all of it. */
export async function countSaidWhy(
  { db, timeZone }: Ctx<IndicatorsTables>,
  asked: Asked,
): Promise<{ whyNot: WhyNot; count: number }[]> {
  const { rows } = await sql<{ whyNot: WhyNot; count: number }>`
    select fact.why_not as "whyNot", count(*)::int as count from referrals.published_referral as fact
    where ${conditionsOf(asked, timeZone)} and fact.why_not is not null
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}
