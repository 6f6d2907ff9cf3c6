import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEvidence } from './check-evidence.ts';
import { aTree } from './testing.ts';

const PAGE = 'docs/security/rules.md';
const TABLE = 'docs/security/asvs.md';

const row = (level: string, at: number): string => `| ${level}.1.${at} | ${level} | words | met | \`a/b.ts\` |`;
const rows = (level: string, count: number): string[] => Array.from({ length: count }, (_, at) => row(level, at));
const WHOLE = ['# ASVS 5.0', 'Met 253, partly 0, open 0, not applicable 0.', ...rows('1', 70), ...rows('2', 183)];

function faultsWith(files: Record<string, string>): string[] {
  const pages = Object.keys(files).filter((path) => path.endsWith('.md'));
  return checkEvidence(aTree({ 'a/b.ts': '', ...files }), pages).map(({ rule, detail }) => `${rule}: ${detail}`);
}

test('evidence that is there passes', () => {
  assert.deepEqual(
    faultsWith({ [PAGE]: 'See `a/b.ts`, `people.reach` and `node:crypto`.', [TABLE]: WHOLE.join('\n') }),
    [],
  );
});

test('evidence that is gone fails', () => {
  assert.deepEqual(faultsWith({ [PAGE]: 'See `a/gone.test.ts`.' }), ['evidence gone: a/gone.test.ts']);
});

test('a requirement that is missing, stands twice, has a state of its own or no reason fails, and so does a sum that is not true', () => {
  const broken = [...WHOLE.slice(0, -3), row('2', 0), '| 2.1.181 | 2 | words | nearly |  |'];
  assert.deepEqual(faultsWith({ [TABLE]: broken.join('\n') }), [
    'state unknown: 2.1.181 nearly',
    'evidence missing: 2.1.181',
    'requirement twice: 2.1.0',
    'requirement missing: level 2: 182 of 183',
    'sum not true: met: 253 of 251',
  ]);
});
