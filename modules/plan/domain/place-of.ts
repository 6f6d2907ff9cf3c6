import type { PlanFacts } from '../contract/index.ts';

/** Whose figures judge a plan: a town's those of the town; a nation's and a region's everybody's here, which is null. */
export const placeOf = ({ reach, areaId }: Pick<PlanFacts, 'reach' | 'areaId'>): string | null =>
  reach === 'nation' || reach === 'region' ? null : areaId;
