import { refuse } from '@qantara/kernel';
import { countAttempt, forgiveAttempt, type Ctx } from '@qantara/platform';
import { findOrganisation } from '@qantara/organisations/server';
import { editRecord, HERE } from '@qantara/directory/server';
import type { Capacity } from '@qantara/directory/contract';
import type { z } from 'zod';
import type { KeptEntries } from '../contract/index.ts';
import { listEntries } from './entries-view.ts';
import { findLink, saveUse } from './link-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Kept = z.input<typeof KeptEntries>;

/** A link of 32 random bytes is not guessed; whoever tries is slowed down all the same. */
const PER_ORIGIN = { limit: 30, windowSeconds: 900 };

async function keptEntries(ctx: CurationCtx, organisationId: string): Promise<Kept> {
  const { name } = (await findOrganisation(ctx, organisationId)) ?? refuse('link_not_valid');
  return { organisationId, organisationName: name, entries: await listEntries(ctx, organisationId) };
}

/** The entries of an organisation as its link shows them. A wrong link, an old one and a revoked one have one answer. */
export async function openLink(ctx: CurationCtx, { token }: { token: string }): Promise<Kept> {
  const bucket = `keeping link ${ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, PER_ORIGIN))) refuse('too_many_requests');
  const { linkId, organisationId } = (await findLink(ctx, token)) ?? refuse('link_not_valid');
  await forgiveAttempt(ctx, bucket);
  ctx.emit({ type: 'keeping_link.opened', subject: linkId, data: { organisationId } });
  return keptEntries(ctx, organisationId);
}

/** The organisation of a link, whose entries these must be: another organisation's do not exist for it. */
async function getOwn(ctx: CurationCtx, token: string, serviceIds: string[]): Promise<string> {
  const { linkId, organisationId } = (await findLink(ctx, token)) ?? refuse('link_not_valid');
  const own = new Set((await listEntries(ctx, organisationId)).map(({ serviceId }) => serviceId));
  if (serviceIds.some((serviceId) => !own.has(serviceId))) refuse('service_not_found');
  await saveUse(ctx, linkId);
  return organisationId;
}

/** The organisation says that its entries are still true, in one tap. */
export async function confirmEntries(
  ctx: CurationCtx,
  { token, serviceIds }: { token: string; serviceIds: string[] },
): Promise<Kept> {
  const organisationId = await getOwn(ctx, token, serviceIds);
  for (const serviceId of new Set(serviceIds)) await confirm(ctx, serviceId, 'organisation');
  return keptEntries(ctx, organisationId);
}

/** Somebody has made sure that an entry is true; who says so, the organisation itself or whoever curates, is in the event. */
export async function confirm(ctx: CurationCtx, serviceId: string, by: 'organisation' | 'curator'): Promise<void> {
  await editRecord(ctx, { object: 'service', recordId: serviceId, fields: { assured_date: ctx.now.toISOString() } });
  ctx.emit({ type: 'service.confirmed', subject: serviceId, data: { by, source: HERE } });
}

/** The organisation says whether it has room now. */
export async function sayCapacity(
  ctx: CurationCtx,
  { token, serviceId, capacity }: { token: string; serviceId: string; capacity: Capacity },
): Promise<Kept> {
  const organisationId = await getOwn(ctx, token, [serviceId]);
  await saveCapacity(ctx, serviceId, capacity);
  return keptEntries(ctx, organisationId);
}

/** A word on capacity, with its moment: the newest counts, whoever says it. */
export async function saveCapacity(ctx: CurationCtx, serviceId: string, capacity: Capacity): Promise<void> {
  const fields = { capacity_status: capacity, capacity_at: ctx.now.toISOString() };
  await editRecord(ctx, { object: 'service', recordId: serviceId, fields });
  ctx.emit({ type: 'service.capacity_said', subject: serviceId, data: { capacity } });
}
