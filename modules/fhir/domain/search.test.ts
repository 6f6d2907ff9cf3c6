import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '@qantara/kernel';
import fc from 'fast-check';
import {
  codesAsked,
  cursorOf,
  filtersOf,
  idsAsked,
  isWithin,
  partsOfCursor,
  readSearch,
  type DateValue,
} from './search.ts';

const BASE = 'https://sabil.example/fhir';
const read = (sent: Record<string, string | string[]>) => readSearch('Task', sent, BASE);
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  return undefined;
};

test('what is repeated must all hold, what a comma parts may', () => {
  assert.deepEqual(codesAsked(read({ status: ['requested,accepted', 'accepted,failed'] }), 'status'), ['accepted']);
  const id = '0190a1b2-0000-7000-8000-000000000001';
  for (const said of [id, `Patient/${id}`, `${BASE}/Patient/${id}`])
    assert.deepEqual(idsAsked(read({ patient: said }), 'Patient', 'patient'), [id]);
  assert.deepEqual(idsAsked(read({ patient: `Group/${id}` }), 'Patient', 'patient'), []);
});

test('what is not understood is refused, never passed over', () => {
  for (const key of ['unknown', '__proto__', 'constructor', 'status:text', '_sort', '_revinclude', 'patient.name'])
    assert.equal(
      codeOf(() => read(Object.fromEntries([[key, 'x']]))),
      'search_unknown',
      key,
    );
  for (const [key, said] of [
    ['_lastUpdated', 'soon'],
    ['_lastUpdated', 'gt2026-13-41T99:00:00Z'],
    ['_count', '-1'],
    ['owner', 'a b'],
    ['status', ''],
  ] as const)
    assert.equal(
      codeOf(() => read({ [key]: said })),
      'search_unreadable',
      said,
    );
});

test('a date covers all of its moments, and prefixes are about both ends', () => {
  const value = (said: string): DateValue =>
    filtersOf(read({ _lastUpdated: said }), 'date', '_lastUpdated')[0]?.values[0] as DateValue;
  const noon = new Date('2026-11-22T12:00:00Z');
  for (const [said, isIn] of [
    ['2026-11-22', true],
    ['2026-11', true],
    ['2026', true],
    ['gt2026-11-22', false],
    ['ge2026-11-22', true],
    ['lt2026-11-22', false],
    ['le2026-11-22', true],
    ['ne2026-11-21', true],
    ['gt2026-11-22T11:59:59Z', true],
    ['2026-11-22T13:00:00+01:00', true],
  ] as const)
    assert.equal(isWithin(noon, value(said)), isIn, said);
});

test('a cursor comes back as it went, and what is none is refused', () => {
  fc.assert(fc.property(fc.array(fc.string()), (parts) => assert.deepEqual(partsOfCursor(cursorOf(parts)), parts)));
  for (const said of ['x', 'bnVsbA', 'eyJhIjoxfQ', 'WzFd'])
    assert.equal(
      codeOf(() => partsOfCursor(said)),
      'search_unreadable',
    );
});

test('whatever is asked is read or refused', () => {
  const value = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.oneof(fc.string(), fc.constantFrom('status', 'patient', '_lastUpdated', '_count', '_include')),
        value,
      ),
      (sent) => {
        codeOf(() => read(sent));
      },
    ),
  );
});
