import type { NavigationTable, PageTable } from '@qantara/ui';

export const peoplePages: PageTable = [
  { path: 'work/people', file: 'PeoplePage.tsx', shell: 'staff' },
  { path: 'work/people/new', file: 'NewPersonPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/edit', file: 'CorrectPersonPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/names', file: 'NamesPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/consent', file: 'ConsentPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/consents/:consentId/receipt', file: 'GiveReceiptPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/override', file: 'OverridePage.tsx', shell: 'staff' },
  { path: 'work/corrections', file: 'CorrectionsPage.tsx', shell: 'staff' },
  { path: 'work/consent-texts', file: 'ConsentTextsPage.tsx', shell: 'staff' },
  { path: 'consent-texts/:purpose/:number', file: 'ConsentTextPage.tsx', shell: 'public' },
  { path: 'receipt/:token', file: 'ReceiptPage.tsx', shell: 'public' },
  { path: 'work/people/:personId/protection', file: 'ProtectionPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/household', file: 'household/NewHouseholdPage.tsx', shell: 'staff' },
  { path: 'work/households/:householdId', file: 'household/HouseholdPage.tsx', shell: 'staff' },
  { path: 'work/households/:householdId/add', file: 'household/AddMemberPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/keepers', file: 'KeepersPage.tsx', shell: 'staff' },
  { path: 'work/emergencies', file: 'EmergenciesPage.tsx', shell: 'staff' },
  { path: 'work/emergencies/:glassId', file: 'EmergencyPage.tsx', shell: 'staff' },
  { path: 'work/duplicates', file: 'DuplicatesPage.tsx', shell: 'staff' },
  { path: 'work/merges/new', file: 'NewMergePage.tsx', shell: 'staff' },
  { path: 'work/merges/:mergeId', file: 'MergePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'people.nav.people', path: '/work/people', may: 'person:search', shell: 'staff' },
  { labelKey: 'people.nav.emergencies', path: '/work/emergencies', may: 'person:break_glass', shell: 'staff' },
  { labelKey: 'people.nav.duplicates', path: '/work/duplicates', may: 'person:write', shell: 'staff' },
  { labelKey: 'people.nav.corrections', path: '/work/corrections', may: 'person:write', shell: 'staff' },
  { labelKey: 'people.nav.consent_texts', path: '/work/consent-texts', may: 'consent_text:write', shell: 'staff' },
];
