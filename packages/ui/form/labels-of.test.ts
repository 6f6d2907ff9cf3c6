import assert from 'node:assert/strict';
import test from 'node:test';
import { labelAt, wordAt } from './labels-of.ts';

const WORDS: Record<string, string> = {
  'forms.field.text': 'Text',
  'forms.field.name': 'Name',
  'forms.field.path': 'Path',
};
const word = (path: string) => wordAt((key) => WORDS[key] ?? key, 'forms', path);

test('a field is called by its label, or by that of the nearest field around it', () => {
  assert.deepEqual(labelAt({ name: 'Name' }, 'name.ar'), { name: 'name', label: 'Name' });
  assert.equal(labelAt({ name: 'Name' }, 'note'), undefined);
});

test('a field whose label is hidden is called as its module calls it, and by no word that the module does not have', () => {
  assert.equal(word('name.ar'), 'Name');
  assert.equal(word('change.question.text.fr'), 'Text');
  assert.equal(word('path.0.on'), 'Path');
  assert.equal(word('note'), undefined);
});
