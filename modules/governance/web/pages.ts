import type { NavigationTable, PageTable } from '@qantara/ui';

export const governancePages: PageTable = [
  { path: 'work/governance', file: 'BodiesPage.tsx', shell: 'staff' },
  { path: 'work/governance/new', file: 'NewBodyPage.tsx', shell: 'staff' },
  { path: 'work/governance/bodies/:bodyId', file: 'BodyPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'governance.nav', path: '/work/governance', may: 'governance:read', shell: 'staff' },
];
