import type { NavigationTable, PageTable } from '@qantara/ui';

export const planPages: PageTable = [
  { path: 'plan', file: 'PlanPage.tsx', shell: 'public' },
  { path: 'plans', file: 'PlansPage.tsx', shell: 'public' },
  { path: 'plans/:planId', file: 'OnePlanPage.tsx', shell: 'public' },
  { path: 'plan/manage', file: 'ManagePlanPage.tsx', shell: 'staff' },
  { path: 'plan/write', file: 'write/WritePlansPage.tsx', shell: 'staff' },
  { path: 'plan/write/new', file: 'write/NewPlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId', file: 'write/WritePlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/edit', file: 'write/EditPlanPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/levels', file: 'write/LevelsPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/items/new', file: 'write/NewItemPage.tsx', shell: 'staff' },
  { path: 'plan/write/:planId/items/:itemId', file: 'write/ItemPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'plan.nav.manage', path: '/plan/manage', may: 'plan:read', shell: 'staff' },
];
