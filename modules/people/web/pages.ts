import type { NavigationTable, PageTable } from '@qantara/ui';

export const peoplePages: PageTable = [
  { path: 'work/people', file: 'PeoplePage.tsx', shell: 'staff' },
  { path: 'work/people/new', file: 'NewPersonPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/edit', file: 'CorrectPersonPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/consent', file: 'ConsentPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'people.nav.people', path: '/work/people', may: 'person:search', shell: 'staff' },
];
