import assert from 'node:assert/strict';
import test from 'node:test';
import type { Consent } from '@qantara/people/contract';
import { categoriesFor, partnersWithoutConsent } from './missing-consent.ts';

const consent = {
  purpose: 'referral',
  categories: ['identity', 'need'],
  recipients: ['food'],
  startsAt: '2026-01-01T00:00:00.000Z',
  endsAt: '2026-12-31T00:00:00.000Z',
  withdrawnAt: null,
} as unknown as Consent;
const at = new Date('2026-06-01');

test('each partner that no consent names is said once', () => {
  const categories = categoriesFor('');
  assert.deepEqual(
    partnersWithoutConsent({ consents: [consent], overrides: [] }, ['food', 'law', 'law'], { categories, at }),
    ['law'],
  );
});

test('a note needs a consent that covers it', () => {
  assert.deepEqual(
    partnersWithoutConsent({ consents: [consent], overrides: [] }, ['food'], {
      categories: categoriesFor('call first'),
      at,
    }),
    ['food'],
  );
});
