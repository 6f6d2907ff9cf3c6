import type { NavigationTable, PageTable } from '@qantara/ui';

export const formsPages: PageTable = [
  { path: 'forms', file: 'writing/FormsPage.tsx', shell: 'staff' },
  { path: 'forms/new', file: 'writing/NewFormPage.tsx', shell: 'staff' },
  { path: 'forms/import', file: 'exchange/ImportFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode', file: 'writing/FormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit', file: 'writing/EditFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit/section', file: 'writing/SectionPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit/question', file: 'writing/QuestionPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/edit/report', file: 'exchange/BroughtFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/versions/:version', file: 'writing/PreviewFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/versions/:version/print', file: 'writing/PrintFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/versions/:version/export', file: 'exchange/ExportFormPage.tsx', shell: 'staff' },
  { path: 'forms/:formCode/versions/:version/files/:format', file: 'exchange/FormFilePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'forms.nav.forms', path: '/forms', may: 'form:write', shell: 'staff' },
];
