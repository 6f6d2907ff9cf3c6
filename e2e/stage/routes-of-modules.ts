import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Route, RouteTable } from '@qantara/kernel';

const MODULES = join(import.meta.dirname, '../../modules');

/** Every route that the modules have, from their contracts, so that a new one cannot be passed over. */
export async function allRoutes(): Promise<Route[]> {
  const files = readdirSync(MODULES)
    .map((name) => join(MODULES, name, 'contract/index.ts'))
    .filter((file) => existsSync(file));
  const tables: RouteTable[] = [];
  for (const file of files) {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    const named = Object.entries(exported).filter(([name]) => name.endsWith('Routes'));
    tables.push(...named.map(([, table]) => table as RouteTable));
  }
  return tables.flatMap((table) => Object.values(table));
}
