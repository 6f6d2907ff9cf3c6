import assert from 'node:assert/strict';
import test from 'node:test';
import { monthsAfter, daysBetween } from './days.ts';
import { deadlinesOf, type DeadlineFacts } from './deadlines.ts';
import { freePlacesOf } from './free-places.ts';
import { shortcomingStandingOf, shortcomingStepsFrom, takeShortcoming } from './shortcoming.ts';

const TODAY = '2026-11-22';
const FACTS: DeadlineFacts = {
  licence: { standing: 'granted', validUntil: '2027-03-01' },
  compliance: { nextInspectionDueOn: '2026-12-01' },
  registeredOn: '2025-01-01',
  shortcomings: [
    { shortcomingId: 'late', state: 'open', dueOn: '2026-11-01' },
    { shortcomingId: 'said', state: 'corrected', dueOn: '2026-10-01' },
  ],
  planned: [],
};

test('what comes due stands soonest first, the overdue before all, and what was corrected no more', () => {
  assert.deepEqual(
    deadlinesOf(FACTS, TODAY).map(({ kind, dueOn, isOverdue }) => `${kind} ${dueOn} ${isOverdue}`),
    ['shortcoming 2026-11-01 true', 'inspection_due 2026-12-01 false', 'licence_renewal 2027-03-01 false'],
  );
});

test('a planned inspection stands instead of the day by which one is due', () => {
  const planned = [{ inspectionId: 'x', plannedOn: '2026-11-30' }];
  const kinds = deadlinesOf({ ...FACTS, planned }, TODAY).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['shortcoming', 'inspection_planned', 'licence_renewal']);
});

test('an institution never inspected is due from the day it came into the register', () => {
  const due = deadlinesOf({ ...FACTS, compliance: { nextInspectionDueOn: null } }, TODAY);
  assert.equal(due.find(({ kind }) => kind === 'inspection_due')?.dueOn, '2025-01-01');
});

test('months are counted to the same day, or the last of a shorter month', () => {
  assert.equal(monthsAfter('2026-01-31', 1), '2026-02-28');
  assert.equal(monthsAfter('2026-11-22', 12), '2027-11-22');
  assert.equal(monthsAfter('2024-02-29', 12), '2025-02-28');
  assert.equal(daysBetween('2026-02-28', '2026-03-01'), 1);
});

test('a shortcoming is overdue the day after it was due, until it is said to be corrected', () => {
  assert.equal(shortcomingStandingOf({ state: 'open', dueOn: TODAY }, TODAY), 'open');
  assert.equal(shortcomingStandingOf({ state: 'open', dueOn: '2026-11-21' }, TODAY), 'overdue');
  assert.equal(shortcomingStandingOf({ state: 'corrected', dueOn: '2026-11-21' }, TODAY), 'corrected');
  assert.deepEqual(shortcomingStepsFrom('corrected'), ['verify', 'return']);
  assert.equal(takeShortcoming('corrected', 'return'), 'open');
});

test('free places are a word, and an old count is none', () => {
  const counted = { capacityApproved: 20, placesOccupied: 10, occupiedOn: '2026-11-01' };
  assert.equal(freePlacesOf(counted, TODAY), 'free');
  assert.equal(freePlacesOf({ ...counted, placesOccupied: 18 }, TODAY), 'few');
  assert.equal(freePlacesOf({ ...counted, placesOccupied: 25 }, TODAY), 'full');
  assert.equal(freePlacesOf({ ...counted, occupiedOn: '2026-08-01' }, TODAY), 'unknown');
  assert.equal(freePlacesOf({ ...counted, capacityApproved: null }, TODAY), 'unknown');
});
