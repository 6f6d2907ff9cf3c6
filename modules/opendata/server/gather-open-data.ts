import { listNeeds } from '@qantara/directory/server';
import { listReleasedQuotes } from '@qantara/disclosure/server';
import { listAllIndicators, listPublicFigures } from '@qantara/indicators/server';
import { listPublishedPlans } from '@qantara/plan/server';
import type { AnyCtx } from '@qantara/platform';
import { listPublicPolicies } from '@qantara/policies/server';
import { listAreas } from '@qantara/territory/server';
import type { OpenData } from '../domain/index.ts';

const NOWHERE = { name: { ar: 'قنطرة', fr: 'Qantara', en: 'Qantara' }, areaId: '', latitude: null, longitude: null };

/** Everything that everybody may read, through the ways by which everybody reads it; nothing else comes into a file. */
export async function gatherOpenData(ctx: AnyCtx): Promise<OpenData> {
  const areas = await listAreas(ctx);
  const known = new Set(areas.map(({ areaId }) => areaId as string));
  const region = areas.find(({ parentAreaId }) => parentAreaId === null) ?? NOWHERE;
  const figures = await listPublicFigures(ctx);
  return {
    address: ctx.outside.address,
    region,
    areas,
    needs: await listNeeds(ctx),
    indicators: await listAllIndicators(ctx),
    figures: figures.filter(({ areaId }) => areaId === null || known.has(areaId)),
    plans: await listPublishedPlans(ctx),
    policies: await listPublicPolicies(ctx),
    quotes: await listReleasedQuotes(ctx),
  };
}
