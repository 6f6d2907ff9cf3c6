import type { NavigationTable, PageTable } from '@qantara/ui';

export const policiesPages: PageTable = [
  { path: 'policies', file: 'PublicPoliciesPage.tsx', shell: 'public' },
  { path: 'work/policies', file: 'PoliciesPage.tsx', shell: 'staff' },
  { path: 'work/policies/table.csv', file: 'PoliciesTablePage.tsx', shell: 'staff' },
  { path: 'work/policies/new', file: 'NewPolicyPage.tsx', shell: 'staff' },
  { path: 'work/policies/:policyId', file: 'PolicyPage.tsx', shell: 'staff' },
  { path: 'work/policies/:policyId/edit', file: 'EditPolicyPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'policies.nav', path: '/work/policies', may: 'policy:read', shell: 'staff' },
];
