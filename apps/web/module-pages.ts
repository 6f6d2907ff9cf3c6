import type { NavigationItem, NavigationTable } from '@qantara/ui';

const FOUND = import.meta.glob<NavigationTable>('../../modules/*/web/pages.ts', { eager: true, import: 'navigation' });

/** The menu entries that the modules offer for one shell, in the order of the modules. */
export function navigationOf(shell: NavigationItem['shell']): NavigationItem[] {
  return Object.values(FOUND)
    .flatMap((table: NavigationTable | undefined) => table ?? [])
    .filter((item) => item.shell === shell);
}
