import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { lowerModules, workspaces } from './reading/tree.ts';
import { isMainModule, ROOT } from './reading/root.ts';
import { writeFiles, type GeneratedFile } from './reading/generated.ts';
import { readSchema, type Table } from './tables/read-schema.ts';
import { pascal, writeTables } from './tables/write-tables.ts';

/**
 * The typed tables of every module that has some: those of its own schema, and of modules below it only the views named
 * `published_…`. A query on anything else does not compile.
 */
export async function generateTables(root: string): Promise<GeneratedFile[]> {
  const tables = await readSchema(root);
  const modules = workspaces(root)
    .filter(({ folder }) => folder.startsWith('modules/') && existsSync(join(root, folder, 'server')))
    .map(({ folder }) => moduleFile(root, folder.replace('modules/', ''), tables));
  const platform = tables.filter(({ schema }) => schema === 'platform');
  return [
    ...(platform.length > 0
      ? [{ path: 'packages/platform/tables.gen.ts', text: writeTables('PlatformTables', platform) }]
      : []),
    ...modules.filter((file) => file !== undefined),
  ];
}

function moduleFile(root: string, module: string, tables: Table[]): GeneratedFile | undefined {
  const own = tables.filter(({ schema }) => schema === schemaOf(module));
  const lower = lowerModules(root, module).map(schemaOf);
  const published = tables.filter(({ schema, name }) => lower.includes(schema) && name.startsWith('published_'));
  if (own.length + published.length === 0) return undefined;
  const text = writeTables(`${pascal(module)}Tables`, [...own, ...published]);
  return { path: `modules/${module}/server/tables.gen.ts`, text };
}

function schemaOf(module: string): string {
  return module.replaceAll('-', '_');
}

if (isMainModule(import.meta.url)) writeFiles(ROOT, await generateTables(ROOT));
