/** Where a file stands: in which room (a package, module or app) and on which shelf of it. */
export type Place = { room: string; kind: 'packages' | 'modules' | 'apps' | 'other'; name: string; shelf: string };

const MODULE_SHELVES = new Set(['contract', 'domain', 'server', 'web', 'i18n']);

/** The place of a path; the shelf of a package is its own name, that of an app is `app`. */
export function placeOf(path: string): Place {
  const [kind = '', name = '', inner = ''] = path.split('/');
  if (kind === 'packages') return { room: `${kind}/${name}`, kind, name, shelf: name };
  if (kind === 'apps') return { room: `${kind}/${name}`, kind, name, shelf: 'app' };
  if (kind === 'modules') {
    return { room: `${kind}/${name}`, kind, name, shelf: MODULE_SHELVES.has(inner) ? inner : 'outside' };
  }
  return { room: kind, kind: 'other', name: kind, shelf: kind };
}

/** Builders of a module, and what the tests of the server have the whole region built by. */
const BUILDERS = /(^|\/)testing(\.ts$|\/)|^apps\/server\/(matrix|rule)\//;

/** What only tests may use. */
export function isBuilder(path: string): boolean {
  return BUILDERS.test(path);
}

/** Tests, and the builders that only tests may use. */
export function isTestFile(path: string): boolean {
  return isBuilder(path) || /\.test\.ts$|^e2e\/|^bench\//.test(path);
}

export function isGenerated(path: string): boolean {
  return path.endsWith('.gen.ts');
}
