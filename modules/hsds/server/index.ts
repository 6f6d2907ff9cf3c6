import { serverModule, wireOf } from '@qantara/platform';
import { apiRoutes, hsdsRoutes } from '../contract/index.ts';
import { apiHandlers } from './api/api-handlers.ts';
import { forgetImports } from './imports/forget-imports.ts';
import { importHandlers } from './imports/import-handlers.ts';
import { readRequestedImport, writeCheckedImport } from './imports/import-steps.ts';
import { sourceHandlers } from './sources/source-handlers.ts';
import type { HsdsTables } from './tables.gen.ts';

export { suggestFor } from './imports/suggest-for.ts';
export {
  importPackage,
  type ImportOutcome,
  type ImportProgress,
  type ImportRequest,
} from './imports/import-package.ts';

export { checkInterface, type InterfaceReport } from './checks/check-interface.ts';
export type { ExportFile } from '../contract/api-routes.ts';
export { exportThrough } from './exports/write-export.ts';

export const hsdsModule = serverModule<typeof hsdsRoutes, HsdsTables>({
  name: 'hsds',
  routes: hsdsRoutes,
  handlers: { ...importHandlers, ...sourceHandlers },
  wire: wireOf<typeof apiRoutes, HsdsTables>(apiRoutes, apiHandlers),
  subscribers: [
    { event: 'service_import.requested', name: 'hsds.check-import', handle: readRequestedImport },
    { event: 'service_import.continued', name: 'hsds.continue-import', handle: readRequestedImport },
    { event: 'service_import.checked', name: 'hsds.write-import', handle: writeCheckedImport },
  ],
  jobs: [{ name: 'hsds.forget-imports', cron: '50 3 * * *', run: forgetImports }],
});
