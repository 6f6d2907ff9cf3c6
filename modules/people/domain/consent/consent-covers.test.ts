import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { DataCategory, type Consent } from '../../contract/index.ts';
import { consentCovers, findCover, type Sharing } from './consent-covers.ts';

const CATEGORIES = DataCategory.options;
const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
const aConsent = fc.record({
  consentId: fc.constant('c'),
  personId: fc.constant('p'),
  purpose: fc.constantFrom('referral', 'follow_up'),
  categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
  recipients: fc.subarray(['food', 'housing', 'law'], { minLength: 1 }),
  startsAt: moment.map((date) => date.toISOString()),
  endsAt: moment.map((date) => date.toISOString()),
  direction: fc.constant('both'),
  givenHow: fc.constant('spoken'),
  locale: fc.constant('ar'),
  withdrawnAt: fc.option(moment.map((date) => date.toISOString())),
}) as fc.Arbitrary<unknown> as fc.Arbitrary<Consent>;
const aSharing: fc.Arbitrary<Sharing> = fc.record({
  purpose: fc.constantFrom('referral', 'follow_up'),
  recipient: fc.constantFrom('food', 'housing', 'law', 'police'),
  categories: fc.subarray([...CATEGORIES], { minLength: 1 }),
  at: moment,
});

test('nothing passes under a consent that was withdrawn', () => {
  fc.assert(
    fc.property(aConsent, aSharing, (consent, sharing) => {
      assert.equal(consentCovers({ ...consent, withdrawnAt: '2025-01-01T00:00:00.000Z' }, sharing), false);
    }),
  );
});

test('what a consent allows it allows by name, for its purpose, within its time, for its data and no other', () => {
  fc.assert(
    fc.property(aConsent, aSharing, (consent, sharing) => {
      if (!consentCovers(consent, sharing)) return;
      assert.ok(consent.recipients.includes(sharing.recipient));
      assert.equal(consent.purpose, sharing.purpose);
      assert.ok(consent.startsAt <= sharing.at.toISOString() && sharing.at.toISOString() < consent.endsAt);
      for (const category of sharing.categories) assert.ok(consent.categories.includes(category));
    }),
  );
});

test('sharing less than a consent allows is allowed too', () => {
  fc.assert(
    fc.property(aConsent, aSharing, (consent, sharing) => {
      const less = { ...sharing, categories: sharing.categories.slice(1) };
      assert.ok(!consentCovers(consent, sharing) || consentCovers(consent, less));
    }),
  );
});

test('two consents, one for the data and one for the partner, do not add up to a third', () => {
  const base = {
    purpose: 'referral',
    startsAt: '2026-01-01T00:00:00.000Z',
    endsAt: '2026-12-31T00:00:00.000Z',
    withdrawnAt: null,
  };
  const consents = [
    { ...base, recipients: ['food'], categories: ['identity'] },
    { ...base, recipients: ['law'], categories: ['identity', 'note'] },
  ] as unknown as Consent[];
  const sharing: Sharing = { purpose: 'referral', recipient: 'food', categories: ['note'], at: new Date('2026-06-01') };
  assert.equal(findCover(consents, sharing), undefined);
});
