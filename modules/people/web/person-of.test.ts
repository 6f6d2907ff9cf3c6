import assert from 'node:assert/strict';
import test from 'node:test';
import { FormValues } from '@qantara/ui';
import { personOf } from './person-of.ts';

test('an empty row for a contact is no contact, and what was not ticked is not safe', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['displayName', 'Amal'],
    ['contactPoints.0.kind', 'phone'],
    ['contactPoints.0.value', ' '],
    ['_flag', 'contactPoints.0.isSafe'],
    ['contactPoints.1.kind', 'email'],
    ['contactPoints.1.value', 'amal@example.org'],
    ['_flag', 'contactPoints.1.isSafe'],
  ] as const)
    form.append(name, value);
  const person = personOf(new FormValues(form));
  assert.equal(person.displayName, 'Amal');
  assert.deepEqual(person.contactPoints, [{ kind: 'email', value: 'amal@example.org', isSafe: false, note: null }]);
});
