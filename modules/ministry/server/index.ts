import { serverModule } from '@qantara/platform';
import { ministryRoutes } from '../contract/index.ts';
import { answerRegion, askRegion, getRollUp, withdrawRegion } from './ministry/keep-regions.ts';
import { receivePackage, takePackage } from './ministry/receive-package.ts';
import { listRegions } from './ministry/region-store.ts';
import { getExchange, getPackage, makePackage, previewPackage, renewKey } from './region/make-package.ts';
import { sendPackages } from './region/send-packages.ts';
import type { MinistryTables } from './tables.gen.ts';

export { newInstanceId, newKeyPair, signPackage } from './sign-package.ts';

export const ministryModule = serverModule<typeof ministryRoutes, MinistryTables>({
  name: 'ministry',
  routes: ministryRoutes,
  handlers: {
    getExchange,
    previewPackage,
    makePackage,
    getPackage,
    renewKey,
    receivePackage,
    takePackage,
    listRegions: async (ctx) => ({ regions: await listRegions(ctx) }),
    askRegion,
    answerRegion,
    withdrawRegion,
    getRollUp,
  },
  jobs: [{ name: 'ministry.send', cron: '*/5 * * * *', aside: true, run: sendPackages }],
});
