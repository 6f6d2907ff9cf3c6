import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Complaint } from '../reading/complaint.ts';
import { findCycles } from '../reading/cycles.ts';
import { isBuilder, isTestFile, placeOf, type Place } from '../reading/place.ts';
import { sourceOf, type Import } from '../reading/source.ts';
import { lowerModules, readJson, sourceFiles, type Manifest } from '../reading/tree.ts';
import { libraryFault, SHELVES } from './shelves.ts';

/** A file of ours that another imports: where it is, and whether it was entered by its room's own door. */
type Target = { place: Place; path: string | undefined; byName: boolean };

type Context = { root: string; from: Place; isTest: boolean };

/** Every import of every file against the table of shelves, and the rings that the imports make. */
export function checkImports(root: string): Complaint[] {
  const graph = new Map<string, string[]>();
  const files = sourceFiles(root).filter((path) => /\.tsx?$/.test(path));
  const complaints = files.flatMap((path) => {
    const { imports } = sourceOf(root, path);
    graph.set(
      path,
      imports.filter(({ dynamic }) => !dynamic).flatMap((entry) => pathOf(root, path, entry) ?? []),
    );
    return imports.flatMap((entry) => checkImport(root, path, entry));
  });
  return [...complaints, ...findCycles(graph).map(ring)];
}

function ring(cycle: string[]): Complaint {
  return { file: cycle[0] ?? '', rule: 'file cycle', detail: cycle.join(' → ') };
}

function pathOf(root: string, path: string, entry: Import): string | undefined {
  const target = targetOf(root, path, entry.specifier)?.path;
  return target === undefined || target === path || !existsSync(join(root, target)) ? undefined : target;
}

function targetOf(root: string, path: string, specifier: string): Target | undefined {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    return { place: placeOf(target), path: target, byName: false };
  }
  if (!specifier.startsWith('@qantara/')) return undefined;
  const [, name = '', ...rest] = specifier.split('/');
  const folder = ['packages', 'modules', 'apps']
    .map((kind) => `${kind}/${name}`)
    .find((at) => existsSync(join(root, at)));
  if (folder === undefined)
    return { place: placeOf(`modules/${name}/${rest.join('/')}`), path: undefined, byName: true };
  const door = readJson<Manifest>(root, `${folder}/package.json`)?.exports?.[['.', ...rest].join('/')];
  const target = typeof door === 'string' ? posix.join(folder, door) : undefined;
  return { place: placeOf(target ?? `${folder}/${rest.join('/')}`), path: target, byName: true };
}

function checkImport(root: string, path: string, { specifier, dynamic }: Import): Complaint[] {
  const from = placeOf(path);
  const context: Context = { root, from, isTest: isTestFile(path) };
  const target = targetOf(root, path, specifier);
  const fault =
    target === undefined
      ? libraryFault(from.shelf, specifier, context.isTest)
      : ourFault(context, target, { specifier, dynamic });
  return fault === undefined ? [] : [{ file: path, rule: 'import', detail: `${specifier}: ${fault}` }];
}

function ourFault(context: Context, target: Target, entry: Import): string | undefined {
  const { from, isTest } = context;
  const { place } = target;
  if (!isTest && isBuilder(target.path ?? '')) return 'only tests may import builders';
  if (from.kind === 'other') return from.name === 'tools' && place.kind === 'apps' ? 'nothing imports apps' : undefined;
  return place.room === from.room ? ownFault(from, place) : foreignFault(context, target, entry);
}

function foreignFault(context: Context, target: Target, entry: Import): string | undefined {
  const { place } = target;
  if (place.kind === 'other') return 'tools and journeys are not part of the product';
  if (place.kind === 'apps') return context.from.kind === 'apps' && entry.dynamic ? undefined : 'nothing imports apps';
  if (!target.byName) return `another room is entered by its name, @qantara/${place.name}`;
  return place.kind === 'packages' ? packageFault(context.from, place) : moduleFault(context, target, entry.specifier);
}

function ownFault(from: Place, place: Place): string | undefined {
  if (from.kind !== 'modules' || place.shelf === from.shelf || place.shelf === 'i18n') return undefined;
  const allowed = SHELVES[from.shelf]?.own ?? [];
  return allowed.includes(place.shelf) ? undefined : `${from.shelf} may not import its own ${place.shelf}`;
}

function packageFault(from: Place, place: Place): string | undefined {
  if (from.kind === 'apps') return undefined;
  const allowed = SHELVES[from.shelf]?.packages ?? [];
  return allowed.includes(place.name) ? undefined : `${from.shelf} may not import ${place.name}`;
}

// A module has one door a shelf, and one for the builders of its tests.
const DOORS = /^@qantara\/[a-z-]+\/(contract|domain|server|web|testing|i18n\/(ar|fr|en)\.json)$/;

function moduleFault({ root, from, isTest }: Context, { place }: Target, specifier: string): string | undefined {
  if (!DOORS.test(specifier)) return 'a module is entered only by the index of a shelf, @qantara/name/shelf';
  if (from.kind === 'packages') return 'packages know no module';
  if (from.kind === 'apps') return undefined;
  if (!lowerModules(root, from.name).includes(place.name)) return `${place.name} is not a lower module of ${from.name}`;
  if (specifier.endsWith('/testing')) return isTest ? undefined : 'only tests may import builders';
  const allowed = SHELVES[from.shelf]?.lower ?? [];
  return allowed.includes(place.shelf) ? undefined : `${from.shelf} may not import ${place.shelf} of another module`;
}
