import { refuse, type LocalizedText } from '@qantara/kernel';
import type { PackageContent } from '../../contract/index.ts';
import { judgePackage, placeOf } from '../../domain/index.ts';
import { hashOf, openSigned, signerOf } from '../sign-package.ts';
import type { MinistryCtx } from '../region/exchange-store.ts';
import { findNewest, insertReceived, isTaken, type Received } from './received-store.ts';
import { addAnnouncedKey, isWithdrawn, lockSender, type Sender } from './region-store.ts';

type Taken = { sequence: number; hasGap: boolean; regionName: LocalizedText };

const AHEAD_MS = 86_400_000;

/** What a package says, once it is known who signed it and that nothing else stands in it. */
async function openPackage(ctx: MinistryCtx, signed: string): Promise<{ sender: Sender; content: PackageContent }> {
  const regionId = signerOf(signed) ?? refuse('package_unreadable');
  const sender = (await lockSender(ctx, regionId)) ?? refuse('package_region_unknown');
  const said = await openSigned(signed, sender.keys);
  if (said === undefined) refuse('package_signature_wrong');
  const { content, fault } = judgePackage(said);
  if (content === null) return refuse(fault);
  if (content.instanceId !== regionId) refuse('package_not_valid');
  if (Date.parse(content.madeAt) > ctx.now.getTime() + AHEAD_MS) refuse('package_not_valid');
  return { sender, content };
}

async function take(ctx: MinistryCtx, signed: string, way: Received['way']): Promise<Taken> {
  const { sender, content } = await openPackage(ctx, signed);
  const { regionId, name } = sender;
  const hash = hashOf(signed);
  const newest = await findNewest(ctx, regionId);
  const place = placeOf(content, hash, { newest, isKnown: await isTaken(ctx, regionId, hash) });
  if ('fault' in place) return refuse(place.fault);
  const { hasGap } = place;
  if (content.announces !== null && (await isWithdrawn(ctx, content.announces))) refuse('package_not_valid');
  const receivedId = await insertReceived(ctx, { regionId, hash, hasGap, way, content });
  if (content.announces !== null) await addAnnouncedKey(ctx, regionId, content.announces);
  const { sequence } = content;
  ctx.emit({ type: 'package.received', subject: receivedId, data: { regionId, sequence, hasGap, way } });
  return { sequence, hasGap, regionName: name };
}

/**
 * Takes a package that a region sent: whoever has its key may, and nobody else. Refuses with the exact reason: who signed is unknown, the
 * signature is another's, a field is beyond the schema, a figure tells of few, it was taken before, is older, or breaks the chain.
 */
export async function receivePackage(ctx: MinistryCtx, { package: signed }: { package: string }): Promise<Taken> {
  return take(ctx, signed, 'post');
}

/** The same of a file that was carried by hand. */
export async function takePackage(ctx: MinistryCtx, { content }: { content: string }): Promise<Taken> {
  return take(ctx, Buffer.from(content, 'base64').toString('utf8').trim(), 'upload');
}
