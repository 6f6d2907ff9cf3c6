import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { OwnCapacity, OwnConfirmation, OwnEntries } from '../../contract/index.ts';
import { listEntries } from '../entries-view.ts';
import { confirm, saveCapacity } from '../keep-by-link.ts';
import type { CurationTables } from '../tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

/** The entries of the reader's own organisation; of whoever has none, no entries. */
export async function listOwnEntries(ctx: CurationCtx): Promise<z.input<typeof OwnEntries>> {
  const { organisationId } = ctx.actor;
  return { entries: organisationId === null ? [] : await listEntries(ctx, organisationId) };
}

/** Another organisation's services do not exist here. */
async function needOwn(ctx: CurationCtx, serviceIds: readonly string[]): Promise<void> {
  const own = new Set((await listOwnEntries(ctx)).entries.map(({ serviceId }) => serviceId));
  if (serviceIds.some((serviceId) => !own.has(serviceId))) refuse('service_not_found');
}

/** A partner says that its own entries are still true. Refuses `service_not_found`, also for another organisation's. */
export async function confirmOwnEntries(
  ctx: CurationCtx,
  { serviceIds }: OwnConfirmation,
): Promise<z.input<typeof OwnEntries>> {
  await needOwn(ctx, serviceIds);
  for (const serviceId of new Set(serviceIds)) await confirm(ctx, serviceId, 'organisation');
  return listOwnEntries(ctx);
}

/** A partner says whether its own service has room. Refuses `service_not_found`, also for another organisation's. */
export async function sayOwnCapacity(ctx: CurationCtx, { serviceId, capacity }: OwnCapacity): Promise<{ done: true }> {
  await needOwn(ctx, [serviceId]);
  await saveCapacity(ctx, serviceId, capacity);
  return { done: true };
}
