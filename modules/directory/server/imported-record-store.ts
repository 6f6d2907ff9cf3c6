import { sql, type Kysely } from 'kysely';
import type { OrganisationDraft } from '../domain/index.ts';
import { insertRows, removeRowsOf } from './insert-rows-store.ts';
import { attributeRowsOf } from './location-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

type Db = Kysely<DirectoryTables>;

/** What a source says of its organisations that has no column: kept as it was. */
export async function saveOrganisationAttributes(
  db: Db,
  drafts: OrganisationDraft[],
  ids: Map<string, string>,
): Promise<void> {
  await removeRowsOf(db, 'directory.attribute', { column: 'link_id', ids: [...ids.values()] });
  const rows = drafts.flatMap((draft) =>
    attributeRowsOf(ids.get(draft.sourceId) ?? '', 'organization', draft.attributes),
  );
  await insertRows(db, 'directory.attribute', { rows });
}

/** Services of a source that its file speaks of no more become inactive; they stay readable by their address. */
export async function endServices(db: Db, of: { source: string; sourceIds: string[]; now: Date }): Promise<number> {
  const { rows } = await sql`update directory.service set status = 'inactive', updated_at = ${of.now}
    where source = ${of.source} and status <> 'inactive'
      and not exists (select 1 from unnest(${of.sourceIds}::text[]) as spoken (source_id) where spoken.source_id = service.source_id)
    returning service_id`.execute(db);
  return rows.length;
}
