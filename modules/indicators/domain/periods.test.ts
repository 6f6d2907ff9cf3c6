import { dayIn } from '@qantara/kernel';
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { endAfter, lastDayOf, periodOf, stepsOf, wholeYearOf } from './periods.ts';

test('a referral sent just after midnight in Tunis belongs to that day, not to the day in London', () => {
  assert.equal(dayIn('Africa/Tunis', new Date('2026-03-31T23:30:00Z')), '2026-04-01');
});

test('without a period, a figure covers the year to today, today included', () => {
  assert.deepEqual(periodOf({}, '2026-11-22'), { startsOn: '2025-11-23', endsOn: '2026-11-23' });
});

test('a period that ends before it begins is refused by name', () => {
  assert.throws(() => periodOf({ startsOn: '2026-02-01', endsOn: '2026-01-01' }, '2026-11-22'), {
    code: 'ends_before_it_starts',
  });
});

test('the steps of a period cover it without a gap', () => {
  const aDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(aDay, aDay, fc.constantFrom('month', 'quarter'), (a, b, by) => {
      const [startsOn = '', endsOn = ''] = [a, b].map((date) => date.toISOString().slice(0, 10)).toSorted();
      if (startsOn === endsOn) return;
      const steps = stepsOf({ startsOn, endsOn }, by);
      assert.ok((steps[0] ?? '9') <= startsOn && (steps.at(-1) ?? '0') < endsOn);
      assert.deepEqual(steps, [...new Set(steps)].toSorted());
    }),
  );
});

test('people name the last day; the period ends the day after, also over a leap day', () => {
  assert.equal(endAfter('2028-02-28'), '2028-02-29');
  assert.equal(lastDayOf({ endsOn: '2027-01-01' }), '2026-12-31');
});

test('a period is a year only from its first day to its last', () => {
  assert.equal(wholeYearOf({ startsOn: '2026-01-01', endsOn: '2027-01-01' }), 2026);
  assert.equal(wholeYearOf({ startsOn: '2026-01-01', endsOn: '2026-12-31' }), null);
});
