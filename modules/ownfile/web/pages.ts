import type { NavigationTable, PageTable } from '@qantara/ui';

export const ownfilePages: PageTable = [
  { path: 'my-file', file: 'OwnFilePage.tsx', shell: 'public' },
  { path: 'my-file.json', file: 'OwnFileFilePage.tsx', shell: 'public' },
];

/** Nobody has a file before a code opened one: the way to it stands on the page of the request. */
export const navigation: NavigationTable = [];
