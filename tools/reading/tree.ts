import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';

const PASSED_OVER = new Set(['node_modules', '.git', 'build', '.react-router', '.cache', '.bench', 'dist']);

/** Every file below the folder, as a path from the root with `/`; nothing where the folder is not there. */
export function filesUnder(root: string, folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  if (statSync(start).isFile()) return [folder];
  return (
    readdirSync(start, { withFileTypes: true })
      // `data` is a running server's own folder at the root, and a good name anywhere else.
      .filter((entry) => !PASSED_OVER.has(entry.name) && !(folder === '.' && entry.name === 'data'))
      .flatMap((entry) => {
        const path = relative(root, join(start, entry.name)).replaceAll(sep, '/');
        return entry.isDirectory() ? filesUnder(root, path) : [path];
      })
      .toSorted()
  );
}

const CODE_FOLDERS = ['packages', 'modules', 'apps', 'tools', 'e2e', 'bench'];

/** Every source file of the project, generated ones too. */
export function sourceFiles(root: string): string[] {
  return CODE_FOLDERS.flatMap((folder) => filesUnder(root, folder)).filter((path) => /\.(ts|tsx|mjs|css)$/.test(path));
}

export function readText(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function readJson<T>(root: string, path: string): T | undefined {
  return existsSync(join(root, path)) ? JSON.parse(readText(root, path)) : undefined;
}

export type Manifest = { name?: string; dependencies?: Record<string, string>; exports?: Record<string, string> };

export type Workspace = { folder: string; name: string; manifest: Manifest };

/** Every package, module and app: its folder and what its package.json says. */
export function workspaces(root: string): Workspace[] {
  return ['packages', 'modules', 'apps'].flatMap((shelf) => {
    const start = join(root, shelf);
    const names = existsSync(start) ? readdirSync(start).toSorted() : [];
    return names.flatMap((name) => {
      const folder = `${shelf}/${name}`;
      const manifest = readJson<Manifest>(root, `${folder}/package.json`);
      return manifest === undefined ? [] : [{ folder, name: manifest.name ?? basename(folder), manifest }];
    });
  });
}

/** The modules that a module's package.json names, and those that these name in turn. */
export function lowerModules(root: string, module: string): string[] {
  const found = new Set<string>();
  const waiting = [module];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const lower of namedModules(root, next)) {
      if (lower === module || found.has(lower)) continue;
      found.add(lower);
      waiting.push(lower);
    }
  }
  return [...found].toSorted();
}

/** The other modules that a module's package.json names. */
export function namedModules(root: string, module: string): string[] {
  const manifest = readJson<Manifest>(root, `modules/${module}/package.json`);
  return Object.keys(manifest?.dependencies ?? {})
    .filter((name) => name.startsWith('@qantara/'))
    .map((name) => name.slice('@qantara/'.length))
    .filter((name) => existsSync(join(root, 'modules', name)));
}
