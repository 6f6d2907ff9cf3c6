import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PageEntry, PageTable } from '@qantara/ui';

const MODULES = join(import.meta.dirname, '../../modules');

/** Every page that the modules offer in one of the shells, so that a new one cannot be passed over. */
export async function pagesIn(shell: PageEntry['shell']): Promise<string[]> {
  const files = readdirSync(MODULES)
    .map((name) => join(MODULES, name, 'web/pages.ts'))
    .filter((file) => existsSync(file));
  const tables: PageTable[] = [];
  for (const file of files) {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const named = Object.entries(exported).filter(([name]) => name.endsWith('Pages'));
    tables.push(...named.map(([, table]) => table as PageTable));
  }
  return tables
    .flat()
    .filter((page) => page.shell === shell)
    .map(({ path }) => path);
}
