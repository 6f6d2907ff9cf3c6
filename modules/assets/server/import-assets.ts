import { foldText, refuse, decodeText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreaOutlines } from '@qantara/territory/server';
import type { z } from 'zod';
import { AssetKind, type AssetMapping, type CheckAssetImport, type NewAssetImport } from '../contract/index.ts';
import {
  frameOf,
  LIMITS,
  outcomeOf,
  planImport,
  propertiesOf,
  readCollection,
  readFeatures,
  type ImportPlan,
  type ReadFile,
} from '../domain/index.ts';
import {
  findImport,
  findMapping,
  insertImport,
  listKnown,
  lockContent,
  replaceRefusals,
  saveDrafts,
  saveMapping,
  updateImport,
  type ShownImport,
} from './asset-import-store.ts';
import { endAssets } from './asset-store.ts';
import kindWords from './kind-words.json' with { type: 'json' };
import type { AssetsTables } from './tables.gen.ts';
import { listTagNames, tagCodesOf } from './tag-store.ts';

type AssetsCtx = Ctx<AssetsTables>;

const KIND_WORDS: ReadonlyMap<string, AssetKind> = new Map(
  AssetKind.options.flatMap((kind) => kindWords[kind].map((word): [string, AssetKind] => [foldText(word), kind])),
);

async function shown(ctx: AssetsCtx, importId: string): Promise<ShownImport> {
  return (await findImport(ctx.db, importId)) ?? refuse('asset_import_not_found');
}

/** The import and its file, held; refuses one that was written or discarded before. */
async function heldFile(ctx: AssetsCtx, importId: string): Promise<{ source: string; content: string }> {
  const content = await lockContent(ctx.db, importId);
  const { source } = await shown(ctx, importId);
  return content === null ? refuse('asset_import_ended') : { source, content };
}

type Tried = { plan: ImportPlan; read: ReadFile };

/** What writing would do just now; nothing is written. */
async function tryImport(
  ctx: AssetsCtx,
  file: { source: string; content: string },
  mapping: AssetMapping,
): Promise<Tried> {
  const towns = await listAreaOutlines(ctx, 'municipality');
  const hoods = await listAreaOutlines(ctx, 'neighbourhood');
  const frame = frameOf([...towns, ...(await listAreaOutlines(ctx, 'region'))]);
  // A neighbourhood before its town: the nearest area that a point lies in.
  const outlines = [...hoods, ...towns];
  const said = readFeatures(readCollection(file.content), { mapping, outlines, frame, kindWords: KIND_WORDS });
  const names = await listTagNames(ctx.db);
  const read = { ...said, drafts: said.drafts.map((draft) => ({ ...draft, tags: tagCodesOf(draft.tags, names) })) };
  return { plan: planImport(read.drafts, await listKnown(ctx.db, file.source), read.keptKeys), read };
}

async function check(ctx: AssetsCtx, importId: string, mapping: AssetMapping): Promise<void> {
  const file = await heldFile(ctx, importId);
  const { plan, read } = await tryImport(ctx, file, mapping);
  await replaceRefusals(ctx.db, importId, read.refusals);
  const outcome = JSON.stringify(outcomeOf(plan, read.refusals.length));
  await updateImport(ctx.db, importId, { status: 'checked', mapping: JSON.stringify(mapping), outcome });
}

/**
 * Takes a file in and reads what it has. Where its source is known, the mapping of the time before is tried at once. The
 * file is kept until it is written or discarded.
 */
export async function readAssetFile(ctx: AssetsCtx, given: z.output<typeof NewAssetImport>): Promise<ShownImport> {
  const bytes = Buffer.from(given.content, 'base64');
  if (bytes.length > LIMITS.bytes * 2)
    refuse('file_too_large', { fields: [{ path: 'content', code: 'file_too_large' }] });
  const { text, encoding } = decodeText(bytes);
  const features = readCollection(text);
  const { source, fileName } = given;
  const importId = await insertImport(ctx.db, {
    source,
    fileName,
    encoding,
    features: features.length,
    properties: propertiesOf(features),
    content: text,
    accountId: ctx.actor.accountId,
    now: ctx.now,
  });
  ctx.emit({ type: 'asset_import.read', subject: importId, data: { source, features: features.length } });
  const mapping = await findMapping(ctx.db, source);
  if (mapping !== undefined) await check(ctx, importId, mapping);
  return shown(ctx, importId);
}

/** Tries a mapping: what would be added, changed, ended and refused. It is kept for the next file of the source. */
export async function checkAssetImport(
  ctx: AssetsCtx,
  { importId, ...mapping }: z.output<typeof CheckAssetImport>,
): Promise<ShownImport> {
  if (mapping.nameAr === '' && mapping.nameFr === '' && mapping.nameEn === '')
    refuse('name_property_needed', { fields: [{ path: 'nameAr', code: 'one_language' }] });
  if (mapping.kindProperty === '' && mapping.kindOtherwise === null)
    refuse('kind_property_needed', { fields: [{ path: 'kindOtherwise', code: 'kind_or_property' }] });
  await check(ctx, importId, mapping);
  const { source, features } = await shown(ctx, importId);
  await saveMapping(ctx.db, source, { mapping, now: ctx.now });
  ctx.emit({ type: 'asset_import.checked', subject: importId, data: { source, features } });
  return shown(ctx, importId);
}

/** Writes what was tried, all or nothing. It is tried once more: another file of the source may have come between. */
export async function writeAssetImport(ctx: AssetsCtx, { importId }: { importId: string }): Promise<ShownImport> {
  const file = await heldFile(ctx, importId);
  const { mapping, source } = await shown(ctx, importId);
  if (mapping === null) return refuse('asset_import_not_checked');
  const { plan, read } = await tryImport(ctx, file, mapping as AssetMapping);
  const added = plan.added.map((draft) => ({ assetId: null, draft }));
  await saveDrafts(ctx.db, [...added, ...plan.changed], { source, accountId: ctx.actor.accountId, now: ctx.now });
  const ended = plan.ended.map(({ assetId }) => assetId);
  await endAssets(ctx.db, ended, { why: 'gone_from_source', at: ctx.now });
  await replaceRefusals(ctx.db, importId, read.refusals);
  const outcome = outcomeOf(plan, read.refusals.length);
  const values = { status: 'written' as const, content: null, outcome: JSON.stringify(outcome), ended_at: ctx.now };
  await updateImport(ctx.db, importId, values);
  ctx.emit({
    type: 'asset_import.written',
    subject: importId,
    data: {
      source,
      added: outcome.added.count,
      changed: outcome.changed.count,
      ended: outcome.ended.count,
      refused: outcome.refused,
    },
  });
  return shown(ctx, importId);
}

/** Gives a file up: nothing of it was written, and it is kept no longer. */
export async function discardAssetImport(ctx: AssetsCtx, { importId }: { importId: string }): Promise<ShownImport> {
  const { source } = await heldFile(ctx, importId);
  await updateImport(ctx.db, importId, { status: 'discarded', content: null, ended_at: ctx.now });
  ctx.emit({ type: 'asset_import.discarded', subject: importId, data: { source } });
  return shown(ctx, importId);
}
