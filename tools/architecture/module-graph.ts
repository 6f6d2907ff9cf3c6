import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from '../reading/complaint.ts';
import { findCycles } from '../reading/cycles.ts';
import { sourceOf } from '../reading/source.ts';
import { filesUnder, namedModules, readJson, readText, workspaces, type Workspace } from '../reading/tree.ts';

/** The graph of the modules is what their package.json files say: all that is used, and nothing else. */
export function checkModuleGraph(root: string): Complaint[] {
  const all = workspaces(root);
  const graph = new Map(all.map(({ folder, name }) => [name, namesIn(root, folder)]));
  const cycles = findCycles(graph).map((cycle) => ({
    file: 'package.json',
    rule: 'module cycle',
    detail: cycle.join(' → '),
  }));
  return [...all.flatMap((workspace) => checkWorkspace(root, workspace)), ...checkLockfile(root, all), ...cycles];
}

function namesIn(root: string, folder: string): string[] {
  return namedModules(root, folder.replace('modules/', '')).map((name) => `@qantara/${name}`);
}

function checkWorkspace(root: string, { folder, name, manifest }: Workspace): Complaint[] {
  const file = `${folder}/package.json`;
  const named = Object.keys(manifest.dependencies ?? {}).filter((dependency) => dependency.startsWith('@qantara/'));
  const imported = importedNames(root, folder);
  imported.delete(name);
  const missing = [...imported].filter((dependency) => !named.includes(dependency));
  const idle = named.filter((dependency) => !imported.has(dependency) && isIdle(root, folder, dependency));
  return [
    ...nameFault(folder, name),
    ...missing.map((detail) => ({ file, rule: 'dependency not named', detail })),
    ...idle.map((detail) => ({ file, rule: 'dependency not used', detail })),
  ];
}

// A room is found by its folder's name. An app is never imported, so its name is its own business.
function nameFault(folder: string, name: string): Complaint[] {
  const [kind, room = ''] = folder.split('/');
  if (kind === 'apps' || name === `@qantara/${room}`) return [];
  return [{ file: `${folder}/package.json`, rule: 'package name', detail: `${name}, not @qantara/${room}` }];
}

function importedNames(root: string, folder: string): Set<string> {
  const sources = filesUnder(root, folder).filter((path) => /\.tsx?$/.test(path));
  const specifiers = sources.flatMap((path) => sourceOf(root, path).imports.map(({ specifier }) => specifier));
  return new Set(
    specifiers
      .filter((specifier) => specifier.startsWith('@qantara/'))
      .map((specifier) => specifier.split('/').slice(0, 2).join('/')),
  );
}

// A lower module may also be used in SQL alone: a foreign key to its table, or one of its published views.
function isIdle(root: string, folder: string, dependency: string): boolean {
  const lower = dependency.replace('@qantara/', '');
  if (!folder.startsWith('modules/') || !existsSync(join(root, 'modules', lower))) return false;
  const schema = folder.replace('modules/', '').replaceAll('-', '_');
  const migrations = filesUnder(root, 'db/migrations').filter((path) => new RegExp(`/\\d+_${schema}_`).test(path));
  const sources = filesUnder(root, `${folder}/server`).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.gen.ts'),
  );
  const lowerSchema = new RegExp(`\\b${lower.replaceAll('-', '_')}\\.[a-z_]+`);
  return ![...migrations, ...sources].some((path) => lowerSchema.test(readText(root, path)));
}

type Lockfile = { packages?: Record<string, unknown> };

// What a workspace depends on is pinned by the lockfile only when the lockfile holds the workspace.
function checkLockfile(root: string, all: Workspace[]): Complaint[] {
  const locked = readJson<Lockfile>(root, 'package-lock.json')?.packages;
  if (locked === undefined) return [];
  return all
    .filter(({ folder }) => locked[folder] === undefined)
    .map(({ folder }) => ({
      file: 'package-lock.json',
      rule: 'lockfile',
      detail: `${folder} is missing: npm install --package-lock-only`,
    }));
}
