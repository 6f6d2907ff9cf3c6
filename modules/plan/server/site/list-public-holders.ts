import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Holder, LedNode, PlanId } from '../../contract/index.ts';
import { listHolders, listUnled } from '../../domain/index.ts';
import type { PlanTables } from '../tables.gen.ts';
import { openPublicPlan, type NamedPlan } from './open-public-plan.ts';

/** Which organisation leads and promised what in a published plan; no colleague is named. Refuses `plan_not_found`. */
export async function listPublicHolders(
  ctx: Ctx<PlanTables>,
  asked: { planId?: PlanId | undefined },
): Promise<{ plan: NamedPlan; unled: LedNode[]; holders: Holder[] }> {
  const { plan, named, details } = await openPublicPlan(ctx, asked);
  const today = dayIn(ctx.timeZone, ctx.now);
  const partners = new Map([...details].map(([itemId, one]) => [itemId, one.partners]));
  const ids = [
    ...plan.items.flatMap(({ leadOrganisationId }) => leadOrganisationId ?? []),
    ...[...partners.values()].flat().map(({ organisationId }) => organisationId),
  ];
  const names = await listOrganisationNames(ctx, ids);
  return {
    plan: named,
    unled: listUnled(plan.items, today),
    holders: listHolders(plan.items, { today, partners, names }),
  };
}
