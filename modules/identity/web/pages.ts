import type { NavigationTable, PageTable } from '@qantara/ui';

export const identityPages: PageTable = [
  { path: 'sign-in', file: 'SignInPage.tsx', shell: 'public' },
  { path: 'sign-in/second-factor', file: 'SecondFactorPage.tsx', shell: 'public' },
  { path: 'sign-out', file: 'SignOutPage.tsx', shell: 'public' },
  { path: 'setup', file: 'SetupPage.tsx', shell: 'public' },
  { path: 'account', file: 'OwnAccountPage.tsx', shell: 'staff' },
  { path: 'admin/accounts', file: 'AccountsPage.tsx', shell: 'staff' },
  { path: 'admin/accounts/new', file: 'NewAccountPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'identity.nav.accounts', path: '/admin/accounts', may: 'account:read', shell: 'staff' },
];
