import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkArchitecture } from './check-architecture.ts';
import { aTree } from './testing.ts';

const DOORS = { './contract': './contract/index.ts', './domain': './domain/index.ts', './server': './server/index.ts' };

function aPackage(name: string, dependencies: string[] = []): string {
  const named = Object.fromEntries(dependencies.map((dependency) => [`@qantara/${dependency}`, '0.1.0']));
  const doors = name === 'kernel' || name === 'platform' || name === 'ui' ? { '.': './index.ts' } : DOORS;
  return JSON.stringify({ name: `@qantara/${name}`, exports: doors, dependencies: named });
}

const CLEAN = {
  'packages/kernel/package.json': aPackage('kernel'),
  'packages/kernel/index.ts': `import { z } from 'zod';\nexport const Text = z.string();\n`,
  'packages/platform/package.json': aPackage('platform', ['kernel']),
  'packages/platform/index.ts': `import { Hono } from 'hono';\nimport { Text } from '@qantara/kernel';\nexport const app = [new Hono(), Text];\n`,
  'modules/people/package.json': aPackage('people', ['kernel']),
  'modules/people/contract/index.ts': `export { Person } from './person.ts';\n`,
  'modules/people/contract/person.ts': `import { Text } from '@qantara/kernel';\nexport const Person = Text;\n`,
  'modules/referrals/package.json': aPackage('referrals', ['people', 'platform']),
  'modules/referrals/contract/index.ts': `import type { Person } from '@qantara/people/contract';\nexport type Referral = typeof Person;\n`,
  'modules/referrals/server/index.ts': `import { app } from '@qantara/platform';\nimport type { Referral } from '../contract/index.ts';\nexport const send = (one: Referral) => [app, one];\n`,
  'modules/referrals/server/testing.ts': `export const aReferral = 1;\n`,
  'modules/referrals/server/send.test.ts': `import { test } from 'node:test';\nimport { aReferral } from './testing.ts';\ntest('sends', () => aReferral);\n`,
  'apps/server/package.json': aPackage('server', ['referrals']),
  'apps/server/main.ts': `import { send } from '@qantara/referrals/server';\nawait import('../web/build/server/index.js');\nsend('x');\n`,
  'apps/web/package.json': aPackage('web'),
};

/** What is complained of when these files are added to the clean tree. */
function faultsWith(files: Record<string, string>): string[] {
  return checkArchitecture(aTree({ ...CLEAN, ...files })).map(({ file, rule, detail }) => `${file} ${rule} ${detail}`);
}

function assertOnly(faults: string[], ...patterns: RegExp[]): void {
  assert.equal(faults.length, patterns.length, faults.join('\n'));
  for (const pattern of patterns)
    assert.ok(
      faults.some((fault) => pattern.test(fault)),
      `${pattern}\n${faults.join('\n')}`,
    );
}

test('a tree that keeps the rules passes', () => {
  assertOnly(faultsWith({}));
});

test('a domain does not know its own server, not even as a type', () => {
  const faults = faultsWith({
    'modules/referrals/domain/policy.ts': `import type { send } from '../server/index.ts';\nexport type S = typeof send;\n`,
  });
  assertOnly(faults, /domain\/policy\.ts import .*domain may not import its own server/);
});

test('a type written as import() counts as an import', () => {
  const faults = faultsWith({
    'modules/referrals/domain/policy.ts': `export type S = import('../server/index.ts').send;\n`,
  });
  assertOnly(faults, /domain may not import its own server/);
});

test('a page of one module does not know the server of another', () => {
  const faults = faultsWith({
    'modules/people/server/index.ts': `export const find = 1;\n`,
    'modules/referrals/web/InboxPage.tsx': `import { find } from '@qantara/people/server';\nexport const InboxPage = () => <p>{find}</p>;\n`,
  });
  assertOnly(faults, /web may not import server of another module/);
});

test('only the platform knows the web framework and the database driver', () => {
  const faults = faultsWith({
    'modules/referrals/server/accept.ts': `import { Hono } from 'hono';\nimport pg from 'pg';\nexport const accept = [Hono, pg];\n`,
    'packages/kernel/clock.ts': `import { hrtime } from 'node:process';\nexport const clock = hrtime;\n`,
  });
  assertOnly(faults, /hono: only platform may/, /pg: only platform may/, /kernel also runs in the browser/);
});

test('a library that a shelf has no use for is refused', () => {
  const faults = faultsWith({
    'modules/referrals/domain/rule.ts': `import { csv } from 'csv-parse';\nexport const rule = csv;\n`,
  });
  assertOnly(faults, /csv-parse: this shelf may not/);
});

test('a module enters another by the index of a shelf, never deep and never by a path', () => {
  const faults = faultsWith({
    'modules/referrals/domain/deep.ts': `import { Person } from '@qantara/people/contract/person.ts';\nexport const deep = Person;\n`,
    'modules/referrals/domain/near.ts': `import { Person } from '../../people/contract/person.ts';\nexport const near = Person;\n`,
  });
  assertOnly(faults, /deep\.ts .*only by the index of a shelf/, /near\.ts .*entered by its name/);
});

test('a module that is used is named in package.json, and one that is named is used', () => {
  const faults = faultsWith({
    'modules/people/contract/index.ts': `import type { Area } from '@qantara/territory/contract';\nexport type Person = Area;\n`,
    'modules/territory/package.json': aPackage('territory', ['solidarity']),
    'modules/territory/contract/index.ts': `export type Area = 1;\n`,
    'modules/solidarity/package.json': aPackage('solidarity'),
    'modules/people/contract/person.ts': `import { Text } from '@qantara/kernel';\nexport const Someone = Text;\n`,
  });
  assertOnly(
    faults,
    /people\/contract\/index\.ts import .*territory is not a lower module of people/,
    /modules\/people\/package\.json dependency not named @qantara\/territory/,
    /modules\/territory\/package\.json dependency not used @qantara\/solidarity/,
  );
});

