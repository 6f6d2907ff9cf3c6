import { newId, type Locale, type LocalizedText } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { z } from 'zod';
import type { Asset, AssetKind, CorrectAsset, EndReason, NewAsset } from '../contract/index.ts';
import type { AssetsTables } from './tables.gen.ts';
import { tagsOf, type TagNames } from './tag-store.ts';

export type Db = Kysely<AssetsTables>;

/**
 * Every read starts here. A skill without a live consent is in none; where a confidential asset is, is not selected at
 * all. Those who offer a skill are reached through the organisation that holds it, never themselves.
 */
export function selectAssets(db: Db) {
  return db
    .selectFrom('assets.asset as asset')
    .leftJoin('organisations.published_organisation as holder', 'holder.organisation_id', 'asset.organisation_id')
    .where((eb) =>
      eb.or([
        eb('asset.kind', '<>', 'skill'),
        eb.exists(
          eb
            .selectFrom('assets.skill_consent as consent')
            .select('consent.asset_id')
            .whereRef('consent.asset_id', '=', 'asset.asset_id')
            .where('consent.withdrawn_at', 'is', null),
        ),
      ]),
    );
}

const hidden = <T>(column: string) => sql<T>`case when asset.is_confidential then null else ${sql.ref(column)} end`;
const contact = (column: 'phone' | 'email') =>
  sql<
    string | null
  >`case when asset.kind = 'skill' then ${sql.ref(`holder.${column}`)} else ${sql.ref(`asset.${column}`)} end`;

export function selectWhole(db: Db) {
  return selectAssets(db).select([
    'asset.asset_id',
    'asset.kind',
    'asset.name',
    'asset.description',
    hidden<string | null>('asset.area_id').as('area_id'),
    hidden<number | null>('asset.latitude').as('latitude'),
    hidden<number | null>('asset.longitude').as('longitude'),
    'asset.is_confidential',
    'asset.organisation_id',
    'holder.name as organisation_name',
    contact('phone').as('phone'),
    contact('email').as('email'),
    sql<string | null>`case when asset.kind = 'skill' then null else asset.website end`.as('website'),
    'asset.shows_contact',
    'asset.tags',
    'asset.source',
    'asset.ended_at',
    'asset.ended_why',
    'asset.version',
    'asset.updated_at',
  ]);
}

export type AssetRow = Awaited<ReturnType<ReturnType<typeof selectWhole>['execute']>>[number];

