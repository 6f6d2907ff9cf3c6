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
  isTooMany: boolean;
  needs: { needCode: string; total: number }[];
  /** Of each set of areas that services serve, how many serve it. */
  served: { areaIds: string[]; total: number }[];
  languages: { language: string; total: number }[];
};

/** How many of them reach each area: whoever names none serves them all. */
function countByArea(served: Row['served'], reaches: Reach[]): SearchCounts['areas'] {
  return reaches.map(({ areaId, servedBy }) => {
    const reaching = served.filter(
      ({ areaIds }) => areaIds.length === 0 || areaIds.some((one) => servedBy.includes(one)),
    );
    return {
      areaId: areaId as SearchCounts['areas'][number]['areaId'],
      total: reaching.reduce((sum, { total }) => sum + total, 0),
    };
  });
}

/**
 * How many services the search would find with each need, area and language in place of its own: all other filters hold.
 * An area counts as the filter does, by where services say they serve; where their places lie takes no part.
 */
export async function countByChoice(
  db: Ctx<DirectoryTables>['db'],
  asked: Asked,
  reaches: Reach[],
): Promise<SearchCounts | null> {
  const columns = sql`${answersNeed(asked)} as has_need, ${servesArea(asked)} as is_served, ${speaks(asked)} as is_spoken,
    service.need_codes, service.area_ids, service.languages`;
  const looked = lookedUp(asked, sql`own.service_id`, sql`own.places`);
  const { rows } = await sql<Row>`
    with matched as materialized (
      select need_codes, area_ids, languages, has_need, is_served, is_spoken from (${candidates(asked, columns, [])}) as own
      where ${every([sql`has_need::integer + is_served::integer + is_spoken::integer >= 2`, ...looked])} limit ${sql.lit(MOST_SORTED + 1)}),
    size as materialized (select count(*) > ${sql.lit(MOST_SORTED)} as is_too_many from matched),
    few as (select * from matched where not (select is_too_many from size))
    select (select is_too_many from size) as "isTooMany",
      coalesce((select json_agg(json_build_object('needCode', counted.code, 'total', counted.total)) from (
        select code, count(*)::integer as total from few, unnest(few.need_codes) as code
        where few.is_served and few.is_spoken group by code) as counted), '[]') as needs,
      coalesce((select json_agg(json_build_object('areaIds', counted.area_ids, 'total', counted.total)) from (
        select area_ids, count(*)::integer as total from few
        where few.has_need and few.is_spoken group by area_ids) as counted), '[]') as served,
      coalesce((select json_agg(json_build_object('language', counted.language, 'total', counted.total) order by counted.total desc, counted.language) from (
        select language, count(*)::integer as total from few, unnest(few.languages) as language
        where few.has_need and few.is_served group by language order by total desc, language limit 30) as counted), '[]') as languages
  `.execute(db.withPlugin(unnamedStatement));
  const row = rows[0];
  if (row === undefined || row.isTooMany) return null;
  return { needs: row.needs, languages: row.languages, areas: countByArea(row.served, reaches) };
}