test('a lower module that only the tables point to is used', () => {
  const faults = faultsWith({
    'modules/aid/package.json': aPackage('aid', ['people']),
    'db/migrations/0009_aid_requests.sql': 'create table aid.request (person_id uuid references people.person);',
  });
  assertOnly(faults);
});

test('two modules never need each other', () => {
  const faults = faultsWith({
    'modules/people/package.json': aPackage('people', ['kernel', 'referrals']),
    'modules/people/domain/index.ts': `import type { Referral } from '@qantara/referrals/contract';\nexport type R = Referral;\n`,
  });
  assertOnly(faults, /module cycle @qantara\/people → @qantara\/referrals → @qantara\/people/);
});

test('two files never need each other', () => {
  const faults = faultsWith({
    'packages/kernel/first.ts': `import { second } from './second.ts';\nexport const first = () => second;\n`,
    'packages/kernel/second.ts': `import type { first } from './first.ts';\nexport const second = (one: typeof first) => one;\n`,
  });
  assertOnly(
    faults,
    /file cycle packages\/kernel\/first\.ts → packages\/kernel\/second\.ts → packages\/kernel\/first\.ts/,
  );
});

test('nothing imports apps, and an app enters another only when it runs', () => {
  const faults = faultsWith({
    'modules/people/domain/person.ts': `import { x } from '../../../apps/server/main.ts';\nexport const person = x;\n`,
    'apps/server/pages.ts': `import { pages } from '../web/routes.ts';\nexport const all = pages;\n`,
  });
  assertOnly(faults, /person\.ts import .*nothing imports apps/, /pages\.ts import .*nothing imports apps/);
});

test('builders are for tests', () => {
  const faults = faultsWith({
    'modules/referrals/server/accept.ts': `import { aReferral } from './testing.ts';\nexport const accept = aReferral;\n`,
  });
  assertOnly(faults, /accept\.ts import .*only tests may import builders/);
});

test('what builds the region that the server is tested in is such a builder', () => {
  const faults = faultsWith({
    'modules/referrals/server/testing.ts': `export const aReferral = 1;\n`,
    'apps/server/matrix/region.ts': `import { aReferral } from '@qantara/referrals/testing';\nexport const region = aReferral;\n`,
    'apps/server/begin.ts': `import { region } from './matrix/region.ts';\nexport const begin = region;\n`,
  });
  assertOnly(faults, /begin\.ts import .*only tests may import builders/);
});

test('names say what is inside and are spelt one way', () => {
  const faults = faultsWith({
    'packages/kernel/utils.ts': 'export const a = 1;\n',
    'packages/kernel/fileName.ts': 'export const a = 1;\n',
    'packages/ui/text-field.tsx': 'export const a = 1;\n',
    'modules/people/server/date-helpers.ts': 'export const a = 1;\n',
  });
  assertOnly(
    faults,
    /"utils" says nothing/,
    /fileName\.ts file name/,
    /text-field\.tsx file name/,
    /"date-helpers" says nothing/,
  );
});

test('files stand on a shelf and components in web', () => {
  const faults = faultsWith({
    'modules/people/person.ts': 'export const a = 1;\n',
    'modules/people/domain/Person.tsx': 'export const a = 1;\n',
  });
  assertOnly(faults, /modules\/people\/person\.ts shelf/, /Person\.tsx shelf components stand in web/);
});

test('a file has 300 lines at most, unless it is generated, and a folder 30 entries', () => {
  const long = 'export const a = 1;\n'.repeat(301);
  const many = Object.fromEntries(
    Array.from({ length: 31 }, (_, n) => [`packages/ui/part-${n}.ts`, 'export const a = 1;\n']),
  );
  const faults = faultsWith({ ...many, 'packages/kernel/long.ts': long, 'modules/people/server/tables.gen.ts': long });
  assertOnly(faults, /long\.ts file size 301 lines of 300/, /packages\/ui folder size 31 entries of 30/);
});

test('the lockfile holds every workspace', () => {
  const faults = faultsWith({ 'package-lock.json': '{"packages":{}}', 'apps/cli/package.json': aPackage('cli') });
  assert.ok(
    faults.some((fault) => /package-lock\.json lockfile apps\/cli is missing/.test(fault)),
    faults.join('\n'),
  );
});

test('a query stands in a store or a view, however it is written', () => {
  const query = `import type { Kysely } from 'kysely';\nexport const all = (db: Kysely<object>) => db\n  .selectFrom('a').execute();\n`;
  const faults = faultsWith({
    'modules/referrals/server/find-all.ts': query,
    'modules/referrals/server/run.ts': `export const run = (query: { execute(): void }) => query.execute();\n`,
    'modules/referrals/server/typed.ts': 'export const two = sql<{ one: 1 }>`values (1)`;\n',
    'apps/server/count.ts': 'export const text = `\n  delete from a`;\n',
    'modules/referrals/server/referral-store.ts': query,
    'modules/referrals/server/all-view.ts': query,
    'modules/referrals/server/all.test.ts': query,
    'modules/referrals/server/testing/all.ts': query,
    'packages/platform/all.ts': query,
    'apps/server/sample/all.ts': 'export const text = `select 1`;\n',
    'modules/referrals/server/said.ts':
      '/** What `select` would read, and sql`this` too. */\nexport const said = 1; // db.selectFrom(a)\n',
  });
  assertOnly(faults, /find-all\.ts query/, /run\.ts query/, /typed\.ts query/, /count\.ts query/);
});
