import { saveItem, savePlan } from '@qantara/plan/server';
import type { AnyCtx } from '@qantara/platform';
import type { SampleDirectory } from '../load-directory.ts';
import { seeds } from '../read-seed.ts';

type Above = { directory: SampleDirectory; regionPlanId: string; regionItemIds: Map<string, string> };

/** The plan of one town, with levels of its own, under the region's, some of whose nodes it serves. */
export async function loadTownPlan(ctx: AnyCtx, { directory, regionPlanId, regionItemIds }: Above): Promise<void> {
  const { items, areaCode, ...plan } = seeds.townPlan();
  const areaId = directory.areaIds.get(areaCode) ?? '';
  const now = new Date(`${plan.startsOn}T09:00:00Z`);
  const planId = await savePlan({ ...ctx, now }, { ...plan, areaId, isPublic: true, parentPlanId: regionPlanId });
  const ids = new Map<string, string>();
  for (const [levelCode, number, above, serves, title, lever, lead, progress, shareDone] of items) {
    const itemId = await saveItem(ctx, {
      planId,
      levelCode,
      number,
      title,
      lever,
      progress,
      shareDone,
      parentItemId: above === null ? null : (ids.get(above) ?? null),
      servesItemId: serves === null ? null : (regionItemIds.get(serves) ?? null),
      leadOrganisationId: lead === null ? null : (directory.organisationIds.get(lead) ?? null),
      description: null,
      frameworkAreas: lever === null ? [] : ['prevention'],
      startsOn: null,
      dueOn: null,
    });
    ids.set(number, itemId);
  }
}
