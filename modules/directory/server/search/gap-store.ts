import { sql, type Kysely } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

type Db = Kysely<DirectoryTables>;
export type NewGap = { week: string; needCode: string | null; areaId: string | null; filters: string[]; words: string };

/** Which of these words some service is found by. */
export async function listOurWords(db: Db, words: string[]): Promise<Set<string>> {
  if (words.length === 0) return new Set();
  const { rows } = await sql<{ word: string }>`
    select word from directory.search_word where word = any(${words}::text[])`.execute(db);
  return new Set(rows.map(({ word }) => word));
}

/** Counts this day for a word, once, and says on how many days it has come. */
export async function countDays(db: Db, digest: Buffer, today: string): Promise<number> {
  const { rows } = await sql<{ days: number }>`
    insert into directory.search_unknown as known (digest, days, last_day) values (${digest}, 1, ${today}::date)
    on conflict (digest) do update
    set days = known.days + (known.last_day < excluded.last_day)::integer, last_day = greatest(known.last_day, excluded.last_day)
    returning days`.execute(db);
  return rows[0]?.days ?? 0;
}

/** Counts one more search of this kind in its week; a need or an area that is not known counts as none. */
export async function addGap(db: Db, gap: NewGap): Promise<void> {
  await sql`
    insert into directory.search_gap as noted (week, need_code, area_id, filters, words, searches)
    values (${gap.week}::date, (select need_code from directory.need where need_code = ${gap.needCode}),
      (select area_id from territory.published_area where area_id = ${gap.areaId}::uuid), ${gap.filters}::text[], ${gap.words}, 1)
    on conflict (week, need_code, area_id, filters, words) do update set searches = noted.searches + 1`.execute(db);
}

/** Forgets digests of words that came last before one day, and counts of weeks before another. */
export async function forgetSearches(db: Db, before: { words: string; weeks: string }): Promise<void> {
  await sql`delete from directory.search_unknown where last_day < ${before.words}::date`.execute(db);
  await sql`delete from directory.search_gap where week < ${before.weeks}::date`.execute(db);
}
