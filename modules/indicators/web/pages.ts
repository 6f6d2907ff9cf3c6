import type { NavigationTable, PageTable } from '@qantara/ui';

export const indicatorsPages: PageTable = [
  { path: 'plan/indicators', file: 'IndicatorsPage.tsx', shell: 'public' },
  { path: 'plan/indicators/:code', file: 'IndicatorPage.tsx', shell: 'public' },
  { path: 'figures', file: 'FiguresPage.tsx', shell: 'staff' },
  { path: 'figures/table.csv', file: 'FiguresTablePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'indicators.nav.figures', path: '/figures', may: 'indicator:read', shell: 'staff' },
];
