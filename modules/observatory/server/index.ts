import { serverModule } from '@qantara/platform';
import { observatoryRoutes } from '../contract/index.ts';
import { getPublicReport, listPublicReports, listReports } from './read-reports.ts';
import type { ObservatoryTables } from './tables.gen.ts';
import {
  approveReport,
  discardReport,
  gatherAgain,
  getReport,
  publishReport,
  startEdition,
  startReport,
  writeReason,
  writeWords,
} from './write-report.ts';

export const observatoryModule = serverModule<typeof observatoryRoutes, ObservatoryTables>({
  name: 'observatory',
  routes: observatoryRoutes,
  handlers: {
    listPublicReports,
    getPublicReport,
    listReports,
    getReport,
    startReport,
    gatherAgain,
    writeWords,
    writeReason,
    discardReport,
    approveReport,
    publishReport,
    startEdition,
  },
});
