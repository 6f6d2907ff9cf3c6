import { refuse } from '@qantara/kernel';
import type {
  ChangedCooperation,
  Cooperation,
  CooperationKind,
  CooperationState,
  NewCooperation,
} from '../contract/index.ts';
import { insertCooperation, selectCooperations, updateCooperation } from './cooperation-store.ts';
import { countOrganisations } from './issue-store.ts';
import type { PartnershipCtx } from './readiness-store.ts';

export async function listCooperations(
  ctx: PartnershipCtx,
  asked: { kind: CooperationKind | null; state: CooperationState | null },
): Promise<{ cooperations: Cooperation[] }> {
  return { cooperations: await selectCooperations(ctx, asked) };
}

export async function getCooperation(
  ctx: PartnershipCtx,
  { cooperationId }: { cooperationId: string },
): Promise<Cooperation> {
  const [found] = await selectCooperations(ctx, { cooperationId });
  return found ?? refuse('cooperation_not_found');
}

async function checkLead(ctx: PartnershipCtx, { organisationId }: NewCooperation): Promise<void> {
  if ((await countOrganisations(ctx, [organisationId])) === 0)
    refuse('organisation_not_found', { fields: [{ path: 'organisationId', code: 'not_a_choice' }] });
}

export async function addCooperation(ctx: PartnershipCtx, given: NewCooperation): Promise<Cooperation> {
  await checkLead(ctx, given);
  const cooperationId = await insertCooperation(ctx, given);
  const { kind, state } = given;
  ctx.emit({ type: 'partnership.cooperation_added', subject: cooperationId, data: { kind, state } });
  return getCooperation(ctx, { cooperationId });
}

/** Refuses `cooperation_changed` where somebody else wrote since it was read. */
export async function changeCooperation(ctx: PartnershipCtx, given: ChangedCooperation): Promise<Cooperation> {
  const { cooperationId } = given;
  const before = await getCooperation(ctx, { cooperationId });
  await checkLead(ctx, given);
  if (!(await updateCooperation(ctx, given))) refuse('cooperation_changed');
  const after = await getCooperation(ctx, { cooperationId });
  ctx.emit({ type: 'partnership.cooperation_changed', subject: cooperationId, before, after });
  return after;
}
