import assert from 'node:assert/strict';
import test from 'node:test';
import { personOf } from './person-of.ts';

test('an empty row for a contact is no contact, and what was not ticked is not safe', () => {
  const typed = {
    displayName: 'Amal',
    contactPoints: [
      { kind: 'phone', isSafe: false },
      { kind: 'email', value: 'amal@example.org', isSafe: false },
    ],
  };
  const person = personOf({ toObject: () => typed });
  assert.equal(person.displayName, 'Amal');
  assert.deepEqual(person.contactPoints, [{ kind: 'email', value: 'amal@example.org', isSafe: false, note: null }]);
});
