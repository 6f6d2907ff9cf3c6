import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '@qantara/kernel';
import fc from 'fast-check';
import { OutcomeCode, ReasonCode, ReferralStatus, ReferralStep, Side } from '../contract/index.ts';
import { isEnded, stepsFor, take, type Taken } from './lifecycle.ts';

/** SDOH Clinical Care 3.0.0, the diagram, written out a second time. */
const DIAGRAM: Record<string, string[]> = {
  draft: ['requested', 'entered-in-error'],
  requested: ['accepted', 'rejected', 'cancelled', 'entered-in-error'],
  accepted: ['in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  'in-progress': ['on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  'on-hold': ['in-progress', 'completed', 'failed', 'cancelled', 'entered-in-error'],
  rejected: ['entered-in-error'],
  completed: ['entered-in-error'],
  failed: ['entered-in-error'],
  cancelled: ['entered-in-error'],
  'entered-in-error': [],
};
const SET_BY: Record<string, string[]> = {
  requested: ['requester'],
  'entered-in-error': ['requester'],
  accepted: ['target'],
  rejected: ['target'],
  'in-progress': ['target'],
  'on-hold': ['target'],
  failed: ['target'],
  completed: ['target'],
  cancelled: ['requester', 'target'],
};

const aStep: fc.Arbitrary<Taken> = fc.record({
  step: fc.constantFrom(...ReferralStep.options),
  side: fc.constantFrom(...Side.options),
  reasonCode: fc.option(fc.constantFrom(...ReasonCode.options)),
  outcomeCode: fc.option(fc.constantFrom(...OutcomeCode.options)),
});

test('no sequence of steps by anyone leaves the official diagram', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
      let status: ReferralStatus = 'draft';
      for (const step of steps) {
        try {
          const next = take(status, step);
          assert.ok(DIAGRAM[status]?.includes(next), `${status} → ${next}`);
          assert.ok(SET_BY[next]?.includes(step.side), `${next} by ${step.side}`);
          status = next;
        } catch (fault) {
          assert.ok(fault instanceof Refusal);
        }
      }
    }),
  );
});

test('every arrow of the official diagram can be walked by the side that owns it', () => {
  for (const [from, targets] of Object.entries(DIAGRAM))
    for (const to of targets) {
      const walked = Side.options.flatMap((side) =>
        stepsFor(from as ReferralStatus, side).flatMap((step) =>
          [null, ...ReasonCode.options].flatMap((reasonCode) => {
            try {
              return [take(from as ReferralStatus, { step, side, reasonCode, outcomeCode: 'help_given' })];
            } catch {
              return [];
            }
          }),
        ),
      );
      assert.ok(walked.includes(to as ReferralStatus), `${from} → ${to}`);
    }
});

test('the person who is helped sets no status: their word is kept beside it', () => {
  for (const status of ReferralStatus.options) assert.deepEqual(stepsFor(status, 'person'), []);
});

test('what is ended stays ended, but for a record made in error', () => {
  for (const status of ReferralStatus.options.filter(isEnded))
    for (const side of Side.options) assert.ok(stepsFor(status, side).every((step) => step === 'void'));
});

test('a rejection, a hold, a failure and a cancellation say why', () => {
  const why = { side: 'target', reasonCode: null, outcomeCode: null } as const;
  assert.throws(() => take('requested', { step: 'reject', ...why }), { code: 'reason_needed' });
  assert.throws(() => take('accepted', { step: 'hold', ...why }), { code: 'reason_needed' });
  assert.throws(() => take('accepted', { step: 'hold', ...why, reasonCode: 'duplicate' }), {
    code: 'reason_does_not_fit',
  });
});

test('a completion says what was done', () => {
  const done = { step: 'complete', side: 'target', reasonCode: null, outcomeCode: null } as const;
  assert.throws(() => take('in-progress', done), { code: 'outcome_needed' });
});

test('a step that the page offers is one that the server takes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ReferralStatus.options), fc.constantFrom(...Side.options), (status, side) => {
      for (const step of stepsFor(status, side))
        assert.ok(
          [null, ...ReasonCode.options].some((reasonCode) => {
            try {
              take(status, { step, side, reasonCode, outcomeCode: 'help_given' });
              return true;
            } catch {
              return false;
            }
          }),
        );
    }),
  );
});
