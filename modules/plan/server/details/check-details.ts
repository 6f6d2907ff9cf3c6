import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAccountCards } from '@qantara/identity/server';
import { listOrganisationNames } from '@qantara/organisations/server';
import { listAreas } from '@qantara/territory/server';
import type { ItemDetails } from '../../contract/index.ts';
import type { BareItem } from '../item-store.ts';
import { listLinkableServices } from './detail-store.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** Who may answer for a node: whoever works for the organisation that leads it. */
export async function listColleagues(ctx: PlanCtx, leadOrganisationId: string | null) {
  if (leadOrganisationId === null) return [];
  const cards = await listAccountCards(ctx);
  return cards
    .filter(({ organisationId, isClosed }) => organisationId === leadOrganisationId && !isClosed)
    .map(({ accountId, displayName }) => ({ accountId, displayName }));
}

async function checkOwner(ctx: PlanCtx, item: BareItem, { ownerAccountId }: ItemDetails): Promise<void> {
  if (ownerAccountId === null) return;
  const colleagues = await listColleagues(ctx, item.leadOrganisationId);
  if (!colleagues.some(({ accountId }) => accountId === ownerAccountId))
    faultAt('item_owner_elsewhere', 'ownerAccountId');
}

async function checkPlaces(ctx: PlanCtx, { areaIds }: ItemDetails): Promise<void> {
  if (areaIds.length === 0) return;
  const known = new Set<string>((await listAreas(ctx)).map(({ areaId }) => areaId));
  if (!areaIds.every((areaId) => known.has(areaId))) faultAt('item_area_not_found', 'areaIds');
}

async function checkPartners(ctx: PlanCtx, { partners }: ItemDetails): Promise<void> {
  const names = await listOrganisationNames(
    ctx,
    partners.map(({ organisationId }) => organisationId),
  );
  const at = partners.findIndex(({ organisationId }) => !names.has(organisationId));
  if (at >= 0) faultAt('item_partner_not_found', `partners.${at}.organisationId`);
}

async function checkProgrammes(ctx: PlanCtx, { programmes }: ItemDetails): Promise<void> {
  if (programmes.every(({ serviceId }) => serviceId === null)) return;
  const known = new Set((await listLinkableServices(ctx.db)).map(({ serviceId }) => serviceId));
  const at = programmes.findIndex(({ serviceId }) => serviceId !== null && !known.has(serviceId));
  if (at >= 0) faultAt('item_service_not_found', `programmes.${at}.serviceId`);
}

function checkMilestones(ctx: PlanCtx, { milestones }: ItemDetails): void {
  const today = dayIn(ctx.timeZone, ctx.now);
  const at = milestones.findIndex(({ doneOn }) => doneOn !== null && doneOn > today);
  if (at >= 0) faultAt('milestone_done_later', `milestones.${at}.doneOn`);
}

/** Whether all that a node says is of things that there are. Refuses what is not, at its field. */
export async function checkDetails(ctx: PlanCtx, item: BareItem, details: ItemDetails): Promise<void> {
  await checkOwner(ctx, item, details);
  await checkPlaces(ctx, details);
  await checkPartners(ctx, details);
  await checkProgrammes(ctx, details);
  checkMilestones(ctx, details);
}
