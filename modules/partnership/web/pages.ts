import type { NavigationTable, PageTable } from '@qantara/ui';

export const partnershipPages: PageTable = [
  { path: 'work/partnership', file: 'TiesPage.tsx', shell: 'staff' },
  { path: 'work/partnership/ties.csv', file: 'TiesTablePage.tsx', shell: 'staff' },
  { path: 'work/partnership/readiness', file: 'ReadinessPage.tsx', shell: 'staff' },
  { path: 'work/partnership/readiness/:organisationId', file: 'PartnerReadinessPage.tsx', shell: 'staff' },
  { path: 'work/partnership/issues', file: 'IssuesPage.tsx', shell: 'staff' },
  { path: 'work/partnership/issues/new', file: 'NewIssuePage.tsx', shell: 'staff' },
  { path: 'work/partnership/issues/:issueId', file: 'IssuePage.tsx', shell: 'staff' },
  { path: 'work/partnership/cooperations', file: 'CooperationsPage.tsx', shell: 'staff' },
  { path: 'work/partnership/cooperations.csv', file: 'CooperationsTablePage.tsx', shell: 'staff' },
  { path: 'work/partnership/cooperations/new', file: 'NewCooperationPage.tsx', shell: 'staff' },
  { path: 'work/partnership/cooperations/:cooperationId', file: 'CooperationPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'partnership.nav', path: '/work/partnership/readiness', may: 'governance:read', shell: 'staff' },
];
