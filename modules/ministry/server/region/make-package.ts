import { refuse } from '@qantara/kernel';
import { PackageContent, type Exchange, type PackageCard } from '../../contract/index.ts';
import { contentOf, hashOf, newKeyPair, signPackage } from '../sign-package.ts';
import { buildContent, type Chosen } from './build-content.ts';
import {
  findInstance,
  findKey,
  findLastPackage,
  findPackage,
  insertInstance,
  insertKey,
  insertPackage,
  listPackages,
  lockInstance,
  toCard,
  turnKeys,
  type MinistryCtx,
} from './exchange-store.ts';

/** What this region is in exchanges, and every package that it made. */
export async function getExchange(ctx: MinistryCtx): Promise<Exchange> {
  return {
    instanceId: (await findInstance(ctx)) ?? null,
    publicKey: (await findKey(ctx, 'current'))?.public_key ?? null,
    nextKey: (await findKey(ctx, 'next'))?.public_key ?? null,
    packages: (await listPackages(ctx)).map(toCard),
  };
}

/** Makes the first key, or the next one, which the next package announces. Refuses `key_already_renewed` while one waits for that. */
export async function renewKey(ctx: MinistryCtx): Promise<Exchange> {
  await insertInstance(ctx);
  await lockInstance(ctx);
  const isFirst = (await findKey(ctx, 'current')) === undefined;
  if ((await findKey(ctx, 'next')) !== undefined) refuse('key_already_renewed');
  const { publicKey, privateKey } = newKeyPair();
  const sealedKey = ctx.vault.seal(privateKey);
  const keyId = await insertKey(ctx, { publicKey, sealedKey, state: isFirst ? 'current' : 'next' });
  ctx.emit({ type: 'exchange.key_made', subject: keyId, data: { isFirst } });
  return getExchange(ctx);
}

async function contentNow(ctx: MinistryCtx, chosen: Chosen, instanceId: string): Promise<PackageContent> {
  const last = await findLastPackage(ctx);
  const next = await findKey(ctx, 'next');
  return buildContent(ctx, chosen, {
    instanceId,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.hash ?? null,
    announces: next?.public_key ?? null,
  });
}

/** The very content that a package would have now. Refuses `exchange_not_begun`. */
export async function previewPackage(ctx: MinistryCtx, chosen: Chosen): Promise<{ content: PackageContent }> {
  return { content: await contentNow(ctx, chosen, (await findInstance(ctx)) ?? refuse('exchange_not_begun')) };
}

type Made = Chosen & { way: 'file' | 'post'; address: string | null };

/**
 * Makes and signs the next package; what is posted is sent in the background. Refuses `exchange_not_begun` before there is a key,
 * `package_address_missing`.
 */
export async function makePackage(ctx: MinistryCtx, { way, address, ...chosen }: Made): Promise<PackageCard> {
  if (way === 'post' && address === null)
    refuse('package_address_missing', { fields: [{ path: 'address', code: 'required' }] });
  const instanceId = (await lockInstance(ctx)) ?? refuse('exchange_not_begun');
  const key = await findKey(ctx, 'current');
  if (key?.sealed_key == null) refuse('exchange_not_begun');
  const content = await contentNow(ctx, chosen, instanceId);
  const privateKey = ctx.vault.open(key.sealed_key);
  const signed = await signPackage(content, { instanceId, publicKey: key.public_key, privateKey });
  const { sequence, previous } = content;
  const row = await insertPackage(ctx, {
    sequence,
    signed,
    hash: hashOf(signed),
    previous_hash: previous,
    way,
    address: way === 'post' ? address : null,
  });
  if (content.announces !== null) await turnKeys(ctx);
  ctx.emit({
    type: 'package.made',
    subject: row.package_id,
    data: { sequence, way, figures: content.figures.length, plans: content.plans.length },
  });
  return toCard(row);
}

/** One package as it left. Refuses `package_not_found`. */
export async function getPackage(ctx: MinistryCtx, { packageId }: { packageId: string }) {
  const row = (await findPackage(ctx, packageId)) ?? refuse('package_not_found');
  return { card: toCard(row), content: PackageContent.parse(contentOf(row.signed)), signed: row.signed };
}
