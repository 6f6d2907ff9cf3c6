import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { endOfQuiet, isQuiet } from './quiet-hours.ts';

const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const hours = fc.tuple(hour, hour).filter(([from, until]) => from !== until);
const zone = fc.constantFrom(
  'Africa/Tunis',
  'Africa/Casablanca',
  'Europe/Paris',
  'America/Montreal',
  'UTC',
  'Asia/Kolkata',
);
const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

/** What the clock on the wall says, by another way than the rule's. */
const clock = (at: Date, timeZone: string): string => at.toLocaleTimeString('sv-SE', { timeZone }).slice(0, 5);

test('quiet is what lies between the hours on the wall, across midnight too', () => {
  fc.assert(
    fc.property(hours, zone, moment, ([from, until], timeZone, at) => {
      const now = clock(at, timeZone);
      const expected = from < until ? from <= now && now < until : from <= now || now < until;
      assert.equal(isQuiet({ from, until }, at, timeZone), expected);
    }),
  );
});

test('it ends at the first minute that is not quiet, in every zone and on every night', () => {
  fc.assert(
    fc.property(hours, zone, moment, ([from, until], timeZone, at) => {
      const end = endOfQuiet({ from, until }, at, timeZone);
      assert.ok(end >= at && !isQuiet({ from, until }, end, timeZone));
      if (end > at) assert.ok(isQuiet({ from, until }, new Date(end.getTime() - 60_000), timeZone));
    }),
    { numRuns: 60 },
  );
});

test('a night in which the clock goes forward or back ends when its clock says so', () => {
  const night = { from: '22:00', until: '07:00' };
  // Paris, 29 March 2026: two becomes three; 25 October 2026: three becomes two.
  assert.equal(
    endOfQuiet(night, new Date('2026-03-28T22:30:00Z'), 'Europe/Paris').toISOString(),
    '2026-03-29T05:00:00.000Z',
  );
  assert.equal(
    endOfQuiet(night, new Date('2026-10-24T21:30:00Z'), 'Europe/Paris').toISOString(),
    '2026-10-25T06:00:00.000Z',
  );
  // Hours that the clock jumps over have no first minute: it is quiet from three, and to half past.
  const jumped = { from: '02:15', until: '03:30' };
  assert.equal(
    endOfQuiet(jumped, new Date('2026-03-29T01:05:00Z'), 'Europe/Paris').toISOString(),
    '2026-03-29T01:30:00.000Z',
  );
});

test('where it is not quiet nothing waits', () => {
  const at = new Date('2026-11-22T12:00:30Z');
  assert.equal(endOfQuiet({ from: '22:00', until: '07:00' }, at, 'UTC'), at);
});
