import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Channel, ContactKind, ContactPoint, type Person } from '../../contract/index.ts';
import { contactWays } from './contact-ways.ts';
import { mayContactNow, type Moment } from './may-contact-now.ts';
import { isInSafeHours } from './safe-hours.ts';

const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const hours = fc
  .tuple(hour, hour)
  .filter(([from, until]) => from !== until)
  .map(([safeFrom, safeUntil]) => ({ safeFrom, safeUntil }));
const aPoint: fc.Arbitrary<ContactPoint> = fc
  .record({
    kind: fc.constantFrom(...ContactKind.options),
    value: fc.constantFrom('+216 50 555 123', 'amal@example.org', 'rue du Pont'),
    isSafe: fc.boolean(),
    isShared: fc.boolean(),
    mayLeaveMessage: fc.boolean(),
    isDisguised: fc.boolean(),
    sayFirst: fc.option(fc.constant('Hello')),
    safeDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    hours: fc.option(hours),
  })
  .map(({ hours: safe, ...point }) => ContactPoint.parse({ ...point, ...safe }));
const aPerson: fc.Arbitrary<Pick<Person, 'mayContact' | 'contactPoints' | 'noContactReason' | 'noContactSince'>> =
  fc.record({
    mayContact: fc.boolean(),
    contactPoints: fc.array(aPoint, { maxLength: 4 }),
    noContactReason: fc.constant(null),
    noContactSince: fc.constant(null),
  });
const channel = fc.constantFrom(...Channel.options);
const ZONES = ['Africa/Tunis', 'UTC', 'Africa/Casablanca', 'America/Montreal', 'Asia/Kolkata'];
const moment: fc.Arbitrary<Moment> = fc.record({
  at: fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
  timeZone: fc.constantFrom(...ZONES),
});

/** The hours worked out apart: every safe minute of the week, written out. */
function safeMinutes(point: ContactPoint): Set<number> {
  const days = point.safeDays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : point.safeDays;
  const minute = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
  const from = point.safeFrom === null ? 0 : minute(point.safeFrom);
  const until = point.safeUntil === null ? 1440 : minute(point.safeUntil);
  const length = until > from ? until - from : until + 1440 - from;
  return new Set(
    days.flatMap((day) => Array.from({ length }, (_, index) => ((day - 1) * 1440 + from + index) % (7 * 1440))),
  );
}

function minuteOfWeek({ at, timeZone }: Moment): number {
  const text = at.toLocaleString('sv-SE', { timeZone });
  const local = new Date(`${text.replace(' ', 'T')}Z`);
  return ((local.getUTCDay() + 6) % 7) * 1440 + local.getUTCHours() * 60 + local.getUTCMinutes();
}

test('the hours are those that are written out minute by minute', () => {
  fc.assert(
    fc.property(aPoint, moment, (point, now) => {
      assert.equal(isInSafeHours(point, now.at, now.timeZone), safeMinutes(point).has(minuteOfWeek(now)));
    }),
    { numRuns: 300 },
  );
});

test('whoever said no is never contacted, by no channel, at no hour', () => {
  fc.assert(
    fc.property(aPerson, channel, moment, (person, by, now) => {
      const answer = mayContactNow({ ...person, mayContact: false }, by, now);
      assert.deepEqual(answer, { isAllowed: false, refused: 'do_not_contact' });
      for (const way of contactWays({ ...person, mayContact: false }, now).ways) assert.equal(way.link, null);
    }),
  );
});

test('who may be contacted is so by a safe way, in its hours, not in writing where others read, and with its words', () => {
  fc.assert(
    fc.property(aPerson, channel, moment, (person, by, now) => {
      const answer = mayContactNow(person, by, now);
      if (!answer.isAllowed) return;
      const { point, words } = answer;
      assert.ok(person.mayContact && person.contactPoints.includes(point) && point.isSafe);
      assert.ok(safeMinutes(point).has(minuteOfWeek(now)));
      assert.ok(by === 'call' || by === 'visit' || !point.isShared || point.mayLeaveMessage);
      assert.equal(words.sayFirst, point.sayFirst);
      assert.ok(words.isDisguised || !point.isDisguised);
    }),
  );
});

test('to say less never allows more: what is made unsafe, shared or narrower in its hours allows nothing new', () => {
  fc.assert(
    fc.property(aPoint, channel, moment, (point, by, now) => {
      const may = (one: ContactPoint) => mayContactNow({ mayContact: true, contactPoints: [one] }, by, now).isAllowed;
      assert.ok(!may({ ...point, isSafe: false }));
      assert.ok(may(point) || !may({ ...point, isShared: true, mayLeaveMessage: false }));
      assert.ok(may({ ...point, safeDays: [], safeFrom: null, safeUntil: null }) || !may(point));
    }),
  );
});

test('a link is there where contact is allowed and nowhere else; the page and the rule say the same', () => {
  fc.assert(
    fc.property(aPerson, channel, moment, (person, by, now) => {
      const { ways } = contactWays(person, now, [by]);
      for (const way of ways) assert.ok(way.refused === null || way.link === null);
      const isAllowed = ways.some(({ refused }) => refused === null);
      assert.equal(isAllowed, mayContactNow(person, by, now).isAllowed);
    }),
  );
});

test('of two words about one number the more protective holds', () => {
  fc.assert(
    fc.property(fc.tuple(aPoint, aPoint), channel, moment, ([one, second], by, now) => {
      const other = { ...second, kind: one.kind, value: one.value };
      const may = (...contactPoints: ContactPoint[]) =>
        mayContactNow({ mayContact: true, contactPoints }, by, now).isAllowed;
      assert.equal(may(one, other), may(one) && may(other));
      const guarded = { mayContact: true, contactPoints: [one], guards: [other] };
      assert.equal(mayContactNow(guarded, by, now).isAllowed, may(one, other), 'also where the other is not seen');
    }),
  );
});
