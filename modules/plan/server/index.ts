import { serverModule } from '@qantara/platform';
import { planRoutes } from '../contract/index.ts';
import { getPlan } from './get-plan.ts';
import { reportProgress } from './report-progress.ts';
import type { PlanTables } from './tables.gen.ts';

export { saveItem, savePlan, saveTarget, type NewItem, type NewPlan } from './plan-store.ts';

export const planModule = serverModule<typeof planRoutes, PlanTables>({
  name: 'plan',
  routes: planRoutes,
  handlers: {
    getPublicPlan: (ctx) => getPlan(ctx, 'public'),
    getPlan: (ctx) => getPlan(ctx, 'staff'),
    reportProgress,
  },
});
