import type { NavigationTable, PageTable } from '@qantara/ui';

export const ministryPages: PageTable = [
  { path: 'work/exchange', file: 'ExchangePage.tsx', shell: 'staff' },
  { path: 'work/exchange/preview', file: 'PreviewPage.tsx', shell: 'staff' },
  { path: 'work/exchange/:packageId', file: 'PackagePage.tsx', shell: 'staff' },
  { path: 'work/exchange/:packageId/package.jws', file: 'PackageFilePage.tsx', shell: 'staff' },
  { path: 'work/ministry', file: 'MinistryPage.tsx', shell: 'staff' },
  { path: 'work/ministry/regions', file: 'RegionsPage.tsx', shell: 'staff' },
  { path: 'work/ministry/figures.csv', file: 'RolledFilePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'ministry.nav.exchange', path: '/work/exchange', may: 'exchange:send', shell: 'staff' },
  { labelKey: 'ministry.nav.ministry', path: '/work/ministry', may: 'ministry:read', shell: 'staff' },
];
