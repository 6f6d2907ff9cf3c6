import { newId, type LocalizedText } from '@qantara/kernel';
import { sql, type Updateable } from 'kysely';
import type { z } from 'zod';
import type { AssetImport, AssetImportOutcome, AssetMapping, FeatureRefusal } from '../contract/index.ts';
import type { AssetDraft, KnownAsset } from '../domain/index.ts';
import type { Db } from './asset-store.ts';
import type { AssetsTables } from './tables.gen.ts';

const SHOWN = [
  'import_id',
  'source',
  'file_name',
  'encoding',
  'status',
  'features',
  'properties',
  'mapping',
  'outcome',
  'requested_at',
  'ended_at',
] as const;

function selectImports(db: Db) {
  return db.selectFrom('assets.import').select(SHOWN);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number];
export type ShownImport = z.input<typeof AssetImport>;

function toImport(row: Row): ShownImport {
  return {
    importId: row.import_id,
    source: row.source,
    fileName: row.file_name,
    encoding: row.encoding,
    status: row.status,
    features: row.features,
    properties: row.properties as { name: string; example: string }[],
    mapping: row.mapping as AssetMapping | null,
    outcome: row.outcome as AssetImportOutcome | null,
    requestedAt: row.requested_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export type NewImportRow = {
  source: string;
  fileName: string;
  encoding: string;
  features: number;
  properties: { name: string; example: string }[];
  content: string;
  accountId: string | null;
  now: Date;
};

export async function insertImport(db: Db, given: NewImportRow): Promise<string> {
  const importId = newId(given.now.getTime());
  await db
    .insertInto('assets.import')
    .values({
      import_id: importId,
      source: given.source,
      file_name: given.fileName,
      encoding: given.encoding,
      status: 'read',
      features: given.features,
      properties: JSON.stringify(given.properties),
      content: given.content,
      requested_by: given.accountId,
      requested_at: given.now,
    })
    .execute();
  return importId;
}

export async function findImport(db: Db, importId: string): Promise<ShownImport | undefined> {
  const row = await selectImports(db).where('import_id', '=', importId).executeTakeFirst();
  return row === undefined ? undefined : toImport(row);
}

/** The file of an import that has not ended, held until the transaction ends. */
export async function lockContent(db: Db, importId: string): Promise<string | null> {
  const row = await db
    .selectFrom('assets.import')
    .select('content')
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return row?.content ?? null;
}

/** The newest hundred. */
export async function listImports(db: Db): Promise<ShownImport[]> {
  return (await selectImports(db).orderBy('import_id', 'desc').limit(100).execute()).map(toImport);
}

export async function updateImport(
  db: Db,
  importId: string,
  values: Updateable<AssetsTables['assets.import']>,
): Promise<void> {
  await db.updateTable('assets.import').set(values).where('import_id', '=', importId).execute();
}

export async function findMapping(db: Db, source: string): Promise<AssetMapping | undefined> {
  const row = await db
    .selectFrom('assets.import_mapping')
    .select('mapping')
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.mapping as AssetMapping | undefined;
}

export async function saveMapping(db: Db, source: string, saved: { mapping: AssetMapping; now: Date }): Promise<void> {
  const values = { mapping: JSON.stringify(saved.mapping), saved_at: saved.now };
  await db
    .insertInto('assets.import_mapping')
    .values({ source, ...values })
    .onConflict((conflict) => conflict.column('source').doUpdateSet(values))
    .execute();
}

/** What an import refuses, instead of what an earlier try refused. */
export async function replaceRefusals(db: Db, importId: string, refusals: FeatureRefusal[]): Promise<void> {
  await db.deleteFrom('assets.import_refusal').where('import_id', '=', importId).execute();
  const rows = refusals.map((refusal, index) => ({ import_id: importId, ordinal: index + 1, ...refusal }));
  if (rows.length === 0) return;
  await sql`
    insert into assets.import_refusal (import_id, ordinal, feature, field, value, code)
    select import_id, ordinal, feature, field, value, code
    from jsonb_populate_recordset(null::assets.import_refusal, ${JSON.stringify(rows)}::jsonb)`.execute(db);
}

export async function listRefusals(db: Db, of: { importId: string; page: number; perPage: number }) {
  const rows = await db
    .selectFrom('assets.import_refusal')
    .select(['feature', 'field', 'value', 'code'])
    .where('import_id', '=', of.importId)
    .orderBy('ordinal')
    .limit(of.perPage + 1)
    .offset((of.page - 1) * of.perPage)
    .execute();
  return { items: rows.slice(0, of.perPage) as FeatureRefusal[], hasMore: rows.length > of.perPage };
}

/** What this source brought before, those too that have ended since. One that staff withdrew stays withdrawn. */
export async function listKnown(db: Db, source: string): Promise<KnownAsset[]> {
  const rows = await db.selectFrom('assets.asset').selectAll().where('source', '=', source).execute();
  return rows.flatMap((row) => {
    if (row.latitude === null || row.longitude === null) return [];
    const draft: AssetDraft = {
      key: row.source_key ?? '',
      kind: row.kind,
      name: row.name as LocalizedText,
      description: row.description as LocalizedText | null,
      longitude: row.longitude,
      latitude: row.latitude,
      areaId: row.area_id,
      phone: row.phone,
      email: row.email,
      website: row.website,
      showsContact: row.shows_contact,
      tags: row.tags,
    };
    const end = row.ended_at === null ? null : row.ended_why === 'withdrawn' ? 'withdrawn' : 'gone';
    return [{ assetId: row.asset_id, draft, end }];
  });
}

function rowOf(draft: AssetDraft, assetId: string) {
  return {
    asset_id: assetId,
    kind: draft.kind,
    name: draft.name,
    description: draft.description,
    area_id: draft.areaId,
    latitude: draft.latitude,
    longitude: draft.longitude,
    phone: draft.phone,
    email: draft.email,
    website: draft.website,
    shows_contact: draft.showsContact,
    tags: draft.tags,
    source_key: draft.key,
  };
}

export type Written = { source: string; accountId: string | null; now: Date };

/** Adds these and changes those, in one statement; one that had ended comes back. */
export async function saveDrafts(
  db: Db,
  drafts: readonly { assetId: string | null; draft: AssetDraft }[],
  { source, accountId, now }: Written,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map(({ assetId, draft }) => rowOf(draft, assetId ?? newId(now.getTime())));
  await sql`
    insert into assets.asset (asset_id, kind, name, description, area_id, latitude, longitude, phone, email, website,
      shows_contact, tags, source_key, source, added_by, created_at, updated_at)
    select asset_id, kind, name, description, area_id, latitude, longitude, phone, email, website,
      shows_contact, tags, source_key, ${source}, ${accountId}::uuid, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_populate_recordset(null::assets.asset, ${JSON.stringify(rows)}::jsonb)
    on conflict (source, source_key) do update set kind = excluded.kind, name = excluded.name,
      description = excluded.description, area_id = excluded.area_id, latitude = excluded.latitude,
      longitude = excluded.longitude, phone = excluded.phone, email = excluded.email, website = excluded.website,
      shows_contact = excluded.shows_contact, tags = excluded.tags, updated_at = excluded.updated_at,
      ended_at = null, ended_why = null, version = assets.asset.version + 1`.execute(db);
}
