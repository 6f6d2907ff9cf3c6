import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY_CODES, openingsOf, type Row } from '@qantara/directory/domain';
import fc from 'fast-check';
import type { HoursRow } from '../../contract/index.ts';
import { clockOf } from '../../contract/index.ts';
import { hoursFaults } from './hours-faults.ts';
import { overnightOf, rowOfSchedule, scheduleOfRow } from './hours-rows.ts';

const PLACE = '0199aaaa-0000-7000-8000-00000000000a';
const LINK = '0199aaaa-0000-7000-8000-00000000000b';
const places = { locationIds: new Set([PLACE]), ofLinks: new Map([[LINK, PLACE]]) };
const of = (standing?: Row<'schedule'>) => ({ standing, serviceId: 'service', freshId: 'fresh', places });

const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const note = maybe(fc.record({ ar: fc.constantFrom('عند الحاجة', 'بموعد') }));
const shared = {
  scheduleId: fc.constant(null),
  locationId: maybe(fc.constant(PLACE)),
  note,
  isRemoved: fc.constant(false),
};
const days = fc.subarray([...DAY_CODES], { minLength: 1 });
const openRow: fc.Arbitrary<HoursRow> = fc.record({
  ...shared,
  days,
  opensAt: clock,
  closesAt: clock,
  validFrom: maybe(day),
  validTo: maybe(day),
  isClosed: fc.constant(false),
});
const closedRow: fc.Arbitrary<HoursRow> = fc.record({
  ...shared,
  days: fc.constant([]),
  opensAt: fc.constant(null),
  closesAt: fc.constant(null),
  validFrom: day,
  validTo: maybe(day),
  isClosed: fc.constant(true),
});
const anyRow = fc.oneof(openRow, closedRow);

const anySchedule: fc.Arbitrary<Row<'schedule'>> = fc.record(
  {
    id: fc.constant('standing'),
    service_id: fc.constant('service'),
    location_id: fc.constantFrom(PLACE, null),
    service_at_location_id: fc.constantFrom(LINK, null),
    freq: fc.constantFrom('WEEKLY', 'MONTHLY', 'DAILY', null),
    interval: fc.constantFrom(1, 2, null),
    byday: fc.constantFrom('MO', 'TU,WE', '2MO', '-1FR', 'lundi', '', null),
    bymonthday: fc.constantFrom('15', null),
    byweekno: fc.constantFrom('1,3', null),
    count: fc.constantFrom(4, null),
    dtstart: maybe(day),
    valid_from: maybe(day),
    valid_to: maybe(day),
    until: maybe(day),
    opens_at: maybe(clock),
    closes_at: maybe(clock),
    description: fc.constantFrom({ en: 'By appointment' }, null),
    notes: fc.constantFrom({ en: 'closed' }, { fr: 'Sur place' }, null),
    attending_type: fc.constantFrom('in_person', null),
  },
  { requiredKeys: ['id', 'service_id'] },
);

test('a row that is written comes back as it was written', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const schedule = scheduleOfRow(row, of());
      assert.deepEqual(rowOfSchedule(schedule, places), { ...row, scheduleId: 'fresh' });
    }),
  );
});

test('a schedule that nobody touched stays as its source said it, to the letter', () => {
  fc.assert(
    fc.property(anySchedule, (schedule) => {
      const row = rowOfSchedule(schedule, places);
      if (row !== null) assert.equal(scheduleOfRow(row, of(schedule)), schedule);
    }),
  );
});

test('a row says of a schedule all that search and pages make of it', () => {
  const openings = (schedule: Row<'schedule'>) =>
    openingsOf({ schedule: [schedule], service_at_location: [{ id: LINK, location_id: PLACE }] }).map((one) => ({
      ...one,
      // Times and weeks of a closure say nothing.
      ...(one.is_closed ? { opens_at: null, closes_at: null, every: 1 } : {}),
      // The day from which every week counts is the later of two; search asks both.
      since:
        [one.since, one.valid_from]
          .filter((said) => said !== null)
          .toSorted()
          .at(-1) ?? null,
      valid_from: null,
    }));
  fc.assert(
    fc.property(anySchedule, (schedule) => {
      const row = rowOfSchedule(schedule, places);
      if (row === null) return;
      const anew = scheduleOfRow({ ...row, scheduleId: null }, { ...of(), freshId: 'standing' });
      assert.deepEqual(openings(anew), openings(schedule));
    }),
  );
});

test('changing one thing of a schedule leaves what the form has no field for', () => {
  const standing = {
    id: 's',
    service_id: 'service',
    byday: 'MO',
    opens_at: '09:00',
    closes_at: '12:00',
    attending_type: 'in_person',
    dtstart: '2026-01-05',
  };
  const row = rowOfSchedule(standing, places) ?? assert.fail();
  const changed = scheduleOfRow({ ...row, closesAt: '13:00' }, of(standing));
  assert.deepEqual(changed, { ...standing, freq: 'WEEKLY', closes_at: '13:00' });
});

test('rules that go by more than the days of a week have no row', () => {
  const hours = { id: 's', service_id: 'service', opens_at: '09:00', closes_at: '12:00' };
  for (const rule of [
    { byday: '2MO' },
    { byday: 'MO', interval: 2 },
    { byday: 'MO', byweekno: '1' },
    { bymonthday: '15' },
    { byday: 'MO', count: 3 },
    { byday: 'MO', location_id: 'elsewhere' },
  ])
    assert.equal(rowOfSchedule({ ...hours, ...rule }, places), null, JSON.stringify(rule));
});

const ROW: HoursRow = {
  scheduleId: null,
  days: ['MO'],
  opensAt: '09:00',
  closesAt: '12:00',
  locationId: null,
  validFrom: null,
  validTo: null,
  isClosed: false,
  note: null,
  isRemoved: false,
};

test('a fault is at its field, and blank rows have none', () => {
  const rows: HoursRow[] = [
    { ...ROW, days: [] },
    { ...ROW, opensAt: null },
    { ...ROW, validFrom: '2026-02-01', validTo: '2026-01-01' },
    { ...ROW, isClosed: true },
    { ...ROW, days: [], opensAt: null, closesAt: null, isClosed: true },
    { ...ROW, locationId: 'elsewhere' },
    { ...ROW, days: [], opensAt: null, closesAt: null, locationId: PLACE },
    { ...ROW, days: [], isRemoved: true },
  ];
  assert.deepEqual(
    hoursFaults(rows, places.locationIds).map(({ path, code }) => [path, code]),
    [
      ['rows.0.days', 'day_needed'],
      ['rows.1.opensAt', 'time_needed'],
      ['rows.2.validTo', 'to_before_from'],
      ['rows.3.isClosed', 'closed_with_hours'],
      ['rows.3.validFrom', 'dates_needed'],
      ['rows.4.validFrom', 'dates_needed'],
      ['rows.5.locationId', 'not_a_choice'],
    ],
  );
});

test('times are read as people write them, and what ends before it begins ends on the next day', () => {
  assert.deepEqual(['9', '9h30', '09.05', '٩:٣٠', '24:00', '8 h'].map(clockOf), [
    '09:00',
    '09:30',
    '09:05',
    '09:30',
    '00:00',
    '08:00',
  ]);
  assert.equal(clockOf('noon'), 'noon');
  assert.equal(overnightOf({ opensAt: '22:00', closesAt: '02:00' }), 'next_day');
  assert.equal(overnightOf({ opensAt: '00:00', closesAt: '00:00' }), 'whole_day');
  assert.equal(overnightOf(ROW), null);
});
