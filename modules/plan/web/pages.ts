import type { NavigationTable, PageTable } from '@qantara/ui';

export const planPages: PageTable = [
  { path: 'plan', file: 'PlanPage.tsx', shell: 'public' },
  { path: 'plan/manage', file: 'ManagePlanPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'plan.nav.manage', path: '/plan/manage', may: 'plan:read', shell: 'staff' },
];
