import type { NavigationTable, PageTable } from '@qantara/ui';

export const notificationsPages: PageTable = [
  { path: 'work/notices', file: 'OwnNoticesPage.tsx', shell: 'staff' },
  { path: 'account/notices', file: 'PreferencePage.tsx', shell: 'staff' },
  { path: 'notices/organisations/:organisationId', file: 'OrganisationPreferencePage.tsx', shell: 'staff' },
  { path: 'notices/sent', file: 'MessagesPage.tsx', shell: 'staff' },
  { path: 'notices/captured', file: 'CapturedPage.tsx', shell: 'staff' },
  { path: 'notices/templates', file: 'TemplatesPage.tsx', shell: 'staff' },
  { path: 'notices/templates/:template', file: 'TemplatePage.tsx', shell: 'staff' },
];

export const navigation: NavigationTable = [
  { labelKey: 'notifications.nav.own', path: '/work/notices', may: 'notice:read', shell: 'staff' },
  { labelKey: 'notifications.nav.sent', path: '/notices/sent', may: 'notice:configure', shell: 'staff' },
];
