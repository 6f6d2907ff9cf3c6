import type { NavigationTable, PageTable } from '@qantara/ui';

export const cohortsPages: PageTable = [
  { path: 'work/cohorts', file: 'CohortsPage.tsx', shell: 'staff' },
  { path: 'work/cohorts/new', file: 'NewCohortPage.tsx', shell: 'staff' },
  { path: 'work/cohorts/:cohortId', file: 'CohortPage.tsx', shell: 'staff' },
  { path: 'work/cohorts/:cohortId/edit', file: 'EditCohortPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/cohorts/:cohortId', file: 'PersonCohortPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'cohorts.nav', path: '/work/cohorts', may: 'cohort:read', shell: 'staff' },
];
