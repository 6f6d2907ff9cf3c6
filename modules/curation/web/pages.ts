import type { NavigationTable, PageTable } from '@qantara/ui';

export const curationPages: PageTable = [
  { path: 'suggest', file: 'SuggestNewPage.tsx', shell: 'public' },
  { path: 'services/:serviceId/suggest', file: 'SuggestPage.tsx', shell: 'public' },
  { path: 'suggestions', file: 'AnswerPage.tsx', shell: 'public' },
  { path: 'keep/:token', file: 'KeepPage.tsx', shell: 'public' },
  { path: 'keep/:token/:serviceId', file: 'KeepChangePage.tsx', shell: 'public' },
  { path: 'curation', file: 'CurationPage.tsx', shell: 'staff' },
  { path: 'curation/suggestions', file: 'SuggestionsPage.tsx', shell: 'staff' },
  { path: 'curation/suggestions/:suggestionId', file: 'SuggestionPage.tsx', shell: 'staff' },
  { path: 'curation/organisations', file: 'KeptOrganisationsPage.tsx', shell: 'staff' },
  { path: 'curation/organisations/new', file: 'organisation/NewOrganisationPage.tsx', shell: 'staff' },
  {
    path: 'curation/organisations/:organisationId/edit',
    file: 'organisation/EditOrganisationPage.tsx',
    shell: 'staff',
  },
  {
    path: 'curation/organisations/:organisationId/places/new',
    file: 'organisation/NewOrganisationPlacePage.tsx',
    shell: 'staff',
  },
  { path: 'work/entries', file: 'organisation/OwnEntriesPage.tsx', shell: 'staff' },
  { path: 'curation/organisations/:organisationId', file: 'KeptOrganisationPage.tsx', shell: 'staff' },
  { path: 'curation/services', file: 'FindEntryPage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId', file: 'EditServicePage.tsx', shell: 'staff' },
  { path: 'curation/entries/new', file: 'NewEntryPage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId/hours', file: 'HoursPage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId/places', file: 'PlacesPage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId/places/new', file: 'NewPlacePage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId/places/:locationId', file: 'PlacePage.tsx', shell: 'staff' },
  { path: 'curation/services/:serviceId/history', file: 'HistoryPage.tsx', shell: 'staff' },
  { path: 'curation/pairs', file: 'PairsPage.tsx', shell: 'staff' },
  { path: 'curation/alerts', file: 'AlertsPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'curation.nav.own', path: '/work/entries', may: 'referral:answer', shell: 'staff' },
  { labelKey: 'curation.nav.freshness', path: '/curation', may: 'directory:curate', shell: 'staff' },
  { labelKey: 'curation.nav.suggestions', path: '/curation/suggestions', may: 'directory:curate', shell: 'staff' },
  { labelKey: 'curation.nav.pairs', path: '/curation/pairs', may: 'directory:curate', shell: 'staff' },
  { labelKey: 'curation.nav.alerts', path: '/curation/alerts', may: 'directory:curate', shell: 'staff' },
];
