import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FormValues } from './form-values.ts';

function values(...fields: [string, string][]): FormValues {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return new FormValues(form);
}

test('dotted names nest, and numbered ones become a list', () => {
  const sent = values(['name.ar', 'سلمى'], ['name.fr', 'Salma'], ['phones.1.number', '2'], ['phones.0.number', '1']);
  assert.deepEqual(sent.toObject(), {
    name: { ar: 'سلمى', fr: 'Salma' },
    phones: [{ number: '1' }, { number: '2' }],
  });
});

test('a field left blank is not there', () => {
  assert.deepEqual(values(['note', '   '], ['commandId', 'x'], ['_form', 'ask']).toObject(), {});
});

test('a group of boxes is a list, also with one tick or none', () => {
  assert.deepEqual(values(['_list', 'times'], ['times[]', 'morning']).toObject(), { times: ['morning'] });
  assert.deepEqual(values(['_list', 'times']).toObject(), { times: [] });
});

test('a single box is true or false', () => {
  assert.deepEqual(values(['_flag', 'agree'], ['agree', 'true']).toObject(), { agree: true });
  assert.deepEqual(values(['_flag', 'agree']).toObject(), { agree: false });
});

test('a day is written as one, with Arabic digits too', () => {
  const sent = values(['_date', 'birth'], ['birth.day', '٧'], ['birth.month', '3'], ['birth.year', '1990']);
  assert.deepEqual(sent.toObject(), { birth: '1990-03-07' });
});

test('a day without a year stays wrong so that it is refused, and an empty one is not there', () => {
  assert.equal(values(['birth.day', '7'], ['birth.month', 'xx']).date('birth'), '0000-xx-07');
  assert.equal(values(['_date', 'birth'], ['birth.day', '']).date('birth'), undefined);
});

test('a number reads Arabic digits, a comma and spaces', () => {
  assert.equal(values(['people', '١٢']).number('people'), 12);
  assert.equal(values(['price', '1 250,5']).number('price'), 1250.5);
  assert.ok(Number.isNaN(values(['people', 'many']).number('people')));
});

test('a secret and our own fields do not go back into the form, the command does', () => {
  const sent = values(
    ['_secret', 'password'],
    ['password', 'x'],
    ['email', 'a@b.c'],
    ['commandId', '1'],
    ['intent', 'send'],
  );
  assert.deepEqual(sent.typed(), { email: 'a@b.c', commandId: '1' });
});

test('no name can reach the prototype', () => {
  values(['__proto__.polluted', 'yes']).toObject();
  assert.equal('polluted' in {}, false);
});

test('a name of a thousand dots is no field', () => {
  assert.deepEqual(values([`a${'.a'.repeat(100_000)}`, 'yes'], ['b.c', 'yes']).toObject(), { b: { c: 'yes' } });
});
