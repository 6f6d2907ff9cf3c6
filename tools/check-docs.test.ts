import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocs } from './check-docs.ts';
import { aTree } from './testing.ts';

const MODULE_PAGE = '# People\n## What is this\n## Words\n## States\n## Who may\n## Depends on\n## Decisions\n';

const CLEAN = {
  'README.md': '# Qantara\nSee [the rules](ARCHITECTURE.md#the-modules) and [a page](https://example.org/x).\n',
  'ARCHITECTURE.md': '# Architecture\n## The modules\nOnly people.\n',
  'CONTRIBUTING.md': '# Contributing\n',
  'GLOSSARY.md': '| code | en | fr | ar |\n|---|---|---|---|\n| `person` | person | personne | شخص |\n',
  'modules/people/package.json': '{"name":"@qantara/people"}',
  'modules/people/README.md': MODULE_PAGE,
};

function faultsWith(files: Record<string, string>): string[] {
  return checkDocs(aTree({ ...CLEAN, ...files })).map(({ file, rule, detail }) => `${file}: ${rule} ${detail}`);
}

test('pages that lead somewhere pass', () => {
  assert.deepEqual(faultsWith({}), []);
});

test('a link to a page or a heading that is gone fails', () => {
  assert.deepEqual(faultsWith({ 'docs/a.md': '[x](b.md) [y](../README.md#nothing) `[z](no.md)`\n' }), [
    'docs/a.md: dead link b.md',
    'docs/a.md: dead anchor ../README.md#nothing',
  ]);
});

test('a module answers its six questions and stands on the map', () => {
  const faults = faultsWith({
    'modules/people/README.md': MODULE_PAGE.replace('## States\n', ''),
    'modules/aid/package.json': '{"name":"@qantara/aid"}',
  });
  assert.deepEqual(faults, [
    'modules/aid/README.md: page missing every module answers its six questions',
    'modules/people/README.md: heading missing States',
    'ARCHITECTURE.md: module not on the map aid',
  ]);
});

test('a page that nobody would read to its end fails', () => {
  assert.deepEqual(faultsWith({ 'CONTRIBUTING.md': 'line\n'.repeat(151) }), [
    'CONTRIBUTING.md: page size 151 lines of 150',
  ]);
});

test('every word of the glossary has its three languages', () => {
  const faults = faultsWith({ 'GLOSSARY.md': `${CLEAN['GLOSSARY.md']}| \`aid\` | aid | aide | aid |\n` });
  assert.deepEqual(faults, ['GLOSSARY.md: word missing `aid` in ar']);
});
