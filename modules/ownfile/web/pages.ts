import type { PageTable } from '@qantara/ui';

export const ownfilePages: PageTable = [
  { path: 'my-file', file: 'OwnFilePage.tsx', shell: 'public' },
  { path: 'my-file.json', file: 'OwnFileFilePage.tsx', shell: 'public' },
];
