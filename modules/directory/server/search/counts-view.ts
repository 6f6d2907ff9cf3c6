import { unnamedStatement, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { SearchCounts } from '../../contract/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import type { Asked } from './asked-search.ts';
import { answersNeed, every, lookedUp, servesArea, speaks } from './filters-view.ts';
import { candidates } from './search-view.ts';

/** Beyond this many services a count of each need costs more than it tells. */
const MOST_SORTED = 20_000;

/** Each area that can be chosen, and the areas whose services reach it. */
export type Reach = { areaId: string; servedBy: string[] };

type Row = {
  matched: number;
  needs: { needCode: string; total: number }[];
  areas: { areaId: string; total: number }[];
  languages: { language: string; total: number }[];
  everywhere: number;
};

/**
 * How many services the search would find with each need, area and language in place of its own: all other filters hold.
 * An area counts as the filter does, by where services say they serve; where their places lie takes no part.
 */
export async function countByChoice(
  db: Ctx<DirectoryTables>['db'],
  asked: Asked,
  reaches: Reach[],
): Promise<SearchCounts | null> {
  const pairs = reaches.flatMap(({ areaId, servedBy }) => servedBy.map((by) => ({ areaId, by })));
  const columns = sql`${answersNeed(asked)} as has_need, ${servesArea(asked)} as is_served, ${speaks(asked)} as is_spoken, service.languages`;
  const looked = lookedUp(asked, sql`own.service_id`, sql`own.places`);
  const { rows } = await sql<Row>`
    with matched as materialized (
      select service_id, has_need, is_served, is_spoken, languages from (${candidates(asked, columns, [])}) as own
      where ${every([sql`has_need::integer + is_served::integer + is_spoken::integer >= 2`, ...looked])} limit ${sql.lit(MOST_SORTED + 1)}),
    reach as (select * from unnest(${pairs.map(({ areaId }) => areaId)}::uuid[], ${pairs.map(({ by }) => by)}::uuid[])
      as reach (area_id, served_by))
    select (select count(*)::integer from matched) as matched,
      coalesce((select json_agg(json_build_object('needCode', counted.need_code, 'total', counted.total)) from (
        select service_need.need_code, count(*)::integer as total from matched
        join directory.service_need on service_need.service_id = matched.service_id
        where matched.is_served and matched.is_spoken group by service_need.need_code) as counted), '[]') as needs,
      coalesce((select json_agg(json_build_object('areaId', counted.area_id, 'total', counted.total)) from (
        select reach.area_id, count(distinct matched.service_id)::integer as total from matched
        join directory.area_served as served on served.service_id = matched.service_id
        join reach on reach.served_by = served.area_id
        where matched.has_need and matched.is_spoken group by reach.area_id) as counted), '[]') as areas,
      coalesce((select json_agg(json_build_object('language', counted.language, 'total', counted.total) order by counted.total desc, counted.language) from (
        select language, count(*)::integer as total from matched, unnest(matched.languages) as language
        where matched.has_need and matched.is_served group by language order by total desc, language limit 30) as counted), '[]') as languages,
      (select count(*)::integer from matched where matched.has_need and matched.is_spoken
        and not exists (select 1 from directory.area_served as served where served.service_id = matched.service_id)) as everywhere
  `.execute(db.withPlugin(unnamedStatement));
  const row = rows[0];
  if (row === undefined || row.matched > MOST_SORTED) return null;
  const byArea = new Map(row.areas.map(({ areaId, total }) => [areaId, total]));
  return {
    needs: row.needs,
    languages: row.languages,
    areas: reaches.map(({ areaId }) => ({ areaId, total: (byArea.get(areaId) ?? 0) + row.everywhere })),
  };
}
