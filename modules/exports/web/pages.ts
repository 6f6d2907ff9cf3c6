import type { NavigationTable, PageTable } from '@qantara/ui';

export const exportsPages: PageTable = [
  { path: 'work/exports', file: 'ExportsPage.tsx', shell: 'staff' },
  { path: 'work/exports/file', file: 'ExportFilePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'exports.nav', path: '/work/exports', may: 'referral:export', shell: 'staff' },
];
