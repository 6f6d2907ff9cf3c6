import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteTable } from '@qantara/kernel';
import { workspaces } from './tree.ts';

/** What a module's contract says, read by running it. */
export type Contract = { module: string; file: string; exports: Record<string, unknown>; routes: RouteTable };

/** The contracts of all modules that have one, in the order of their names. */
export async function readContracts(root: string): Promise<Contract[]> {
  const files = workspaces(root)
    .filter(({ folder }) => folder.startsWith('modules/'))
    .map(({ folder }) => ({ module: folder.replace('modules/', ''), file: `${folder}/contract/index.ts` }))
    .filter(({ file }) => existsSync(join(root, file)));
  return Promise.all(
    files.map(async ({ module, file }) => {
      const exports: Record<string, unknown> = await import(pathToFileURL(join(root, file)).href);
      return { module, file, exports, routes: routesOf(module, exports) };
    }),
  );
}

/** `open-data` exports `openDataRoutes`. */
export function routesName(module: string): string {
  return `${module.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Routes`;
}

function routesOf(module: string, exports: Record<string, unknown>): RouteTable {
  const table = exports[routesName(module)];
  return isRouteTable(table) ? table : {};
}

function isRouteTable(value: unknown): value is RouteTable {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every((route) => typeof route?.path === 'string' && typeof route.may === 'string');
}
