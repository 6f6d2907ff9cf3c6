import type { NavigationTable, PageTable } from '@qantara/ui';

export const opendataPages: PageTable = [{ path: 'data', file: 'DataPage.tsx', shell: 'public' }];

/** Nothing in the menu: it is found at the foot of every page. */
export const navigation: NavigationTable = [];
