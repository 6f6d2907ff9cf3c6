import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { ReferralsTables } from '../tables.gen.ts';

/** What a service did with what it was asked for one need in the last three months: counted, nobody's name. */
export type PastAnswers = {
  serviceId: string;
  asked: number;
  accepted: number;
  /** Hours from asking to the first answer, the median of those that were answered. */
  medianHours: number | null;
  /** The reason that it gives most for saying no. */
  chiefNo: string | null;
};

const DAYS = 90;

/** One question for all services of a page. What is still to be answered within its time is not counted as asked yet. */
export async function listPastAnswers(
  { db, now }: Ctx<ReferralsTables>,
  { needCode, serviceIds }: { needCode: string; serviceIds: readonly string[] },
): Promise<Map<string, PastAnswers>> {
  if (serviceIds.length === 0) return new Map();
  const { rows } = await sql<PastAnswers>`
    select service_id as "serviceId", count(*)::int as asked,
      count(*) filter (where answered_at is not null and status <> 'rejected')::int as accepted,
      percentile_cont(0.5) within group (order by extract(epoch from answered_at - sent_at) / 3600)
        filter (where answered_at is not null) as "medianHours",
      mode() within group (order by reason_code) filter (where status = 'rejected') as "chiefNo"
    from referrals.published_referral as asked
    where need_code = ${needCode} and service_id = any (${[...serviceIds]}::uuid[])
      and sent_at > ${now}::timestamptz - make_interval(days => ${sql.lit(DAYS)})
      and not (status = 'requested' and due_at > ${now}::timestamptz)
    group by service_id`.execute(db);
  return new Map(rows.map((row) => [row.serviceId, row]));
}
