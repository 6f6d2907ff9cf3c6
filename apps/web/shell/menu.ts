import type { NavigationItem } from '@qantara/ui';

type MenuItem = Pick<NavigationItem, 'labelKey' | 'path' | 'may'>;

/** What residents are always offered, the most asked for first. */
export const PUBLIC_MENU: readonly MenuItem[] = [
  { labelKey: 'shell.nav.services', path: '/services', may: 'anyone' },
  { labelKey: 'shell.nav.ask', path: '/ask', may: 'anyone' },
  { labelKey: 'shell.nav.follow', path: '/follow', may: 'anyone' },
  { labelKey: 'shell.nav.plan', path: '/plan', may: 'anyone' },
];

/** What people at work begin with. */
export const STAFF_MENU: readonly MenuItem[] = [{ labelKey: 'shell.nav.work', path: '/work', may: 'worklist:read' }];

/** The fixed entries and those of the modules that the reader may use; a path stands once. */
export function menuOf(
  fixed: readonly MenuItem[],
  offered: readonly MenuItem[],
  can: (permission: string) => boolean,
): MenuItem[] {
  const fixedPaths = new Set(fixed.map((item) => item.path));
  return [...fixed, ...offered.filter((item) => !fixedPaths.has(item.path))].filter((item) => can(item.may));
}
