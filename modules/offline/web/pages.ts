import type { NavigationTable, PageTable } from '@qantara/ui';

export const offlinePages: PageTable = [
  { path: 'work/offline', file: 'OfflinePage.tsx', shell: 'app' },
  { path: 'work/offline/waiting', file: 'WaitingPage.tsx', shell: 'staff' },
  { path: 'work/offline/waiting/:waitingId', file: 'DecideWaitingPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'offline.nav', path: '/work/offline', may: 'form:answer', shell: 'staff' },
];
