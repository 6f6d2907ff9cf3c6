import type { NavigationTable, PageTable } from '@qantara/ui';

export const shortlistsPages: PageTable = [
  { path: 'list/:token', file: 'SharedShortlistPage.tsx', shell: 'public' },
  { path: 'work/people/:personId/shortlists', file: 'ShortlistsPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/shortlists/:shortlistId', file: 'ShortlistPage.tsx', shell: 'staff' },
];

/** Lists are reached from the person that they are for. */
export const navigation: NavigationTable = [];
