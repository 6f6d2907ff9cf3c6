import { dayAfter, refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { directoryRoutes } from '../contract/index.ts';
import { regionClock } from '../domain/index.ts';
import { findMatchingServices } from './find-matching-services.ts';
import { getBooklet } from './get-booklet.ts';
import { areasServing } from './search/asked-search.ts';
import { findServices } from './search/find-services.ts';
import { forgetSearches } from './search/gap-store.ts';
import { getGapReport } from './search/get-gap-report.ts';
import { refoldServices } from './search/refold-services.ts';
import { listNeeds } from './records/need-store.ts';
import { refreshSearch } from './records/search-words-store.ts';
import { findService } from './service-view.ts';
import { listAlerts } from './upkeep/alert-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

export { listEntryStates, type EntryState } from './upkeep/entry-state-view.ts';
export { findMatchingServices, listServiceCards } from './find-matching-services.ts';
export { findServices } from './search/find-services.ts';
export { oldSearchGaps } from './search/old-gap-store.ts';
export { endAlert, listAlerts, publishAlert } from './upkeep/alert-store.ts';
export { listLikeOrganisations, listLikeServices, type LikePair } from './upkeep/like-records-view.ts';
export { endLocation } from './upkeep/end-location.ts';
export { listOrganisationsLike, listServicesLike, type Coming, type LikeNew } from './upkeep/like-new-view.ts';
export {
  findUsualWords,
  listLocationLines,
  listLocationsById,
  listServicesAt,
  type LocationLine,
} from './upkeep/location-store.ts';
export { undoChange } from './records/undo-change.ts';
export { decideConflict, rankSources } from './records/decide-conflict.ts';
export { countConflicts, listConflicts, type ConflictRow } from './records/conflict-store.ts';
export { editRecord, type Edit } from './records/edit-record.ts';
export { listHistory, type HistoryRow, type Rebuilt } from './records/history-store.ts';
export { mergeRecords, undoMerge } from './records/merge-records.ts';
export { listMerges, type MergeRow } from './records/merge-store.ts';
export { derivedId, idFor } from './records/derived-id.ts';
export { listNeeds, saveNeeds } from './records/need-store.ts';
export { saveLocation, saveLocations, type NewLocation, type NewPhone } from './records/new-location.ts';
export { saveService, saveServices, type NewHours, type NewService } from './records/new-service.ts';
export { listStanding, loadHomes, loadRecords } from './records/record-view.ts';
export {
  endRecords,
  listEndings,
  previewRecords,
  resolveRecordIds,
  stateRecords,
  type Stated,
} from './records/state-records.ts';
export { originalOf, saveBroughtHistory, saveTranslations, type Translation } from './records/brought-store.ts';
export { saveStanding, saveStandingAttributes } from './records/standing-store.ts';
export { listOpenConflicts, listRankedSources } from './records/source-view.ts';
export { HERE, listSources, type SaidOf, type SourceRow } from './records/statement-store.ts';
export { findService } from './service-view.ts';
export {
  findWirePlace,
  findWireService,
  listColumnLabels,
  listHiddenIds,
  listHoldings,
  listMetadata,
  listModified,
  listOpenLocations,
  listOrganisationTexts,
  listRecordSources,
  listServicesOfPlaces,
  listTranslations,
  loadStanding,
  readDirectoryVersion,
  type KnownTranslation,
} from './wire/details-view.ts';
export {
  type WireFilter,
  type WireIds,
  type WireTaxonomy,
  type WireTerm,
  type WireWindow,
} from './wire/wire-filter.ts';
import { measures } from './measures-view.ts';
export { listLocationPage, listServicePage, type PageQuestion } from './wire/page-view.ts';
export { findPostcodePlace, listWireOrganisations, listWirePlaces, listWireServices } from './wire/wire-view.ts';

export const directoryModule = serverModule<typeof directoryRoutes, DirectoryTables>({
  name: 'directory',
  routes: directoryRoutes,
  measures,
  handlers: {
    listNeeds: async (ctx) => ({ needs: await listNeeds(ctx) }),
    findServices,
    findMatchingServices,
    getGapReport,
    getBooklet,
    listAlerts: async (ctx, { serviceId, areaId }) => {
      const areaIds = areaId === undefined ? undefined : ((await areasServing(ctx, areaId)) ?? undefined);
      return { alerts: await listAlerts(ctx, { serviceId, areaIds }) };
    },
    getService: async (ctx, { serviceId }) => (await findService(ctx, serviceId)) ?? refuse('service_not_found'),
  },
  subscribers: [
    {
      event: 'organisation.saved',
      name: 'directory.refresh-search',
      handle: (ctx, event) => refreshSearch(ctx, { organisationId: event.subject }),
    },
  ],
  jobs: [
    { name: 'directory.refold-services', cron: '*/5 * * * *', run: refoldServices },
    {
      name: 'directory.forget-searches',
      cron: '20 3 * * *',
      run: (ctx) => {
        const { date } = regionClock(ctx.now, ctx.timeZone);
        return forgetSearches(ctx.db, { words: dayAfter(date, -90), weeks: dayAfter(date, -730) });
      },
    },
  ],
});
