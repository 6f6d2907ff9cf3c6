import type { NavigationTable, PageTable } from '@qantara/ui';

export const institutionsPages: PageTable = [
  { path: 'institutions', file: 'InstitutionsPage.tsx', shell: 'public' },
  { path: 'institutions/:institutionId', file: 'InstitutionPage.tsx', shell: 'public' },
  { path: 'work/institutions', file: 'RegisterPage.tsx', shell: 'staff' },
  { path: 'work/institutions/deadlines', file: 'DeadlinesPage.tsx', shell: 'staff' },
  { path: 'work/institutions/new', file: 'NewInstitutionPage.tsx', shell: 'staff' },
  { path: 'work/institutions/:institutionId', file: 'OpenInstitutionPage.tsx', shell: 'staff' },
  { path: 'work/institutions/:institutionId/edit', file: 'CorrectInstitutionPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'institutions.nav.public', path: '/institutions', may: 'anyone', shell: 'public' },
  { labelKey: 'institutions.nav.register', path: '/work/institutions', may: 'institution:read', shell: 'staff' },
  {
    labelKey: 'institutions.nav.deadlines',
    path: '/work/institutions/deadlines',
    may: 'institution:oversee',
    shell: 'staff',
  },
];
