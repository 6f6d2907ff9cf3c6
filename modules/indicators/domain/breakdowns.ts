import type { Breakdown, Indicator } from '../contract/index.ts';

export type PublicBreakdown = Exclude<Breakdown, 'none' | 'month'>;

/** By what an indicator can be broken down for everyone: what its source does not say is not offered. */
export function breakdownsOf(indicator: Pick<Indicator, 'kind' | 'recipe' | 'needCode'>): PublicBreakdown[] {
  if (indicator.kind === 'population') return ['area'];
  if (indicator.recipe === 'fresh_services_rate') return ['need'];
  return indicator.needCode === null ? ['quarter', 'need', 'area'] : ['quarter', 'area'];
}
