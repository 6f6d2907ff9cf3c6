import { sql, type Kysely } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

export type Counted<T> = { of: T; searches: number };

/** Searches that found nothing since a week, each way of looking at them; `words` only of those of which words were kept. */
export type CountedGaps = {
  total: number;
  needs: Counted<string | null>[];
  areas: Counted<string | null>[];
  weeks: Counted<string>[];
  words: Counted<string>[];
  filters: Counted<string>[];
};

const by = (column: string, order: string) => sql`coalesce((
  select json_agg(json_build_object('of', counted.of, 'searches', counted.searches) order by ${sql.raw(order)})
  from (select ${sql.raw(column)} as of, sum(searches)::integer as searches from since group by 1) as counted
  where counted.of is distinct from ''), '[]')`;

const MOST_FIRST = 'counted.searches desc, counted.of';

/** Counts them. */
export async function countGaps(db: Kysely<DirectoryTables>, from: string): Promise<CountedGaps> {
  const { rows } = await sql<CountedGaps>`
    with since as (select need_code, area_id::text as area_id, to_char(week, 'YYYY-MM-DD') as week, words, searches
      from directory.search_gap where week >= ${from}::date)
    select coalesce((select sum(searches)::integer from since), 0) as total,
      ${by('need_code', MOST_FIRST)} as needs, ${by('area_id', MOST_FIRST)} as areas,
      ${by('week', 'counted.of')} as weeks, ${by('words', MOST_FIRST)} as words,
      coalesce((select json_agg(json_build_object('of', counted.of, 'searches', counted.searches) order by ${sql.raw(MOST_FIRST)})
        from (select filter as of, sum(searches)::integer as searches
          from directory.search_gap, unnest(filters) as filter where week >= ${from}::date group by 1) as counted), '[]') as filters
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('a count has no row');
  return row;
}
