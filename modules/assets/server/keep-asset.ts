import { refuse, type Page } from '@qantara/kernel';
import { findOrganisation } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { Asset, CorrectAsset, NewAsset, SkillConsent, StaffSearch } from '../contract/index.ts';
import { mayKeep } from '../domain/index.ts';
import {
  endAssets,
  eraseConsent,
  findAsset,
  findConsent,
  insertAsset,
  insertConsent,
  lockAsset,
  toAsset,
  updateAsset,
  type AssetRow,
} from './asset-store.ts';
import { listAssetPage } from './asset-view.ts';
import { narrowingOf } from './find-assets.ts';
import type { AssetsTables } from './tables.gen.ts';
import { listTagNames, tagCodesOf } from './tag-store.ts';

type AssetsCtx = Ctx<AssetsTables>;
type Saved = { assetId: string };
type OneAsset = { assetId: string };

/** The assets as staff keep them; those that have ended on request. */
export async function listAssets(
  ctx: AssetsCtx,
  asked: z.output<typeof StaffSearch>,
): Promise<Page<z.input<typeof Asset>>> {
  const narrowing = await narrowingOf(ctx, asked);
  const { page, perPage } = asked;
  const { rows, total } = await listAssetPage(ctx, narrowing, { page, perPage, areEnded: asked.ended === 'yes' });
  const names = await listTagNames(ctx.db);
  const items = rows.slice(0, perPage).map((row) => toAsset(row, names));
  return { items, page, perPage, total, hasMore: rows.length > perPage };
}

type OpenAsset = {
  asset: z.input<typeof Asset>;
  consent: z.input<typeof SkillConsent> | null;
  mayWrite: boolean;
};

/** One asset as staff keep it. Who offers a skill is read by the organisation that holds it alone, and that is recorded. */
export async function getAsset(ctx: AssetsCtx, { assetId }: OneAsset): Promise<OpenAsset> {
  const row = (await findAsset(ctx.db, assetId)) ?? refuse('asset_not_found');
  const mayWrite = mayKeep(ctx.actor, { kind: row.kind, organisationId: row.organisation_id });
  const asset = toAsset(row, await listTagNames(ctx.db));
  if (row.kind !== 'skill' || !mayWrite) return { asset, consent: null, mayWrite };
  const consent = (await findConsent(ctx.db, assetId)) ?? refuse('asset_not_found');
  ctx.noteAccess({ personId: consent.person_id, kind: 'skill', subjectId: assetId, rule: 'holder' });
  const { known_as: knownAs, given_on: givenOn, given_how: givenHow } = consent;
  return { asset, consent: { knownAs, givenOn, givenHow }, mayWrite };
}

type Placed = Pick<z.output<typeof NewAsset>, 'areaId' | 'organisationId' | 'latitude' | 'longitude'>;

async function checkPlace(ctx: AssetsCtx, isSkill: boolean, given: Placed): Promise<void> {
  if (given.areaId !== null && !(await listAreas(ctx)).some(({ areaId }) => areaId === given.areaId))
    refuse('area_not_found', { fields: [{ path: 'areaId', code: 'not_a_choice' }] });
  if (given.organisationId !== null && (await findOrganisation(ctx, given.organisationId)) === undefined)
    refuse('organisation_not_found', { fields: [{ path: 'organisationId', code: 'not_a_choice' }] });
  if ((given.latitude === null) !== (given.longitude === null))
    refuse('coordinates_incomplete', {
      fields: [{ path: given.latitude === null ? 'latitude' : 'longitude', code: 'required' }],
    });
  if (isSkill && given.latitude !== null)
    refuse('skill_has_no_point', { fields: [{ path: 'latitude', code: 'must_be_empty' }] });
}

function consentOf(ctx: AssetsCtx, given: z.output<typeof NewAsset>) {
  const { givenOn, givenHow, knownAs } = given;
  const missing = [...(givenOn === null ? ['givenOn'] : []), ...(givenHow === null ? ['givenHow'] : [])];
  if (givenOn === null || givenHow === null)
    return refuse('consent_needed', { fields: missing.map((path) => ({ path, code: 'required' })) });
  if (givenOn > ctx.now.toISOString().slice(0, 10))
    refuse('date_to_come', { fields: [{ path: 'givenOn', code: 'to_come' }] });
  return { givenOn, givenHow, knownAs };
}

