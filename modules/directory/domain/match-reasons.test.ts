import assert from 'node:assert/strict';
import test from 'node:test';
import type { OpeningHours } from '../contract/index.ts';
import { matchReasons, type Candidate, type Wanted } from './match-reasons.ts';
import { momentOf } from './search/open-times.ts';

const opening = (weekday: number, opensAt: string, closesAt: string): OpeningHours => ({
  locationId: null,
  weekday,
  nth: null,
  monthDay: null,
  every: 1,
  since: null,
  opensAt,
  closesAt,
  validFrom: null,
  validTo: null,
  isClosed: false,
  description: null,
});

const SERVICE: Candidate = {
  receivesReferrals: true,
  areaIds: ['town'],
  languages: ['fr'],
  minimumAge: 18,
  maximumAge: null,
  hasConditions: false,
  capacity: 'waiting_list',
  capacityDays: 3,
  places: [{ latitude: 36.8, longitude: 10.2 }],
  hours: [],
  getsWheelchairIn: false,
};

/** A Monday, and the week that begins with it. */
const at = (time: string): Wanted['at'] => ({
  now: momentOf('2026-11-23', time),
  week: ['23', '24', '25', '26', '27', '28', '29'].map((day) => momentOf(`2026-11-${day}`, null)),
});

const NOBODY: Wanted = {
  reaching: null,
  inside: [],
  point: null,
  language: null,
  age: null,
  wheelchair: false,
  at: at('12:00'),
};

function fitOf(criterion: string, service: Partial<Candidate>, wanted: Partial<Wanted> = {}) {
  const reasons = matchReasons({ ...SERVICE, ...service }, { ...NOBODY, ...wanted });
  const reason = reasons.find((one) => one.criterion === criterion);
  return [reason?.fit, reason?.values];
}

test('of somebody of whom nothing is known nothing is judged: it is to be asked', () => {
  const reasons = matchReasons(SERVICE, NOBODY);
  const asked = reasons.filter(({ criterion }) => ['area', 'age', 'language', 'distance'].includes(criterion));
  assert.ok(asked.every(({ fit }) => fit === 'unknown'));
  assert.equal(asked.length, 4);
});

test('limits of age hold at both ends, and are said', () => {
  assert.deepEqual(fitOf('age', {}, { age: 18 })[0], 'fits');
  assert.deepEqual(fitOf('age', {}, { age: 17 }), ['does_not_fit', { from: 18, to: 'none', limits: 'some' }]);
});

test('a service is open now, opens on a day that is named, or not this week; what closed this morning is not to come', () => {
  const hours = [opening(1, '09:00', '11:00'), opening(3, '09:00', '11:00')];
  assert.equal(fitOf('open', { hours }, { at: at('10:00') })[0], 'fits');
  assert.deepEqual(fitOf('open', { hours }, { at: at('08:00') }), ['partly', { date: '2026-11-23' }]);
  assert.deepEqual(fitOf('open', { hours }, { at: at('12:00') }), ['partly', { date: '2026-11-25' }]);
  const monday = [opening(1, '09:00', '11:00')];
  assert.equal(fitOf('open', { hours: monday }, { at: at('12:00') })[0], 'does_not_fit');
  assert.equal(fitOf('open', {})[0], 'unknown');
});

test('distance is from the middle of where somebody lives to the nearest open place', () => {
  const point = { latitude: 36.8, longitude: 10.21 };
  assert.deepEqual(fitOf('distance', {}, { point }), ['fits', { km: 0.9 }]);
  assert.deepEqual(fitOf('distance', { places: [] }, { point }), ['unknown', { whom: 'service' }]);
  assert.equal(fitOf('distance', {}, { point: { latitude: 37.2, longitude: 10.2 } })[0], 'does_not_fit');
});

test('access is told only where it was asked for, and what is not said is to be asked', () => {
  assert.equal(fitOf('access', {})[0], undefined);
  assert.equal(fitOf('access', {}, { wheelchair: true })[0], 'unknown');
  assert.equal(fitOf('access', { getsWheelchairIn: true }, { wheelchair: true })[0], 'fits');
});
