import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { indicatorsRoutes, type Indicator } from '../contract/index.ts';
import { getFigures, getPublicFigures } from './compute-figures.ts';
import { getReasons } from './behind/get-reasons.ts';
import { listFigureRecords } from './behind/list-figure-records.ts';
import { getScorecard } from './scorecard/get-scorecard.ts';
import { getNeedGaps } from './gaps/get-need-gaps.ts';
import { listIndicators } from './indicator-store.ts';
import { addIndicator, editIndicator } from './keep-indicators.ts';
import { discardSeriesImport, getSeriesImport, readSeriesFile, writeSeriesImport } from './series/import-series.ts';
import {
  approveObservations,
  getPublicSeries,
  getSeries,
  reopenObservations,
  writeObservation,
} from './series/keep-series.ts';
import { listSeriesImports } from './series/series-import-store.ts';
import type { IndicatorsTables } from './tables.gen.ts';

export { computeFigures, computePublicFigures, getFigures } from './compute-figures.ts';
export { saveIndicator, saveObservation, type NewIndicator, type NewObservation } from './indicator-store.ts';

/** Every indicator, for a plan that aims at some of them. */
export async function listAllIndicators(ctx: AnyCtx): Promise<Indicator[]> {
  return listIndicators(withTables<IndicatorsTables>(ctx).db);
}

export const indicatorsModule = serverModule<typeof indicatorsRoutes, IndicatorsTables>({
  name: 'indicators',
  routes: indicatorsRoutes,
  handlers: {
    listIndicators: async (ctx) => ({ indicators: await listIndicators(ctx.db) }),
    getFigures,
    getPublicFigures,
    getNeedGaps,
    listFigureRecords,
    getReasons,
    getScorecard,
    getSeries,
    getPublicSeries,
    addIndicator,
    editIndicator,
    writeObservation,
    approveObservations,
    reopenObservations,
    listSeriesImports: async (ctx) => ({ imports: await listSeriesImports(ctx.db) }),
    getSeriesImport,
    readSeriesFile,
    writeSeriesImport,
    discardSeriesImport,
  },
});