/** A skill: listed only with the person's consent, by the organisation to which they entrusted it. */
async function addSkill(ctx: AssetsCtx, given: z.output<typeof NewAsset>): Promise<Saved> {
  const consent = consentOf(ctx, given);
  const organisationId = given.organisationId ?? ctx.actor.organisationId;
  if (!mayKeep(ctx.actor, { kind: 'skill', organisationId })) refuse('skill_of_another_organisation');
  const own = { ...given, organisationId, phone: '', email: undefined, website: undefined, showsContact: false };
  const assetId = await insertAsset(ctx.db, own, { accountId: ctx.actor.accountId, now: ctx.now });
  const personId = await insertConsent(ctx.db, { assetId, ...consent }, ctx.now);
  ctx.emit({ type: 'asset.added', subject: assetId, personId, data: { kind: 'skill', givenHow: consent.givenHow } });
  return { assetId };
}

/** Adds an asset. A skill needs consent, and stands nowhere on the map. */
export async function addAsset(ctx: AssetsCtx, asked: z.output<typeof NewAsset>): Promise<Saved> {
  await checkPlace(ctx, asked.kind === 'skill', asked);
  const given = { ...asked, tags: tagCodesOf(asked.tags, await listTagNames(ctx.db)) };
  if (given.kind === 'skill') return addSkill(ctx, given);
  const assetId = await insertAsset(ctx.db, given, { accountId: ctx.actor.accountId, now: ctx.now });
  ctx.emit({ type: 'asset.added', subject: assetId, data: { kind: given.kind } });
  return { assetId };
}

/** The asset that a command is about, held; one that this actor may not keep is answered as none. */
async function held(ctx: AssetsCtx, assetId: string): Promise<AssetRow> {
  const row = (await lockAsset(ctx.db, assetId)) ?? refuse('asset_not_found');
  if (!mayKeep(ctx.actor, { kind: row.kind, organisationId: row.organisation_id })) refuse('asset_not_found');
  return row;
}

/** Corrects an asset over the version that was read. A skill stays with the organisation that holds it. */
export async function correctAsset(ctx: AssetsCtx, given: z.output<typeof CorrectAsset>): Promise<Saved> {
  const row = await held(ctx, given.assetId);
  if (row.version !== given.version) refuse('asset_changed');
  const isSkill = row.kind === 'skill';
  await checkPlace(ctx, isSkill, given);
  const own = { organisationId: row.organisation_id, phone: '', email: undefined, website: undefined };
  const tags = tagCodesOf(given.tags, await listTagNames(ctx.db));
  await updateAsset(ctx.db, row, { given: { ...given, tags, ...(isSkill && own) }, now: ctx.now });
  ctx.emit({ type: 'asset.corrected', subject: row.asset_id, data: { kind: row.kind } });
  return { assetId: row.asset_id };
}

/** Takes an asset out of every public read; staff still find it among those that have ended. */
export async function withdrawAsset(ctx: AssetsCtx, { assetId }: OneAsset): Promise<Saved> {
  const row = await held(ctx, assetId);
  if (row.ended_at !== null) refuse('asset_already_ended');
  await endAssets(ctx.db, [assetId], { why: 'withdrawn', at: ctx.now });
  ctx.emit({ type: 'asset.withdrawn', subject: assetId, data: { kind: row.kind } });
  return { assetId };
}

/** Somebody no longer wants their skill listed: it is gone from every read at once, and nothing of them is kept. */
export async function withdrawSkillConsent(ctx: AssetsCtx, { assetId }: OneAsset): Promise<Saved> {
  const row = await held(ctx, assetId);
  if (row.kind !== 'skill') refuse('not_a_skill');
  const consent = (await findConsent(ctx.db, assetId)) ?? refuse('asset_not_found');
  await eraseConsent(ctx.db, assetId, ctx.now);
  ctx.emit({ type: 'asset.consent_withdrawn', subject: assetId, personId: consent.person_id });
  return { assetId };
}
