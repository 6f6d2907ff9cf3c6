import type { NavigationTable, PageTable } from '@qantara/ui';

export const screeningPages: PageTable = [
  { path: 'ask', file: 'AskPage.tsx', shell: 'public' },
  { path: 'work/requests', file: 'RequestsPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/screening', file: 'RecordScreeningPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'screening.nav.requests', path: '/work/requests', may: 'screening:read', shell: 'staff' },
];
