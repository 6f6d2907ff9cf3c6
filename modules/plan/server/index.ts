import { serverModule } from '@qantara/platform';
import { planRoutes } from '../contract/index.ts';
import {
  choosePlanImport,
  discardPlanImport,
  getPlanImport,
  readPlanFile,
  writePlanImport,
} from './exchange/import-plan.ts';
import { getPlanFile } from './exchange/plan-file.ts';
import { listPlanImports } from './exchange/plan-import-store.ts';
import { addConsultation, answerCheck, checkPlan, removeConsultation } from './check/check-plan.ts';
import { getPublicNode } from './details/show-node.ts';
import { getItemDetails, saveDetails } from './details/write-details.ts';
import { getPlan } from './get-plan.ts';
import { listOwnNodes, tellOwnNode } from './owners/own-nodes.ts';
import { lookAtOwnerLink, makeOwnerLink, revokeOwnerLink, tellByOwnerLink } from './owners/owner-links.ts';
import { remindOwners } from './owners/remind-owners.ts';
import { listPlans } from './plan-store.ts';
import { reportProgress } from './report-progress.ts';
import { addReview, listReviews } from './reviews/review-target.ts';
import { listChanges } from './site/list-changes.ts';
import { listLate } from './site/list-late.ts';
import { listMeasureYears } from './site/list-measure-years.ts';
import { listPlaces } from './site/list-places.ts';
import { listPublicHolders } from './site/list-public-holders.ts';
import type { PlanTables } from './tables.gen.ts';
import { nextPlan } from './write/next-plan.ts';
import { addItem, changeItem, removeItem } from './write/write-items.ts';
import { removeLevel, saveLevel } from './write/write-levels.ts';
import { adoptPlan, archivePlan, changePlan, publishPlan, startPlan } from './write/write-plan.ts';
import { addTarget, removeTarget } from './write/write-targets.ts';

export { saveDocument } from './exchange/save-document.ts';
export { insertConsultation, upsertAnswer } from './check/check-store.ts';
export { saveNews } from './details/news-store.ts';
export { readItemDetails, writeItemDetails } from './details/detail-store.ts';
export { saveItem, type NewItem } from './item-store.ts';
export { listPublishedWork } from './list-published-work.ts';
export { listPublishedPlans } from './list-published-plans.ts';
export { listNamedItems, type NamedItem } from './named-item-store.ts';
export { insertReview } from './reviews/review-store.ts';
export { savePlan, type NewPlan } from './plan-store.ts';
export { saveTarget, type NewTarget } from './target-store.ts';

export const planModule = serverModule<typeof planRoutes, PlanTables>({
  name: 'plan',
  routes: planRoutes,
  handlers: {
    listPublicPlans: async (ctx) => ({ plans: await listPlans(ctx.db, { onlyPublic: true }) }),
    getPublicPlan: (ctx, { planId }) => getPlan(ctx, { planId, reader: 'public' }),
    listPlans: async (ctx) => ({ plans: await listPlans(ctx.db, { onlyPublic: false }) }),
    getPlan: (ctx, { planId }) => getPlan(ctx, { planId, reader: 'staff' }),
    getPlanFile: (ctx, asked) => getPlanFile(ctx, { ...asked, reader: 'staff' }),
    getPublicPlanFile: (ctx, asked) => getPlanFile(ctx, { ...asked, reader: 'public' }),
    listPlanImports: async (ctx) => ({ imports: await listPlanImports(ctx.db) }),
    getPlanImport,
    readPlanFile,
    choosePlanImport,
    writePlanImport,
    discardPlanImport,
    reportProgress,
    getPublicNode,
    getItemDetails,
    saveDetails,
    makeOwnerLink,
    revokeOwnerLink,
    listOwnNodes,
    tellOwnNode,
    lookAtOwnerLink,
    tellByOwnerLink,
    listReviews,
    addReview,
    listLate,
    listHolders: listPublicHolders,
    listChanges,
    listPlaces,
    listMeasureYears,
    checkPlan,
    answerCheck,
    addConsultation,
    removeConsultation,
    startPlan,
    changePlan,
    publishPlan,
    adoptPlan,
    archivePlan,
    nextPlan,
    saveLevel,
    removeLevel,
    addItem,
    changeItem,
    removeItem,
    addTarget,
    removeTarget,
  },
  jobs: [{ name: 'plan.remind_owners', cron: '10 7 * * *', run: remindOwners }],
});
