import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { InspectionOutcome, LicenceState, Severity } from '../contract/index.ts';
import { complianceOf, type ComplianceFacts } from './compliance.ts';

const TODAY = '2026-11-22';
const GOOD: ComplianceFacts = {
  licence: { state: 'granted', validUntil: '2028-01-01' },
  inspections: [{ doneOn: '2026-06-01', outcome: 'satisfactory' }],
  shortcomings: [],
  inspectionMonths: 12,
};
const SMALL = { severity: 'minor', state: 'open', dueOn: '2027-01-01' } as const;

function reasonWith(changed: Partial<ComplianceFacts>): string {
  const { status, reason } = complianceOf({ ...GOOD, ...changed }, TODAY);
  return `${status}: ${reason}`;
}

test('each rule alone decides', () => {
  assert.equal(reasonWith({}), 'compliant: all_in_order');
  assert.equal(reasonWith({ licence: { state: null, validUntil: null } }), 'not_compliant: no_licence');
  assert.equal(reasonWith({ licence: { state: 'suspended', validUntil: null } }), 'not_compliant: licence_stopped');
  assert.equal(
    reasonWith({ licence: { state: 'granted', validUntil: '2026-11-21' } }),
    'not_compliant: licence_expired',
  );
  assert.equal(reasonWith({ shortcomings: [SMALL] }), 'conditions: shortcomings_open');
  assert.equal(reasonWith({ shortcomings: [{ ...SMALL, dueOn: '2026-11-21' }] }), 'not_compliant: deadline_passed');
  assert.equal(reasonWith({ shortcomings: [{ ...SMALL, severity: 'critical' }] }), 'not_compliant: critical_open');
  assert.equal(
    reasonWith({ licence: { state: 'provisional', validUntil: '2027-01-01' } }),
    'conditions: licence_provisional',
  );
});

test('an institution never inspected, or not within its cadence, is unknown', () => {
  assert.equal(reasonWith({ inspections: [] }), 'unknown: never_inspected');
  assert.equal(
    reasonWith({ inspections: [{ doneOn: '2025-11-21', outcome: 'satisfactory' }] }),
    'unknown: inspection_too_old',
  );
  assert.equal(
    reasonWith({ inspections: [{ doneOn: '2025-11-22', outcome: 'satisfactory' }] }),
    'compliant: all_in_order',
  );
});

test('what is said to be corrected counts as open until it is verified, but its deadline no longer runs', () => {
  const corrected = { ...SMALL, state: 'corrected', dueOn: '2026-01-01' } as const;
  assert.equal(reasonWith({ shortcomings: [corrected] }), 'conditions: shortcomings_open');
  assert.equal(reasonWith({ shortcomings: [{ ...corrected, state: 'verified' }] }), 'compliant: all_in_order');
});

const aDay = fc
  .integer({ min: 0, max: 2000 })
  .map((days) => new Date(Date.UTC(2023, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
const someFacts: fc.Arbitrary<ComplianceFacts> = fc.record({
  licence: fc.record({ state: fc.option(fc.constantFrom(...LicenceState.options)), validUntil: fc.option(aDay) }),
  inspections: fc.array(fc.record({ doneOn: aDay, outcome: fc.constantFrom(...InspectionOutcome.options) })),
  shortcomings: fc.array(
    fc.record({
      severity: fc.constantFrom(...Severity.options),
      state: fc.constantFrom('open', 'corrected', 'verified'),
      dueOn: aDay,
    }),
  ),
  inspectionMonths: fc.integer({ min: 1, max: 36 }),
});

test('never compliant without a licence, a fresh inspection, and all settled', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { status, lastInspectedOn, nextInspectionDueOn } = complianceOf(facts, TODAY);
      if (status !== 'compliant') return;
      assert.equal(facts.licence.state, 'granted');
      assert.ok(lastInspectedOn !== null && nextInspectionDueOn !== null && nextInspectionDueOn >= TODAY);
      assert.ok(facts.shortcomings.every(({ state }) => state === 'verified'));
    }),
  );
});

test('one more open shortcoming never makes an institution look better', () => {
  const RANK = { not_compliant: 0, conditions: 1, unknown: 2, compliant: 3 };
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...Severity.options), aDay, (facts, severity, dueOn) => {
      const worse = { ...facts, shortcomings: [...facts.shortcomings, { severity, dueOn, state: 'open' as const }] };
      const before = complianceOf(facts, TODAY);
      const after = complianceOf(worse, TODAY);
      assert.ok(RANK[after.status] <= RANK[before.status], `${before.reason} → ${after.reason}`);
    }),
  );
});
