import type { NavigationTable, PageTable } from '@qantara/ui';

export const directoryPages: PageTable = [
  { path: 'booklet', file: 'BookletPage.tsx', shell: 'public' },
  { path: 'services', file: 'ServicesPage.tsx', shell: 'public' },
  { path: 'services/:serviceId', file: 'ServicePage.tsx', shell: 'public' },
  { path: 'work/gaps', file: 'GapsPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'directory.nav.gaps', path: '/work/gaps', may: 'gap:read', shell: 'staff' },
];
