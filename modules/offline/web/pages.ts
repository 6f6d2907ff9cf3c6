import type { NavigationTable, PageTable } from '@qantara/ui';

export const offlinePages: PageTable = [{ path: 'work/offline', file: 'OfflinePage.tsx', shell: 'app' }];

export const navigation: NavigationTable = [
  { labelKey: 'offline.nav', path: '/work/offline', may: 'form:answer', shell: 'staff' },
];
