import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { directoryRoutes } from '../contract/index.ts';
import { findMatchingServices } from './find-matching-services.ts';
import { findServices } from './find-services.ts';
import { checkRequestedImport, writeCheckedImport } from './import-steps.ts';
import { findImport, listImports, listRowRefusals } from './import-store.ts';
import { listNeeds } from './need-store.ts';
import { requestImport } from './request-import.ts';
import { refreshSearch } from './search-words-store.ts';
import { findService } from './service-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

export { findMatchingServices } from './find-matching-services.ts';
export { findServices } from './find-services.ts';
export { importPackage, type ImportOutcome, type ImportProgress, type ImportRequest } from './import-package.ts';
export { saveLocation, saveLocations, type NewLocation, type NewPhone } from './location-store.ts';
export { listNeeds, saveNeeds } from './need-store.ts';
export { saveService, saveServices, type NewHours, type NewService } from './service-store.ts';
export { findService } from './service-view.ts';

export const directoryModule = serverModule<typeof directoryRoutes, DirectoryTables>({
  name: 'directory',
  routes: directoryRoutes,
  handlers: {
    listNeeds: async (ctx) => ({ needs: await listNeeds(ctx) }),
    findServices,
    findMatchingServices,
    getService: async (ctx, { serviceId }) => (await findService(ctx, serviceId)) ?? refuse('service_not_found'),
    requestImport,
    listImports: async (ctx) => ({ imports: await listImports(ctx.db) }),
    getImport: async (ctx, { importId }) => (await findImport(ctx.db, importId)) ?? refuse('import_not_found'),
    listRowRefusals: async (ctx, asked) => {
      const { rowsRefused } = (await findImport(ctx.db, asked.importId)) ?? refuse('import_not_found');
      return {
        ...(await listRowRefusals(ctx.db, asked)),
        page: asked.page,
        perPage: asked.perPage,
        total: rowsRefused,
      };
    },
  },
  subscribers: [
    { event: 'service_import.requested', name: 'directory.check-import', handle: checkRequestedImport },
    { event: 'service_import.checked', name: 'directory.write-import', handle: writeCheckedImport },
    {
      event: 'organisation.saved',
      name: 'directory.refresh-search',
      handle: (ctx, event) => refreshSearch(ctx, { organisationId: event.subject }),
    },
  ],
});
