import type { NavigationTable, PageTable } from '@qantara/ui';

export const disclosurePages: PageTable = [
  { path: 'work/disclosure', file: 'DisclosurePage.tsx', shell: 'staff' },
  { path: 'work/disclosure/:datasetCode', file: 'DatasetPage.tsx', shell: 'staff' },
  { path: 'work/disclosure/releases/:releaseId', file: 'ReleasePage.tsx', shell: 'staff' },
  { path: 'work/quotes', file: 'QuotesPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'disclosure.nav', path: '/work/disclosure', may: 'disclosure:read', shell: 'staff' },
  { labelKey: 'disclosure.quotes.nav', path: '/work/quotes', may: 'quote:write', shell: 'staff' },
];
