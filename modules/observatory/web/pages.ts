import type { NavigationTable, PageTable } from '@qantara/ui';

export const observatoryPages: PageTable = [
  { path: 'observatory', file: 'ObservatoryPage.tsx', shell: 'public' },
  { path: 'observatory/:templateCode/:period', file: 'PublicReportPage.tsx', shell: 'public' },
  { path: 'observatory/:templateCode/:period/table.csv', file: 'ReportTablePage.tsx', shell: 'public' },
  { path: 'work/observatory', file: 'ReportsPage.tsx', shell: 'staff' },
  { path: 'work/observatory/:reportId', file: 'ReportPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'observatory.nav', path: '/work/observatory', may: 'observatory:write', shell: 'staff' },
];
