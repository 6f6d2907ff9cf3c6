import assert from 'node:assert/strict';
import test from 'node:test';
import { ANYONE, type Actor } from '@qantara/kernel';
import { sideOf } from './policy.ts';

const referral = { organisationId: 'food-bank', fromOrganisationId: 'hub' };

function anActor(organisationId: string, ...permissions: string[]): Actor {
  return { ...ANYONE, kind: 'account', organisationId, permissions: new Set(permissions) };
}

test('the organisation that was asked answers, the one that asked may cancel', () => {
  assert.equal(sideOf(anActor('food-bank', 'referral:answer'), referral), 'target');
  assert.equal(sideOf(anActor('hub', 'referral:send'), referral), 'requester');
});

test('another organisation’s referral does not exist for us', () => {
  assert.equal(sideOf(anActor('clinic', 'referral:answer', 'referral:send'), referral), null);
});

test('being in the right organisation without the right role opens nothing', () => {
  assert.equal(sideOf(anActor('food-bank', 'plan:read'), referral), null);
  assert.equal(sideOf(ANYONE, referral), null);
});
