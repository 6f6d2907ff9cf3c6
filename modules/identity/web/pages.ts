import type { NavigationTable, PageTable } from '@qantara/ui';

export const identityPages: PageTable = [
  { path: 'sign-in', file: 'SignInPage.tsx', shell: 'public' },
  { path: 'sign-in/second-factor', file: 'SecondFactorPage.tsx', shell: 'public' },
  { path: 'sign-in/provider', file: 'GoToProviderPage.tsx', shell: 'public' },
  { path: 'sign-in/return', file: 'ProviderReturnPage.tsx', shell: 'public' },
  { path: 'sign-out', file: 'SignOutPage.tsx', shell: 'public' },
  { path: 'setup', file: 'SetupPage.tsx', shell: 'public' },
  { path: 'enrol/:token', file: 'EnrolPage.tsx', shell: 'public' },
  { path: 'account', file: 'OwnAccountPage.tsx', shell: 'staff' },
  { path: 'account/confirm', file: 'ConfirmSelfPage.tsx', shell: 'staff' },
  { path: 'account/news', file: 'AccountNewsPage.tsx', shell: 'staff' },
  { path: 'account/password', file: 'PasswordPage.tsx', shell: 'staff' },
  { path: 'account/passkeys/new', file: 'NewPasskeyPage.tsx', shell: 'staff' },
  { path: 'account/telephone', file: 'TelephonePage.tsx', shell: 'staff' },
  { path: 'account/recovery-codes', file: 'RecoveryCodesPage.tsx', shell: 'staff' },
  { path: 'admin/accounts', file: 'AccountsPage.tsx', shell: 'staff' },
  { path: 'admin/accounts/new', file: 'NewAccountPage.tsx', shell: 'staff' },
  { path: 'admin/accounts/:accountId', file: 'AccountPage.tsx', shell: 'staff' },
  { path: 'admin/accounts/:accountId/role', file: 'accounts/GiveRolePage.tsx', shell: 'staff' },
  { path: 'roles', file: 'roles/RolesPage.tsx', shell: 'staff' },
  { path: 'roles/new', file: 'roles/NewRolePage.tsx', shell: 'staff' },
  { path: 'roles/:role', file: 'roles/RolePage.tsx', shell: 'staff' },
  { path: 'roles/:role/change', file: 'roles/ChangeRolePage.tsx', shell: 'staff' },
  { path: 'role-requests', file: 'roles/RoleRequestsPage.tsx', shell: 'staff' },
  { path: 'teams', file: 'teams/TeamsPage.tsx', shell: 'staff' },
  { path: 'teams/:teamId', file: 'teams/TeamPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'identity.nav.accounts', path: '/admin/accounts', may: 'account:read', shell: 'staff' },
  { labelKey: 'identity.nav.roles', path: '/roles', may: 'role:read', shell: 'staff' },
  { labelKey: 'identity.nav.requests', path: '/role-requests', may: 'role:read', shell: 'staff' },
  { labelKey: 'identity.nav.teams', path: '/teams', may: 'account:read', shell: 'staff' },
];
