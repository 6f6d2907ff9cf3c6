import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { Screening } from '../contract/index.ts';
import type { ScreeningTables } from './tables.gen.ts';

/** A screening as a line of a file: what was wanted, by name of the need, and nobody's name. */
export type FiledScreening = {
  screeningId: string;
  personId: string;
  receivedAt: string;
  status: Screening['status'];
  channel: Screening['channel'];
  isUrgent: boolean;
  areaName: LocalizedText | null;
  needNames: LocalizedText[];
};

type Days = { startsOn: string | null; endsOn: string | null };
type Found = Omit<FiledScreening, 'receivedAt'> & { receivedAt: Date };

/** One batch of what the reader's organisation took, newest first, as far as the database shows them to whoever asks. */
export async function listScreeningsForFile(
  anyCtx: AnyCtx,
  { startsOn, endsOn }: Days,
  from: { place: string | null; limit: number },
): Promise<{ rows: FiledScreening[]; place: string | null }> {
  const ctx = withTables<ScreeningTables>(anyCtx);
  const [at, id] = (from.place ?? '').split('~');
  const day = (date: string) => sql`${date}::timestamp at time zone ${ctx.timeZone}`;
  const conditions = [
    sql`screening.organisation_id = ${ctx.actor.organisationId}`,
    ...(startsOn === null ? [] : [sql`screening.received_at >= ${day(startsOn)}`]),
    ...(endsOn === null ? [] : [sql`screening.received_at < ${day(endsOn)}`]),
    ...(from.place === null
      ? []
      : [sql`(screening.received_at, screening.screening_id) < (${at}::timestamptz, ${id}::uuid)`]),
  ];
  const { rows: found } = await sql<Found>`
    select screening.screening_id as "screeningId", screening.person_id as "personId", screening.received_at as "receivedAt",
      screening.status, screening.channel, screening.is_urgent as "isUrgent", area.name as "areaName",
      coalesce((select json_agg(need.name order by need.sort) from screening.finding
        join directory.published_need as need on need.need_code = finding.need_code
        where finding.person_id = screening.person_id and finding.screening_id = screening.screening_id
          and finding.wants_help), '[]') as "needNames"
    from screening.screening left join territory.published_area as area on area.area_id = screening.area_id
    where ${sql.join(conditions, sql` and `)}
    order by screening.received_at desc, screening.screening_id desc limit ${from.limit}`.execute(ctx.db);
  const rows = found.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
  const last = rows.at(-1);
  return { rows, place: last === undefined ? null : `${last.receivedAt}~${last.screeningId}` };
}
