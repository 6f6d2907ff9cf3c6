import { route } from '@qantara/kernel';
import { z } from 'zod';
import { Item, Plan, ReportProgress } from './plan.ts';

export const planRoutes = {
  getPublicPlan: route({
    path: 'GET /public/plan',
    may: 'anyone',
    input: z.object({}),
    output: Plan,
    refusals: ['plan_not_found'],
    offline: 'read',
  }),
  getPlan: route({
    path: 'GET /plan',
    may: 'plan:read',
    input: z.object({}),
    output: Plan,
    refusals: ['plan_not_found'],
  }),
  reportProgress: route({
    path: 'POST /plan/items/:itemId/progress',
    may: 'plan:write',
    input: ReportProgress,
    output: Item.omit({ targets: true }),
    refusals: ['item_not_found', 'item_changed', 'not_an_initiative'],
  }),
};
