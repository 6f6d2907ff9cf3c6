import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

/** A typed word; the last one may be the beginning of another. */
export type TypedWord = { word: string; isLast: boolean };

const HIGHEST = '\u{10ffff}';

/**
 * The forty words most like each one that no service is found by: those that share most letters side by side, of about the
 * same length. A word that is one of ours, or the last one as the beginning of one, has none.
 */
export async function listNearWords(db: Kysely<DirectoryTables>, typed: TypedWord[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ word: string; near: string[] }>`
    select typed.word, array(
        select known.word
        from unnest(directory.letter_pairs(typed.word)) as pair
        join directory.search_word as known on known.pairs @> array[pair]
        where abs(length(known.word) - length(typed.word)) <= 3
        group by known.word
        order by count(*) desc, abs(length(known.word) - length(typed.word)), known.word limit 40) as near
    from unnest(${typed.map(({ word }) => word)}::text[], ${typed.map(({ isLast }) => isLast)}::boolean[]) as typed (word, is_last)
    where not exists (select 1 from directory.search_word as known where known.word = typed.word)
      and not (typed.is_last and exists (select 1 from directory.search_word as known
        where known.word ~>=~ typed.word and known.word ~<~ (typed.word || ${HIGHEST})))`.execute(db);
  return new Map(rows.map((row) => [row.word, row.near]));
}
