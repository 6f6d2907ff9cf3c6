import type { LocalizedText } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { NeedGap, Period } from '../../contract/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Db = Kysely<IndicatorsTables>;
type Asked = { period: Period; areaIds: string[] | null; needCode: string | null; timeZone: string; now: Date };
type Row = Omit<NeedGap, 'unmet' | 'supply' | 'unmetTotal'> & NeedGap['unmet'] & NeedGap['supply'];

const NO_HELP = sql`fact.status in ('rejected', 'failed', 'cancelled')`;

/**
 * Each need in each area where it was asked for, with what was not met and what services say that they could take in. A referral counts
 * where the person lived when it was sent; a service counts in every area that it serves and in all that lie within.
 */
export async function listGapRows(db: Db, { period, areaIds, needCode, timeZone, now }: Asked): Promise<NeedGap[]> {
  const inArea = areaIds === null ? sql`` : sql`and fact.area_id = any (${areaIds})`;
  const ofNeed = needCode === null ? sql`` : sql`and fact.need_code = ${needCode}`;
  const { rows } = await sql<Row>`
    with recursive asked as (
      select fact.area_id, fact.need_code, count(*)::int as sent,
        count(*) filter (where ${NO_HELP} and fact.reason_code = 'at_capacity')::int as no_room,
        count(*) filter (where ${NO_HELP} and fact.reason_code in ('not_eligible', 'outside_area', 'wrong_service'))::int as not_for_them,
        count(*) filter (where (${NO_HELP} and fact.reason_code = 'no_answer') or (fact.status = 'requested' and fact.due_at < ${now}))::int
          as no_answer,
        count(*) filter (where fact.status = 'on-hold' and fact.reason_code = 'wait_listed')::int as waiting
      from referrals.published_referral as fact
      where fact.sent_at >= ${period.startsOn}::timestamp at time zone ${timeZone}
        and fact.sent_at < ${period.endsOn}::timestamp at time zone ${timeZone} ${inArea} ${ofNeed}
      group by 1, 2),
    looked as (
      select fact.area_id, fact.need_code, sum(fact.searches)::int as searches from directory.published_search_gap as fact
      where fact.week >= ${period.startsOn}::date and fact.week < ${period.endsOn}::date ${inArea} ${ofNeed} group by 1, 2),
    cell as (select area_id, need_code from asked union select area_id, need_code from looked),
    within as (
      select area_id, area_id as serves from territory.published_area
      union select within.area_id, area.parent_area_id from within join territory.published_area as area on area.area_id = within.serves
      where area.parent_area_id is not null),
    room as (
      select within.area_id, need.need_code, count(distinct service.service_id)::int as services,
        count(distinct service.service_id) filter (where service.capacity = 'open')::int as open,
        count(distinct service.service_id) filter (where service.capacity = 'waiting_list')::int as waiting_list,
        count(distinct service.service_id) filter (where service.capacity = 'full')::int as full
      from within
      join directory.published_service_area as served on served.area_id = within.serves
      join directory.published_service_need as need on need.service_id = served.service_id
      join directory.published_service as service on service.service_id = served.service_id
      where service.status = 'active' and service.merged_into is null group by 1, 2)
    select cell.area_id as "areaId", area.name as "areaName", cell.need_code as "needCode", need.name as "needName",
      coalesce(asked.sent, 0) as sent, coalesce(asked.no_room, 0) as "noRoom", coalesce(asked.not_for_them, 0) as "notForThem",
      coalesce(asked.no_answer, 0) as "noAnswer", coalesce(asked.waiting, 0) as waiting, coalesce(looked.searches, 0) as searches,
      coalesce(room.services, 0) as services, coalesce(room.open, 0) as open, coalesce(room.waiting_list, 0) as "waitingList",
      coalesce(room.full, 0) as full,
      coalesce(room.services - room.open - room.waiting_list - room.full, 0) as unknown
    from cell
    join directory.published_need as need on need.need_code = cell.need_code
    left join territory.published_area as area on area.area_id = cell.area_id
    left join asked on asked.area_id is not distinct from cell.area_id and asked.need_code = cell.need_code
    left join looked on looked.area_id is not distinct from cell.area_id and looked.need_code = cell.need_code
    left join room on room.area_id = cell.area_id and room.need_code = cell.need_code`.execute(db);
  return rows.map(toGap);
}

function toGap(row: Row): NeedGap {
  const { noRoom, notForThem, noAnswer, waiting, searches } = row;
  const { services, open, waitingList, full, unknown } = row;
  return {
    areaId: row.areaId,
    areaName: row.areaName as LocalizedText | null,
    needCode: row.needCode,
    needName: row.needName,
    sent: row.sent,
    unmet: { noRoom, notForThem, noAnswer, waiting, searches },
    unmetTotal: noRoom + notForThem + noAnswer + waiting + searches,
    supply: { services, open, waitingList, full, unknown },
  };
}
