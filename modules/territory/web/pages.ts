import type { NavigationTable, PageTable } from '@qantara/ui';

export const territoryPages: PageTable = [{ path: 'work/calendar', file: 'CalendarPage.tsx', shell: 'staff' }];

export const navigation: NavigationTable = [
  { labelKey: 'territory.calendar.nav', path: '/work/calendar', may: 'calendar:write', shell: 'staff' },
];
