import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '@qantara/kernel';
import fc from 'fast-check';
import { LicenceStep, type LicenceState } from '../contract/index.ts';
import { licenceStandingOf, licenceStepsFrom, takeLicence } from './licence.ts';

const PAPER = { number: 'A-12', issuedOn: '2026-01-10', validUntil: '2029-01-10', authority: 'The governor' };

/** The table of who follows whom, written out a second time. */
const DIAGRAM: Record<string, string[]> = {
  none: ['applied'],
  applied: ['provisional', 'granted', 'withdrawn'],
  provisional: ['granted', 'suspended', 'withdrawn'],
  granted: ['granted', 'suspended', 'withdrawn'],
  suspended: ['granted', 'withdrawn'],
  withdrawn: ['applied'],
};

test('no sequence of steps leaves the diagram', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LicenceStep.options), { maxLength: 30 }), (steps) => {
      let state: LicenceState | null = null;
      for (const step of steps) {
        const before: LicenceState | null = state;
        const isOffered = licenceStepsFrom(before).includes(step);
        try {
          state = takeLicence(before, step, PAPER);
        } catch (fault) {
          assert.ok(fault instanceof Refusal);
          assert.equal(isOffered, false, `${step} was offered`);
          continue;
        }
        assert.ok(isOffered, `${step} was not offered`);
        assert.ok(DIAGRAM[before ?? 'none']?.includes(state), `${before} → ${state}`);
      }
    }),
  );
});

test('a grant names its number, its days and who gave it', () => {
  const refused = (paper: Partial<typeof PAPER>): string[] => {
    try {
      takeLicence('applied', 'grant', { ...PAPER, ...paper });
    } catch (fault) {
      if (fault instanceof Refusal) return fault.fields.map(({ path, code }) => `${path} ${code}`);
    }
    return [];
  };
  assert.deepEqual(refused({}), []);
  assert.deepEqual(refused({ number: '', authority: '' }), ['number required', 'authority required']);
  assert.deepEqual(refused({ validUntil: '2026-01-10' }), ['validUntil not_after']);
});

test('a licence is good on its last day and expires the day after, without anybody doing anything', () => {
  const licence = { state: 'granted', validUntil: '2026-11-22' } as const;
  assert.equal(licenceStandingOf(licence, '2026-11-22'), 'granted');
  assert.equal(licenceStandingOf(licence, '2026-11-23'), 'expired');
  assert.equal(licenceStandingOf({ ...licence, state: 'suspended' }, '2026-11-23'), 'suspended');
});
