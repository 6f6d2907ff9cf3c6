import type { NavigationTable, PageTable } from '@qantara/ui';

export const hsdsPages: PageTable = [
  { path: 'hsds', file: 'HsdsPage.tsx', shell: 'public' },
  { path: 'admin/imports', file: 'ImportsPage.tsx', shell: 'staff' },
  { path: 'admin/imports/:importId', file: 'ImportPage.tsx', shell: 'staff' },
  { path: 'admin/imports/:importId/mapping', file: 'MappingPage.tsx', shell: 'staff' },
  { path: 'admin/sources', file: 'SourcesPage.tsx', shell: 'staff' },
  { path: 'admin/sources/conflicts', file: 'ConflictsPage.tsx', shell: 'staff' },
  { path: 'admin/imports/:importId/refusals.csv', file: 'RefusalsFilePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'hsds.nav.imports', path: '/admin/imports', may: 'service:import', shell: 'staff' },
  { labelKey: 'hsds.nav.sources', path: '/admin/sources', may: 'service:import', shell: 'staff' },
];
