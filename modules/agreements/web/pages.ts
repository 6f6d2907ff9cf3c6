import type { NavigationTable, PageTable } from '@qantara/ui';

export const agreementsPages: PageTable = [
  { path: 'work/agreements', file: 'AgreementsPage.tsx', shell: 'staff' },
  { path: 'work/agreements/new', file: 'NewAgreementPage.tsx', shell: 'staff' },
  { path: 'work/agreements/:agreementId', file: 'AgreementPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'agreements.nav', path: '/work/agreements', may: 'agreement:read', shell: 'staff' },
];
