import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { TEMPLATES } from './templates.ts';

type Named = { code: string }[];
const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../db/seeds/sample/${name}.json`, import.meta.url), 'utf8')) as Named;

test('every template names measures that the sample region keeps, and no section twice', () => {
  const kept = new Set(sample('indicators').map(({ code }) => code));
  assert.ok(TEMPLATES.size >= 3);
  for (const { code, sections } of TEMPLATES.values()) {
    const codes = sections.map((section) => section.code);
    assert.equal(new Set(codes).size, codes.length, code);
    const named = sections.flatMap(({ contents }) =>
      contents.flatMap((one) => ('indicators' in one ? one.indicators : [])),
    );
    assert.deepEqual(
      named.filter((one) => !kept.has(one)),
      [],
      code,
    );
  }
});
