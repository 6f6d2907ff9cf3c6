import { serverModule } from '@qantara/platform';
import { planRoutes } from '../contract/index.ts';
import { getPlan } from './get-plan.ts';
import { listPlans } from './plan-store.ts';
import { reportProgress } from './report-progress.ts';
import type { PlanTables } from './tables.gen.ts';
import { nextPlan } from './write/next-plan.ts';
import { addItem, changeItem, removeItem } from './write/write-items.ts';
import { removeLevel, saveLevel } from './write/write-levels.ts';
import { adoptPlan, archivePlan, changePlan, publishPlan, startPlan } from './write/write-plan.ts';
import { addTarget, removeTarget } from './write/write-targets.ts';

export { saveItem, type NewItem } from './item-store.ts';
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
    reportProgress,
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
});