export function toAsset(row: AssetRow, names: TagNames): z.input<typeof Asset> {
  return {
    assetId: row.asset_id,
    kind: row.kind,
    name: row.name as LocalizedText,
    description: row.description as LocalizedText | null,
    areaId: row.area_id,
    latitude: row.latitude,
    longitude: row.longitude,
    isConfidential: row.is_confidential,
    organisationId: row.organisation_id,
    organisationName: row.organisation_name as LocalizedText | null,
    phone: row.phone,
    email: row.email,
    website: row.website,
    showsContact: row.shows_contact,
    tags: tagsOf(row.tags, names),
    source: row.source,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedWhy: row.ended_why,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

export type Narrowing = { kind?: AssetKind | undefined; areaIds: string[] | null; tag?: string | undefined };

/** The assets that a search keeps. A confidential one is in no area. */
export function narrowed<Query extends ReturnType<typeof selectAssets>>(query: Query, asked: Narrowing): Query {
  let found: ReturnType<typeof selectAssets> = query;
  if (asked.kind !== undefined) found = found.where('asset.kind', '=', asked.kind);
  if (asked.areaIds !== null)
    found = found.where('asset.is_confidential', '=', false).where('asset.area_id', 'in', asked.areaIds);
  if (asked.tag !== undefined) found = found.where(sql<boolean>`${asked.tag} = any(asset.tags)`);
  return found as Query;
}

/** By the name in the reader's language, which is how a list is looked through. */
export function nameIn(locale: Locale) {
  const own = sql.lit(locale);
  return sql<string>`coalesce(nullif(asset.name->>${own}, ''), asset.name->>'ar', asset.name->>'fr', asset.name->>'en')`;
}

export async function findAsset(db: Db, assetId: string): Promise<AssetRow | undefined> {
  return selectWhole(db).where('asset.asset_id', '=', assetId).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export async function lockAsset(db: Db, assetId: string): Promise<AssetRow | undefined> {
  await db.selectFrom('assets.asset').select('asset_id').where('asset_id', '=', assetId).forUpdate().execute();
  return findAsset(db, assetId);
}

type Kept = Omit<z.output<typeof CorrectAsset>, 'assetId' | 'version'>;

function valuesOf(given: Kept) {
  return {
    name: JSON.stringify(given.name),
    description: given.description === null ? null : JSON.stringify(given.description),
    is_confidential: given.isConfidential,
    organisation_id: given.organisationId,
    phone: given.phone === '' ? null : given.phone,
    email: given.email ?? null,
    website: given.website ?? null,
    shows_contact: given.showsContact,
    tags: given.tags,
  };
}

function placeOf({ areaId, latitude, longitude }: Kept) {
  return { area_id: areaId, latitude, longitude };
}

export async function insertAsset(
  db: Db,
  given: z.output<typeof NewAsset>,
  by: { accountId: string | null; now: Date },
): Promise<string> {
  const assetId = newId(by.now.getTime());
  const moments = { created_at: by.now, updated_at: by.now };
  await db
    .insertInto('assets.asset')
    .values({
      asset_id: assetId,
      kind: given.kind,
      ...valuesOf(given),
      ...placeOf(given),
      added_by: by.accountId,
      ...moments,
    })
    .execute();
  return assetId;
}

/** Writes a correction; what it leaves blank of a hidden place stays as it was kept, for no form can show it again. */
export async function updateAsset(db: Db, row: AssetRow, change: { given: Kept; now: Date }): Promise<void> {
  const stays = row.is_confidential && change.given.isConfidential;
  const place = Object.entries(placeOf(change.given)).filter(([, value]) => !stays || value !== null);
  await db
    .updateTable('assets.asset')
    .set({
      ...valuesOf(change.given),
      ...Object.fromEntries(place),
      version: row.version + 1,
      updated_at: change.now,
    })
    .where('asset_id', '=', row.asset_id)
    .execute();
}

export async function endAssets(db: Db, assetIds: string[], end: { why: EndReason; at: Date }): Promise<void> {
  if (assetIds.length === 0) return;
  await db
    .updateTable('assets.asset')
    .set({ ended_at: end.at, ended_why: end.why, updated_at: end.at })
    .where('asset_id', 'in', assetIds)
    .execute();
}

export type NewSkillConsent = { assetId: string; knownAs: string; givenOn: string; givenHow: 'spoken' | 'written' };

export async function insertConsent(db: Db, consent: NewSkillConsent, now: Date): Promise<string> {
  const personId = newId(now.getTime());
  await db
    .insertInto('assets.skill_consent')
    .values({
      person_id: personId,
      asset_id: consent.assetId,
      known_as: consent.knownAs === '' ? null : consent.knownAs,
      given_on: consent.givenOn,
      given_how: consent.givenHow,
    })
    .execute();
  return personId;
}

export async function findConsent(db: Db, assetId: string) {
  return db
    .selectFrom('assets.skill_consent')
    .select(['person_id', 'known_as', 'given_on', 'given_how'])
    .where('asset_id', '=', assetId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

/** Takes a consent back: the skill is in no read from now on, and what told whose it was is erased. */
export async function eraseConsent(db: Db, assetId: string, now: Date): Promise<void> {
  await db
    .updateTable('assets.skill_consent')
    .set({ withdrawn_at: now, known_as: null })
    .where('asset_id', '=', assetId)
    .execute();
  await db
    .updateTable('assets.asset')
    .set({ name: JSON.stringify({ en: '-' }), description: null, area_id: null, tags: [] })
    .where('asset_id', '=', assetId)
    .execute();
  await endAssets(db, [assetId], { why: 'consent_withdrawn', at: now });
}
