import type { AnyRow, HomeObject } from '@qantara/directory/domain';
import { sql, type Kysely } from 'kysely';
import type { StagedRow } from '../../domain/index.ts';
import type { HsdsTables } from '../tables.gen.ts';

type Db = Kysely<HsdsTables>;

/** Keeps rows that were read until they are put together: the memory holds a few thousand of them at a time. */
export async function stageRows(db: Db, importId: string, staged: StagedRow[]): Promise<void> {
  const rows = staged.map(({ object, home, row }) => ({
    object,
    home_object: home?.object ?? null,
    home_source_id: home?.sourceId ?? null,
    row,
  }));
  await sql`insert into hsds.import_row (import_id, object, home_object, home_source_id, row)
    select ${importId}, object, home_object, home_source_id, row
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (object text, home_object text, home_source_id text, row jsonb)`.execute(db);
}

/** The rows of the next homes after one, in the order of what the source calls them: all rows of each home. */
export async function listStagedHomes(
  db: Db,
  of: { importId: string; object: HomeObject; after: string | null; limit: number },
): Promise<Map<string, StagedRow[]>> {
  const { rows } = await sql<{ object: StagedRow['object']; home_source_id: string; row: AnyRow }>`
    select staged.object, staged.home_source_id, staged.row from hsds.import_row as staged
    where staged.import_id = ${of.importId} and staged.home_object = ${of.object} and staged.home_source_id in (
      select distinct home_source_id from hsds.import_row
      where import_id = ${of.importId} and home_object = ${of.object}
        and (${of.after}::text is null or home_source_id > ${of.after})
      order by home_source_id limit ${of.limit})
    order by staged.home_source_id, staged.ordinal`.execute(db);
  const homes = new Map<string, StagedRow[]>();
  for (const { object, home_source_id, row } of rows) {
    const list = homes.get(home_source_id) ?? [];
    list.push({ object, home: { object: of.object, sourceId: home_source_id }, row });
    homes.set(home_source_id, list);
  }
  return homes;
}

/** Vocabularies, units and descriptions, with what is attached to them: what belongs to no home. */
export async function listStagedStanding(db: Db, importId: string): Promise<StagedRow[]> {
  const { rows } = await sql<{ object: StagedRow['object']; row: AnyRow }>`
    select object, row from hsds.import_row where import_id = ${importId} and home_object is null order by ordinal`.execute(
    db,
  );
  return rows.map(({ object, row }) => ({ object, home: null, row }));
}

/** What a source calls the homes of one kind that an import speaks of. */
export async function listStagedNames(db: Db, importId: string, object: HomeObject): Promise<string[]> {
  const { rows } = await sql<{ home_source_id: string }>`
    select distinct home_source_id from hsds.import_row where import_id = ${importId} and home_object = ${object}`.execute(
    db,
  );
  return rows.map((row) => row.home_source_id);
}

/** Tells the database how much was staged: it plans the reading of it by that. */
export async function countStaged(db: Db): Promise<void> {
  await sql`analyze hsds.import_row`.execute(db);
}

export async function removeStaged(db: Db, importId: string): Promise<void> {
  await sql`delete from hsds.import_row where import_id = ${importId}`.execute(db);
}
