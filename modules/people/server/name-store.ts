import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import { askedNameKeys, nameTokens } from '../domain/index.ts';
import type { PeopleTables } from './tables.gen.ts';

const MOST_FOUND = 200;

/**
 * Who is called so, in any spelling or script: identifiers alone, for the one who asks who opened their record. The database gives
 * them to that role and to nobody else.
 */
export async function listIdsByName(ctx: AnyCtx, name: string): Promise<{ personIds: string[]; hasMore: boolean }> {
  const [first, ...others] = askedNameKeys(name);
  if (first === undefined) return { personIds: [], hasMore: false };
  const { rows } = await sql<{ id: string }>`select people.ids_by_name(${first}, ${others}::text[]) as id`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return { personIds: rows.map(({ id }) => id), hasMore: rows.length === MOST_FOUND };
}

/** The skeletons of the words of these people's names, in order: for rules that compare names and may not read them. */
export async function listNameSkeletons(ctx: AnyCtx, personIds: readonly string[]): Promise<Map<string, string[]>> {
  if (personIds.length === 0) return new Map();
  const rows = await withTables<PeopleTables>(ctx)
    .db.selectFrom('people.person')
    .select(['person_id', 'display_name'])
    .where(sql<boolean>`person_id = any (${[...new Set(personIds)]}::uuid[])`)
    .where('display_name', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.person_id, nameTokens(row.display_name ?? '')]));
}
