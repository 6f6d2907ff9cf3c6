import type { NavigationTable, PageTable } from '@qantara/ui';

export const embedsPages: PageTable = [
  { path: 'forms/:formCode/embeds', file: 'EmbedsPage.tsx', shell: 'staff' },
  { path: 'embed/:embedKey', file: 'EmbedPage.tsx', shell: 'embed' },
];

/** They are reached from the form that they show. */
export const navigation: NavigationTable = [];
