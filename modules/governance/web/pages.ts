import type { NavigationTable, PageTable } from '@qantara/ui';

export const governancePages: PageTable = [
  { path: 'work/governance', file: 'BodiesPage.tsx', shell: 'staff' },
  { path: 'work/governance/new', file: 'NewBodyPage.tsx', shell: 'staff' },
  { path: 'work/governance/bodies/:bodyId', file: 'BodyPage.tsx', shell: 'staff' },
  { path: 'work/governance/bodies/:bodyId/edit', file: 'EditBodyPage.tsx', shell: 'staff' },
  { path: 'work/governance/meetings/:meetingId', file: 'MeetingPage.tsx', shell: 'staff' },
  { path: 'work/governance/meetings/:meetingId/calendar', file: 'MeetingFilePage.tsx', shell: 'staff' },
  { path: 'work/governance/commitments', file: 'CommitmentsPage.tsx', shell: 'staff' },
  { path: 'work/governance/commitments/:commitmentId', file: 'CommitmentPage.tsx', shell: 'staff' },
  { path: 'governance/calendar/:bodyId/:key', file: 'BodyCalendarPage.tsx', shell: 'public' },
];

export const navigation: NavigationTable = [
  { labelKey: 'governance.nav', path: '/work/governance', may: 'governance:read', shell: 'staff' },
];
