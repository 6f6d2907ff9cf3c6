import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { indicatorsRoutes, type Indicator } from '../contract/index.ts';
import { getFigures, getPublicFigures } from './compute-figures.ts';
import { findIndicatorById, listIndicators } from './indicator-store.ts';
import type { IndicatorsTables } from './tables.gen.ts';

export { getFigures, getPublicFigures } from './compute-figures.ts';
export { saveIndicator, saveObservation, type NewIndicator, type NewObservation } from './indicator-store.ts';

/** One indicator, for a plan that aims at it. */
export async function findIndicator(ctx: AnyCtx, indicatorId: string): Promise<Indicator | undefined> {
  return findIndicatorById(withTables<IndicatorsTables>(ctx).db, indicatorId);
}

export const indicatorsModule = serverModule<typeof indicatorsRoutes, IndicatorsTables>({
  name: 'indicators',
  routes: indicatorsRoutes,
  handlers: {
    listIndicators: async (ctx) => ({ indicators: await listIndicators(ctx.db) }),
    getFigures,
    getPublicFigures,
  },
});
