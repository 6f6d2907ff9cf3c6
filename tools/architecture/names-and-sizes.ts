import { posix } from 'node:path';
import type { Complaint } from '../reading/complaint.ts';
import { isGenerated, placeOf } from '../reading/place.ts';
import { filesUnder, readText, sourceFiles } from '../reading/tree.ts';

const MOST_LINES = 300;
const MOST_ENTRIES = 30;
/** The folder of modules is the list of them, in ARCHITECTURE's order: it is read there and never scanned (decision 0026). */
const MOST_MODULES = 60;

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'types',
  'constants',
  'manager',
]);
const EMPTY_ENDINGS = /-(utils?|helpers?|manager|misc)$/;

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|gen|d|config|client|server))?\.(ts|mjs|css)$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*\.tsx$/;
/** Files whose names the framework or the layout of a shelf decides. */
const GIVEN_NAMES = /^(index|root|entry\.(client|server))\.tsx$/;

/** How files are called, where they stand, how long they are and how many lie side by side. */
export function checkNamesAndSizes(root: string): Complaint[] {
  const files = sourceFiles(root);
  return [...files.flatMap((path) => checkFile(root, path)), ...checkFolders(root)];
}

function checkFile(root: string, path: string): Complaint[] {
  const name = posix.basename(path);
  const stem = name.split('.')[0] ?? name;
  const lines = readText(root, path).trimEnd().split('\n').length;
  const wellNamed = name.endsWith('.tsx') ? PASCAL.test(name) || GIVEN_NAMES.test(name) : KEBAB.test(name);
  const folders = posix.dirname(path).split('/');
  const empty = [stem, ...folders].find((part) => EMPTY_NAMES.has(part) || EMPTY_ENDINGS.test(part));
  return [
    ...(wellNamed
      ? []
      : [{ file: path, rule: 'file name', detail: 'kebab-case.ts, or PascalCase.tsx for a component' }]),
    ...(empty === undefined
      ? []
      : [{ file: path, rule: 'file name', detail: `"${empty}" says nothing of what is inside` }]),
    ...(lines > MOST_LINES && !isGenerated(path)
      ? [{ file: path, rule: 'file size', detail: `${lines} lines of ${MOST_LINES}` }]
      : []),
    ...checkPlace(path),
  ];
}

function checkPlace(path: string): Complaint[] {
  const { shelf, kind } = placeOf(path);
  if (kind !== 'modules') return [];
  if (shelf === 'outside') return [{ file: path, rule: 'shelf', detail: 'contract, domain, server, web or i18n' }];
  if (path.endsWith('.tsx') && shelf !== 'web')
    return [{ file: path, rule: 'shelf', detail: 'components stand in web' }];
  if (shelf === 'i18n') return [{ file: path, rule: 'shelf', detail: 'i18n holds catalogues only' }];
  return [];
}

function checkFolders(root: string): Complaint[] {
  const entries = new Map<string, Set<string>>();
  for (const path of ['packages', 'modules', 'apps', 'tools', 'e2e'].flatMap((folder) => filesUnder(root, folder))) {
    const parts = path.split('/');
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      entries.set(folder, (entries.get(folder) ?? new Set()).add(parts[depth] ?? ''));
    }
  }
  const mostIn = (folder: string): number => (folder === 'modules' ? MOST_MODULES : MOST_ENTRIES);
  return [...entries]
    .filter(([folder, names]) => names.size > mostIn(folder))
    .map(([file, names]) => ({ file, rule: 'folder size', detail: `${names.size} entries of ${mostIn(file)}` }));
}
