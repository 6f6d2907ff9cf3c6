import { serverModule } from '@qantara/platform';
import { partnershipRoutes } from '../contract/index.ts';
import { assessReadiness, getReadiness, listReadiness } from './assess-readiness.ts';
import { getTies } from './get-ties.ts';
import { addCooperation, changeCooperation, getCooperation, listCooperations } from './keep-cooperations.ts';
import { getIssue, listIssues, raiseIssue, tellIssue } from './keep-issues.ts';
import { remindPartners } from './remind-partners.ts';
import type { PartnershipTables } from './tables.gen.ts';

export const partnershipModule = serverModule<typeof partnershipRoutes, PartnershipTables>({
  name: 'partnership',
  routes: partnershipRoutes,
  handlers: {
    listReadiness,
    getReadiness,
    assessReadiness,
    listIssues,
    getIssue,
    raiseIssue,
    tellIssue,
    listCooperations,
    getCooperation,
    addCooperation,
    changeCooperation,
    getTies,
  },
  jobs: [{ name: 'partnership.remind', cron: '10 7 * * *', run: remindPartners }],
});
