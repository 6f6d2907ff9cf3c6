import type { NavigationTable, PageTable } from '@qantara/ui';

export const screeningPages: PageTable = [
  { path: 'ask', file: 'AskPage.tsx', shell: 'public' },
  { path: 'work/requests', file: 'RequestsPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/screening', file: 'RecordScreeningPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/screenings', file: 'forms/ScreeningsPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/forms', file: 'forms/PersonFormsPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/forms/:formCode', file: 'forms/AnswerFormPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/responses/:responseId', file: 'forms/ResponsePage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit/findings', file: 'findings/FindingsPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit/findings/:needCode', file: 'findings/FindingPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/versions/:version/needs', file: 'findings/TryFindingsPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'screening.nav.requests', path: '/work/requests', may: 'screening:read', shell: 'staff' },
];
