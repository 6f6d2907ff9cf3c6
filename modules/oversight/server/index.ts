import { listAccountCards } from '@qantara/identity/server';
import { makeCheckpoint, sendCheckpoints, serverModule } from '@qantara/platform';
import { oversightRoutes } from '../contract/index.ts';
import { listGlassReviews, reviewGlass } from './access/review-emergencies.ts';
import { viewAccess } from './access/view-access.ts';
import { decideFinding, getFinding, listFindings } from './decide-finding.ts';
import { answerExport, askExport, fetchExport, listExports } from './export-log.ts';
import { judgeOpenings } from './judge-openings.ts';
import {
  answerRetention,
  askRetention,
  beginRetention,
  getRetention,
  liftHold,
  setHold,
  tryRetention,
} from './keep-retention.ts';
import { findOpenedPeople, getAccountSummary, listLog, listLogCheckpoints } from './read-log.ts';
import { retain, retainNightly } from './retain.ts';
import { getConsentWatch } from './watch-consents.ts';
import type { OversightTables } from './tables.gen.ts';

export { judgeOpenings } from './judge-openings.ts';

export const oversightModule = serverModule<typeof oversightRoutes, OversightTables>({
  name: 'oversight',
  routes: oversightRoutes,
  handlers: {
    listLog,
    findOpenedPeople,
    listLogAccounts: async (ctx) => ({ accounts: await listAccountCards(ctx) }),
    getAccountSummary,
    listLogCheckpoints,
    getConsentWatch,
    listAccessAccounts: async (ctx) => ({ accounts: await listAccountCards(ctx) }),
    viewAccess,
    listGlassReviews,
    reviewGlass,
    listFindings,
    getFinding,
    decideFinding,
    listExports,
    askExport,
    answerExport,
    fetchExport,
    getRetention,
    tryRetention,
    askRetention,
    answerRetention,
    beginRetention,
    setHold,
    liftHold,
  },
  subscribers: [
    {
      event: 'retention.trial_asked',
      name: 'oversight.try-retention',
      handle: async (ctx) => void (await retain(ctx, { isTrial: true })),
    },
    {
      event: 'retention.begun',
      name: 'oversight.begin-retention',
      handle: async (ctx) => void (await retain(ctx, { isTrial: false })),
    },
  ],
  jobs: [
    { name: 'oversight.make-checkpoint', cron: '2 * * * *', run: async (ctx) => void (await makeCheckpoint(ctx)) },
    { name: 'oversight.send-checkpoints', cron: '4 * * * *', aside: true, run: sendCheckpoints },
    { name: 'oversight.judge-openings', cron: '35 2 * * *', run: judgeOpenings },
    { name: 'oversight.retain', cron: '10 3 * * *', run: retainNightly },
  ],
});
