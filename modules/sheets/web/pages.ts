import type { NavigationTable, PageTable } from '@qantara/ui';

export const sheetsPages: PageTable = [
  { path: 'forms/:formCode/paper', file: 'PrintSheetsPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/paper/:batchId', file: 'PrintedSheetsPage.tsx', shell: 'staff' },
  { path: 'work/sheets', file: 'SheetsPage.tsx', shell: 'staff' },
  { path: 'work/sheets/:sheetCode', file: 'KeySheetPage.tsx', shell: 'staff' },
  { path: 'work/sheets/:sheetCode/decide', file: 'DecideSheetPage.tsx', shell: 'staff' },
  { path: 'work/people/:personId/sheets', file: 'PersonSheetPage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'sheets.nav.sheets', path: '/work/sheets', may: 'form:answer', shell: 'staff' },
];
