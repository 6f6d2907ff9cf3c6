import assert from 'node:assert/strict';
import test from 'node:test';
import { ContactKind, ContactPoint } from '@qantara/people/contract';
import { contactWays, mayContactNow } from '@qantara/people/domain';
import fc from 'fast-check';
import type { NoticeChannel } from '../contract/index.ts';
import { safeWay } from './safe-way.ts';

const hours = fc.constantFrom(
  { safeFrom: null, safeUntil: null },
  { safeFrom: '09:00', safeUntil: '17:00' },
  { safeFrom: '22:00', safeUntil: '05:30' },
);
const aPoint = fc
  .record({
    kind: fc.constantFrom(...ContactKind.options),
    value: fc.constantFrom('+216 50 555 123', '50 555 124', 'amal@example.org', 'rue du Pont'),
    isSafe: fc.boolean(),
    isShared: fc.boolean(),
    mayLeaveMessage: fc.boolean(),
    isDisguised: fc.boolean(),
    hours,
  })
  .map(({ hours: safe, ...point }) => ContactPoint.parse({ ...point, ...safe }));
const aPerson = fc.record({
  mayContact: fc.boolean(),
  contactPoints: fc.array(aPoint, { maxLength: 4 }),
  noContactReason: fc.constant(null),
  noContactSince: fc.constant(null),
});
const moment = fc.record({
  at: fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  timeZone: fc.constantFrom('Africa/Tunis', 'Europe/Paris', 'America/Montreal'),
});
const open = fc
  .subarray<NoticeChannel>(['email', 'sms'])
  .map((channels): ReadonlySet<NoticeChannel> => new Set(channels));

const BY = { sms: 'text', email: 'email' } as const;

test('safe contact always wins: what is chosen is a way that the people’s own rule allows at that moment, and open', () => {
  fc.assert(
    fc.property(aPerson, moment, open, (person, now, ways) => {
      const chosen = safeWay(contactWays(person, now, ['text', 'email']), ways);
      if (!chosen.isSafe) return;
      assert.ok(person.mayContact && ways.has(chosen.channel));
      assert.ok(mayContactNow(person, BY[chosen.channel], now).isAllowed);
      // Every word about that number, whichever kind it was noted as: none of them says that it is unsafe.
      const same = person.contactPoints.filter(
        ({ kind, value }) => value === chosen.address && (chosen.channel === 'email') === (kind === 'email'),
      );
      const written = same.filter(({ kind }) => kind === 'phone' || kind === 'message' || kind === 'email');
      assert.ok(written.length > 0 && written.every(({ isSafe }) => isSafe));
      assert.ok(written.every(({ isShared, mayLeaveMessage }) => !isShared || mayLeaveMessage));
      if (written.some(({ isDisguised }) => isDisguised)) assert.ok(chosen.isDisguised);
      // Whoever may not be seen to have contact gets no letter that shows whom it is from.
      if (chosen.isDisguised) assert.equal(chosen.channel, 'sms');
    }),
    { numRuns: 2000 },
  );
});

test('whoever is not to be contacted is never written to', () => {
  fc.assert(
    fc.property(aPerson, moment, open, (person, now, ways) => {
      const contact = contactWays({ ...person, mayContact: false }, now, ['text', 'email']);
      assert.deepEqual(safeWay(contact, ways), { isSafe: false, why: 'do_not_contact' });
    }),
  );
});

test('only the hour makes it wait; an unsafe way is not waited for', () => {
  fc.assert(
    fc.property(aPerson, moment, open, (person, now, ways) => {
      const chosen = safeWay(contactWays({ ...person, mayContact: true }, now, ['text', 'email']), ways);
      if (chosen.isSafe || chosen.why !== 'outside_hours') return;
      assert.ok(person.contactPoints.some(({ isSafe, safeFrom }) => isSafe && safeFrom !== null));
    }),
  );
});
