import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { shareSchemas } from './share-schemas.ts';

type Json = { [field: string]: unknown };

/** The document with every reference replaced by what it names. */
function spelt(node: unknown, schemas: Json): unknown {
  if (Array.isArray(node)) return node.map((one) => spelt(one, schemas));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref: ref } = node as Json;
  if (typeof ref === 'string') {
    const named = schemas[ref.replace('#/components/schemas/', '')];
    assert.ok(named !== undefined, ref);
    return spelt(named, schemas);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, spelt(value, schemas)]));
}

const schema = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b').map((letter) => ({ type: 'string', description: letter.repeat(200) })),
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(fc.constantFrom('id', 'name', 'of'), tie('value')),
    }),
    fc.record({ type: fc.constant('array'), items: tie('value') }),
  ),
})).value;

test('what is told once and referred to says the same as what was spelt out, and no schema is told twice', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('/a', '/b', '/c', '/d'), schema), (paths) => {
      const made = shareSchemas(paths as Json);
      assert.deepEqual(spelt(made.paths, made.schemas), JSON.parse(JSON.stringify(paths)));
      const texts = Object.values(made.schemas).map((one) => JSON.stringify(one));
      assert.equal(new Set(texts).size, texts.length);
    }),
    { numRuns: 500 },
  );
});

test('every reference of our own document names a schema that is there', () => {
  const file = new URL('../../../docs/api/openapi.json', import.meta.url);
  const { paths, components } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Json;
    components: { schemas: Json };
  };
  assert.ok(JSON.stringify(spelt(paths, components.schemas)).length > 100_000);
  for (const name of Object.keys(components.schemas)) assert.match(name, /^[\w.-]+$/);
});
