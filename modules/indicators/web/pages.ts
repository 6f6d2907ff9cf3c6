import type { NavigationTable, PageTable } from '@qantara/ui';

export const indicatorsPages: PageTable = [
  { path: 'plan/indicators', file: 'IndicatorsPage.tsx', shell: 'public' },
  { path: 'plan/indicators/:code', file: 'IndicatorPage.tsx', shell: 'public' },
  { path: 'figures', file: 'FiguresPage.tsx', shell: 'staff' },
  { path: 'figures/table.csv', file: 'files/FiguresTablePage.tsx', shell: 'staff' },
  { path: 'figures/table.xlsx', file: 'files/FiguresWorkbookPage.tsx', shell: 'staff' },
  { path: 'figures/records', file: 'behind/FigureRecordsPage.tsx', shell: 'staff' },
  { path: 'work/scorecard', file: 'scorecard/ScorecardPage.tsx', shell: 'staff' },
  { path: 'work/indicators', file: 'series/KeptIndicatorsPage.tsx', shell: 'staff' },
  { path: 'work/indicators/new', file: 'series/NewIndicatorPage.tsx', shell: 'staff' },
  { path: 'work/indicators/counted', file: 'series/NewCountedPage.tsx', shell: 'staff' },
  { path: 'work/indicators/imports', file: 'series/SeriesImportsPage.tsx', shell: 'staff' },
  { path: 'work/indicators/imports/:importId', file: 'series/SeriesImportPage.tsx', shell: 'staff' },
  { path: 'work/indicators/:code', file: 'series/SeriesPage.tsx', shell: 'staff' },
  { path: 'figures/gaps', file: 'gaps/NeedGapsPage.tsx', shell: 'staff' },
  { path: 'figures/gaps.csv', file: 'gaps/NeedGapsTablePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'indicators.nav.scorecard', path: '/work/scorecard', may: 'scorecard:read', shell: 'staff' },
  { labelKey: 'indicators.nav.gaps', path: '/figures/gaps', may: 'gap:read', shell: 'staff' },
  { labelKey: 'indicators.nav.kept', path: '/work/indicators', may: 'indicator:write', shell: 'staff' },
  { labelKey: 'indicators.nav.figures', path: '/figures', may: 'indicator:read', shell: 'staff' },
];
