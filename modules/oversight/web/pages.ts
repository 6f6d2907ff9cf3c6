import type { NavigationTable, PageTable } from '@qantara/ui';

export const oversightPages: PageTable = [
  { path: 'oversight', file: 'LogPage.tsx', shell: 'staff' },
  { path: 'oversight/people', file: 'OpenedPeoplePage.tsx', shell: 'staff' },
  { path: 'oversight/findings', file: 'FindingsPage.tsx', shell: 'staff' },
  { path: 'oversight/findings/:findingId', file: 'FindingPage.tsx', shell: 'staff' },
  { path: 'oversight/emergencies', file: 'EmergencyReviewsPage.tsx', shell: 'staff' },
  { path: 'oversight/access', file: 'AccessPage.tsx', shell: 'staff' },
  { path: 'oversight/exports', file: 'ExportsPage.tsx', shell: 'staff' },
  { path: 'oversight/exports/:assentId/file', file: 'ExportFilePage.tsx', shell: 'staff' },
  { path: 'oversight/retention', file: 'RetentionPage.tsx', shell: 'staff' },
  { path: 'oversight/consents', file: 'ConsentsPage.tsx', shell: 'staff' },
  { path: 'oversight/checkpoints', file: 'CheckpointsPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'oversight.nav.log', path: '/oversight', may: 'oversight:read', shell: 'staff' },
  { labelKey: 'oversight.nav.findings', path: '/oversight/findings', may: 'oversight:read', shell: 'staff' },
  { labelKey: 'oversight.nav.consents', path: '/oversight/consents', may: 'oversight:read', shell: 'staff' },
  { labelKey: 'oversight.nav.emergencies', path: '/oversight/emergencies', may: 'oversight:read', shell: 'staff' },
  { labelKey: 'oversight.nav.access', path: '/oversight/access', may: 'access:explain', shell: 'staff' },
  { labelKey: 'oversight.nav.exports', path: '/oversight/exports', may: 'oversight:agree', shell: 'staff' },
  { labelKey: 'oversight.nav.retention', path: '/oversight/retention', may: 'oversight:agree', shell: 'staff' },
];
