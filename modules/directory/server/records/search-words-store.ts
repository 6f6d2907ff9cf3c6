import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { searchColumnsOf, vocabularyOf, type Findable, type SearchColumns } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

type Db = Kysely<DirectoryTables>;
type FoundRow = Record<
  'name' | 'alternate_name' | 'description' | 'eligibility_description' | 'application_process' | 'organisation',
  LocalizedText | null
> & {
  service_id: string;
  needs: Findable['needs'] | null;
};

/** Which of a service's texts it is found by. */
export function findableOf(row: Omit<FoundRow, 'service_id'>): Findable {
  return {
    names: [row.name, row.alternate_name],
    organisationName: row.organisation,
    needs: row.needs ?? [],
    texts: [row.description, row.eligibility_description, row.application_process],
  };
}

/** Remembers the words that services are found by, for the correction of mistyped ones. */
export async function saveVocabulary(db: Db, columns: SearchColumns[]): Promise<void> {
  const words = vocabularyOf(columns);
  if (words.length === 0) return;
  await sql`insert into directory.search_word (word) select unnest(${words}::text[]) on conflict do nothing`.execute(
    db,
  );
}

/** Folds again the words of services whose organisation or needs have other words now. */
export async function refreshSearch(
  anyCtx: AnyCtx,
  of: { organisationId: string } | { needCodes: string[] },
): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const where: ReturnType<typeof sql<SqlBool>> =
    'organisationId' in of
      ? sql`service.organisation_id = ${of.organisationId}`
      : sql`service.service_id in (select service_id from directory.service_need where need_code = any(${of.needCodes}))`;
  const { rows } = await sql<FoundRow>`
    select service.service_id, service.name, service.alternate_name, service.description, service.eligibility_description,
      service.application_process, organisation.name as organisation,
      (select json_agg(json_build_object('name', need.name, 'words', need.words))
       from directory.service_need join directory.need using (need_code)
       where service_need.service_id = service.service_id) as needs
    from directory.service
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    where ${where}`.execute(db);
  if (rows.length === 0) return;
  const found = rows.map((row) => ({ service_id: row.service_id, ...searchColumnsOf(findableOf(row)) }));
  await sql`update directory.service
    set search_name = fresh.search_name, search_words = fresh.search_words, search_text = fresh.search_text
    from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
      as fresh (service_id uuid, search_name text, search_words text, search_text text)
    where service.service_id = fresh.service_id`.execute(db);
  await saveVocabulary(db, found);
}
