import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { indicatorsRoutes, type Indicator } from '../contract/index.ts';
import { getFigures } from './compute-figures.ts';
import { getPublicFigures } from './public-figures.ts';
import { releaseFigures } from './releases/release-figures.ts';
import { getReasons } from './behind/get-reasons.ts';
import { listFigureRecords } from './behind/list-figure-records.ts';
import { getScorecard } from './scorecard/get-scorecard.ts';
import { getNeedGaps } from './gaps/get-need-gaps.ts';
import { listIndicators } from './indicator-store.ts';
import { addCounted, addIndicator, editIndicator, listCountable } from './keep-indicators.ts';
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

export { computeFigures, getFigures } from './compute-figures.ts';
export { readPublicCuts } from './series/keep-series.ts';
export { readTotals, type Totals } from './read-totals.ts';
export { getPublicFigures as readPublicFigures } from './public-figures.ts';
export { listPublicFigures, type PublicFigure } from './releases/list-public-figures.ts';
export { releaseFigures } from './releases/release-figures.ts';
export { saveIndicator, saveObservation, type NewIndicator, type NewObservation } from './indicator-store.ts';

/** The calendar of publishing: once a month, so that no two answers are so near that a few people stand between them. */
async function tellMonth(ctx: AnyCtx): Promise<void> {
  await releaseFigures(ctx);
}

/** Every measure. */
export async function listAllIndicators(ctx: AnyCtx): Promise<Indicator[]> {
  return listIndicators(withTables<IndicatorsTables>(ctx));
}

/** The measures with these identifiers. */
export async function listIndicatorsAmong(ctx: AnyCtx, among: ReadonlySet<string>): Promise<Indicator[]> {
  return listIndicators(withTables<IndicatorsTables>(ctx), among);
}

export const indicatorsModule = serverModule<typeof indicatorsRoutes, IndicatorsTables>({
  name: 'indicators',
  routes: indicatorsRoutes,
  handlers: {
    listIndicators: async (ctx) => ({ indicators: await listIndicators(ctx) }),
    getFigures,
    getPublicFigures,
    releaseFigures: (ctx) => releaseFigures(ctx),
    getNeedGaps,
    listFigureRecords,
    getReasons,
    getScorecard,
    getSeries,
    getPublicSeries,
    listCountable,
    addCounted,
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
  jobs: [{ name: 'indicators.release', cron: '20 2 1 * *', run: tellMonth }],
});
