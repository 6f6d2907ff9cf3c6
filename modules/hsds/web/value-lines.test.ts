import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldParts, valueLines } from './value-lines.ts';

test('a text is a line in each of its languages, a list one for each of its parts', () => {
  assert.deepEqual(valueLines({ ar: 'خبز', fr: 'Pain' }), [
    { text: 'خبز', language: 'ar' },
    { text: 'Pain', language: 'fr' },
  ]);
  assert.deepEqual(valueLines([{ id: 'x', service_id: 'y', number: '71', description: { en: 'office' } }, null]), [
    { text: '71 · office', language: null },
  ]);
  assert.deepEqual(valueLines(null), []);
  assert.deepEqual(valueLines(0), [{ text: '0', language: null }]);
});

test('a field is told from its language', () => {
  assert.deepEqual(fieldParts('name.ar'), { field: 'name', language: 'ar' });
  assert.deepEqual(fieldParts('email'), { field: 'email', language: null });
});
