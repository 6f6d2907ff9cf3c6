import assert from 'node:assert/strict';
import test from 'node:test';
import { ANYONE, type Actor } from '@qantara/kernel';
import { mayWithPerson } from './policy.ts';

const navigator: Actor = {
  ...ANYONE,
  kind: 'account',
  organisationId: 'hub',
  permissions: new Set(['person:read', 'person:write', 'consent:record']),
};

test('a navigator opens the records that their own organisation looks after', () => {
  assert.equal(mayWithPerson(navigator, 'read', { stewardOrganisationId: 'hub' }), true);
});

test('another organisation’s person does not exist for us', () => {
  assert.equal(mayWithPerson(navigator, 'read', { stewardOrganisationId: 'clinic' }), false);
});

test('a request that nobody has taken is open to every navigator', () => {
  assert.equal(mayWithPerson(navigator, 'write', { stewardOrganisationId: null }), true);
});

test('nobody without an account opens anything', () => {
  assert.equal(mayWithPerson(ANYONE, 'read', { stewardOrganisationId: null }), false);
});
