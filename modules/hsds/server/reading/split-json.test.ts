import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { outlineJson, splitJson, type JsonPiece } from './split-json.ts';

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('"', '\\', '\\"', '],[', '{"a":1}', 'خدمة', '\u0000'),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** A text in chunks with borders anywhere, even within an escape. */
function chunksOf(text: string, borders: number[]): string[] {
  const cuts = [...new Set(borders.map((border) => border % (text.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...cuts].map((start, at) => text.slice(start, cuts[at]));
}

const borders = fc.array(fc.nat(500), { maxLength: 40 });
const space = fc.constantFrom(undefined, 1, '\t');
const most = 1_000_000;
const valuesOf = (pieces: Iterable<JsonPiece>) => [...pieces].map(({ text }) => JSON.parse(text ?? '') as unknown);

test('the elements of a list are those of the whole, wherever its chunks end', () => {
  fc.assert(
    fc.property(fc.array(json, { maxLength: 6 }), borders, space, (list, cuts, indent) => {
      const text = JSON.stringify(list, null, indent);
      const pieces = [...splitJson(chunksOf(text, cuts), { most })];
      assert.deepEqual(valuesOf(pieces), JSON.parse(text));
      assert.deepEqual(
        pieces.map(({ at }) => at),
        list.map((_one, at) => at + 1),
      );
      assert.equal(outlineJson(chunksOf(text, cuts)).kind, 'list');
    }),
    { numRuns: 2000 },
  );
});

test('the lists of an object that are asked for are those of the whole, among whatever else it holds', () => {
  const key = fc.constantFrom('contents', 'services', 'other', 'a"b', 'x:y', '[', 'total');
  fc.assert(
    fc.property(fc.dictionary(key, json, { maxKeys: 6 }), borders, space, (object, cuts, indent) => {
      const text = JSON.stringify(object, null, indent);
      const whole = JSON.parse(text) as Record<string, unknown>;
      const asked = ['contents', 'services', 'a"b', '['].filter((name) => Array.isArray(whole[name]));
      const pieces = [...splitJson(chunksOf(text, cuts), { isAsked: (name) => asked.includes(name), most })];
      for (const name of asked) assert.deepEqual(valuesOf(pieces.filter(({ list }) => list === name)), whole[name]);
      assert.ok(pieces.every(({ list }) => list !== null && asked.includes(list)));
      const outline = outlineJson(chunksOf(text, cuts));
      const keys = Object.entries(whole).map(([name, value]) => [name, Array.isArray(value) ? 'list' : 'other']);
      assert.deepEqual([outline.kind, outline.hasMore, [...outline.keys]], ['object', false, keys]);
    }),
    { numRuns: 2000 },
  );
});

test('a document that was cut, or that has something wrong in it, never passes for a whole one', () => {
  fc.assert(
    fc.property(fc.array(json, { minLength: 1, maxLength: 4 }), borders, fc.nat(), (list, cuts, at) => {
      const text = JSON.stringify(list);
      const cut = text.slice(0, 1 + (at % (text.length - 1)));
      assert.throws(() => valuesOf(splitJson(chunksOf(cut, cuts), { most })));
      assert.throws(() => valuesOf(splitJson([...chunksOf(text, cuts), ' x'], { most })));
    }),
    { numRuns: 1000 },
  );
});

test('no text makes it fail, and it holds no more than one element', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'[ ] { } , : " \\ a 1'.split(' '), ' '), maxLength: 60 }),
      borders,
      (text, cuts) => {
        for (const piece of splitJson(chunksOf(text, cuts), { isAsked: () => true, most: 10 }))
          assert.ok((piece.text ?? '').length <= 11);
        outlineJson(chunksOf(text, cuts));
      },
    ),
    { numRuns: 3000 },
  );
  const long = [...splitJson([`["${'x'.repeat(50)}",`, '2]'], { most: 20 })];
  assert.deepEqual(
    long.map(({ text }) => text),
    [undefined, '2'],
  );
});
