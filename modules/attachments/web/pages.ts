import type { NavigationTable, PageTable } from '@qantara/ui';

export const attachmentsPages: PageTable = [
  { path: 'my-papers', file: 'MyPapersPage.tsx', shell: 'public' },
  { path: 'work/people/:personId/papers', file: 'PapersPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/papers/:attachmentId', file: 'PaperFilePage.tsx', shell: 'staff' },
];

/** The ways here stand on the page of the person, and on that of the request. */
export const navigation: NavigationTable = [];
