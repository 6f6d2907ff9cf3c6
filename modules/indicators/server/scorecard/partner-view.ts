import type { LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { IndicatorsTables } from '../tables.gen.ts';

/** The name of whom a sheet is about. */
export async function findPartnerName(
  db: Kysely<IndicatorsTables>,
  organisationId: string,
): Promise<LocalizedText | undefined> {
  const row = await db
    .selectFrom('organisations.published_organisation')
    .select('name')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.name as LocalizedText);
}
