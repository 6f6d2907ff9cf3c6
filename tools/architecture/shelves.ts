import { isBuiltin } from 'node:module';

/** What one shelf may import, besides itself: shelves of its own room, shelves of lower modules, packages, libraries. */
export type ShelfRule = {
  own: string[];
  lower: string[];
  packages: string[];
  libraries: RegExp | 'any';
  node: boolean;
};

/** The dependency rule (ARCHITECTURE.md, "Who may import what"), as data. */
export const SHELVES: Record<string, ShelfRule> = {
  kernel: { own: [], lower: [], packages: [], libraries: /^(zod|@lingui\/.+)$/, node: false },
  ui: {
    own: [],
    lower: [],
    packages: ['kernel'],
    libraries:
      /^(react|react-dom|react-router|react-aria-components|@internationalized\/.+|d3-.+|dexie|uqr|zod|@fontsource.*)$/,
    node: false,
  },
  platform: { own: [], lower: [], packages: ['kernel'], libraries: 'any', node: true },
  contract: { own: [], lower: ['contract'], packages: ['kernel'], libraries: /^zod$/, node: false },
  domain: {
    own: ['contract'],
    lower: ['contract', 'domain'],
    packages: ['kernel'],
    libraries: /^(zod|yalps)$/,
    node: false,
  },
  server: {
    own: ['contract', 'domain'],
    lower: ['contract', 'domain', 'server'],
    packages: ['kernel', 'platform'],
    libraries: 'any',
    node: true,
  },
  web: {
    own: ['contract', 'domain'],
    lower: ['contract', 'domain', 'web'],
    packages: ['kernel', 'ui'],
    libraries: /^(react|react-router)$/,
    node: false,
  },
};

/** Libraries of the outside world that one place alone may know, so that one place changes when they do. */
const RESERVED: { libraries: RegExp; shelves: string[] }[] = [
  { libraries: /^(hono|@hono\/.+|pg|pg-boss|@electric-sql\/.+|prom-client)$/, shelves: ['platform'] },
  { libraries: /^kysely$/, shelves: ['platform', 'server'] },
  { libraries: /^(react|react-dom|react-router|react-aria.*|@react-.+)$/, shelves: ['ui', 'web'] },
];

/** What only tests need. */
const TEST_LIBRARIES =
  /^(fast-check|fake-indexeddb(\/.+)?|axe-core|@axe-core\/.+|playwright-core|autocannon|javascript-lp-solver)$/;

/** `react` of `react/jsx-runtime`, `@hono/node-server` of `@hono/node-server/serve-static`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Why this shelf may not import this library, or nothing where it may. */
export function libraryFault(shelf: string, specifier: string, isTest: boolean): string | undefined {
  const rule = SHELVES[shelf];
  if (rule === undefined) return undefined;
  if (isBuiltin(specifier)) return rule.node || isTest ? undefined : `${shelf} also runs in the browser`;
  const library = packageOf(specifier);
  if (TEST_LIBRARIES.test(library)) return isTest ? undefined : 'only tests may';
  return reservedFault(shelf, library) ?? allowedFault(rule, library);
}

function reservedFault(shelf: string, library: string): string | undefined {
  const reserved = RESERVED.find(({ libraries }) => libraries.test(library));
  return reserved === undefined || reserved.shelves.includes(shelf)
    ? undefined
    : `only ${reserved.shelves.join(', ')} may`;
}

function allowedFault({ libraries }: ShelfRule, library: string): string | undefined {
  return libraries === 'any' || libraries.test(library) ? undefined : 'this shelf may not';
}
