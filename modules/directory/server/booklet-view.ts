import { sql, type Kysely } from 'kysely';
import type { DirectoryTables } from './tables.gen.ts';

/** The services that are given now, for a need and in areas where these are asked; one without an area serves them all. */
export async function listBookletIds(
  db: Kysely<DirectoryTables>,
  asked: { needCode: string | undefined; areaIds: string[] | null },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ service_id: string }>`
    select service.service_id from directory.service
    where service.status = 'active' and service.merged_into is null
      and (${asked.needCode ?? null}::text is null or exists (select 1 from directory.service_need as need
        where need.service_id = service.service_id and need.need_code = ${asked.needCode ?? null}))
      and (${asked.areaIds}::uuid[] is null
        or exists (select 1 from directory.area_served as served
          where served.service_id = service.service_id and served.area_id = any(${asked.areaIds}::uuid[]))
        or not exists (select 1 from directory.area_served as served where served.service_id = service.service_id))
    order by service.service_id limit ${sql.lit(limit)}`.execute(db);
  return rows.map((row) => row.service_id);
}
