import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { PlanWords } from '../../contract/index.ts';
import { findPlan, listPlans } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';

type TreeArea = { areaId: string; parentAreaId: string | null; kind: string; name: LocalizedText };

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** A national plan is held for the whole of this territory: for an area with nothing above it. */
function isOfReach({ kind, parentAreaId }: TreeArea, reach: PlanWords['reach']): boolean {
  return reach === 'nation' ? parentAreaId === null : kind === reach;
}

function areaIdsUpFrom(areas: readonly TreeArea[], areaId: string): Set<string> {
  const up = new Set<string>();
  for (
    let at = areas.find((area) => area.areaId === areaId);
    at !== undefined && !up.has(at.areaId);
    at = areas.find((area) => area.areaId === at?.parentAreaId)
  )
    up.add(at.areaId);
  return up;
}

const HEIGHT: Record<PlanWords['reach'], number> = { nation: 4, region: 3, municipality: 2, neighbourhood: 1 };

type Extent = Pick<PlanWords, 'reach' | 'areaId'>;

const isOver = (areas: readonly TreeArea[], above: Extent, below: Extent): boolean =>
  HEIGHT[above.reach] > HEIGHT[below.reach] && areaIdsUpFrom(areas, below.areaId).has(above.areaId);

/** A plan is under one of a wider reach, whose area its own lies in: so no plan is ever under itself. */
async function checkAbove(ctx: Ctx<PlanTables>, words: PlanWords, areas: readonly TreeArea[]): Promise<void> {
  if (words.parentPlanId === null) return;
  const above = await findPlan(ctx.db, { planId: words.parentPlanId, onlyPublic: false });
  if (above === undefined || !isOver(areas, above, words)) faultAt('plan_above_not_above', 'parentPlanId');
}

/** A plan that becomes another stays over those that stand under it. */
async function checkBelow(
  ctx: Ctx<PlanTables>,
  planId: string,
  { words, areas }: { words: PlanWords; areas: readonly TreeArea[] },
) {
  const below = (await listPlans(ctx.db, { onlyPublic: false })).filter(({ parentPlanId }) => parentPlanId === planId);
  if (!below.every((one) => isOver(areas, words, one))) faultAt('plan_below_not_below', 'reach');
}

/** Whether a plan's facts hold together, those of one that is there with what stands under it. Refuses what does not, at its field. */
export async function checkPlan(ctx: Ctx<PlanTables>, words: PlanWords, planId?: string): Promise<void> {
  if (words.startsOn >= words.endsOn) faultAt('plan_ends_too_soon', 'endsOn');
  const areas: TreeArea[] = await listAreas(ctx);
  const area = areas.find(({ areaId }) => areaId === words.areaId) ?? faultAt('plan_area_not_found', 'areaId');
  if (!isOfReach(area, words.reach)) faultAt('plan_reach_differs', 'reach');
  await checkAbove(ctx, words, areas);
  if (planId !== undefined) await checkBelow(ctx, planId, { words, areas });
}
