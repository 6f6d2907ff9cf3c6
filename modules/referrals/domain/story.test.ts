import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { ReasonCode, ReferralStatus, ReferralStep, Side } from '../contract/index.ts';
import { reasonsFor, stepsFor, take } from './lifecycle.ts';
import { replay, type StoryEntry } from './story.ts';

const SIDES = Side.options;
const sent: StoryEntry = {
  step: 'send',
  side: 'requester',
  fromStatus: 'draft',
  toStatus: 'requested',
  reasonCode: null,
};

test('every story of steps that were taken replays to where it ended', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ side: fc.constantFrom(...SIDES), pick: fc.nat() }), { maxLength: 20 }),
      (moves) => {
        const story = [sent];
        let status: ReferralStatus = 'requested';
        for (const { side, pick } of moves) {
          const steps = stepsFor(status, side);
          const step = steps[pick % Math.max(1, steps.length)];
          if (step === undefined) continue;
          const reasonCode = reasonsFor(step)[0] ?? null;
          const toStatus = take(status, { step, side, reasonCode, outcomeCode: 'help_given' });
          story.push({ step, side, fromStatus: status, toStatus, reasonCode });
          status = toStatus;
        }
        assert.equal(replay(story).status, status);
      },
    ),
  );
});

test('a story that tells what nobody may do does not replay', () => {
  const anEntry: fc.Arbitrary<StoryEntry> = fc.record({
    step: fc.constantFrom(...ReferralStep.options, 'claim', 'offer', 'remind', 'moved', 'confirm', 'nothing'),
    side: fc.constantFrom(...SIDES),
    fromStatus: fc.constantFrom(...ReferralStatus.options),
    toStatus: fc.constantFrom(...ReferralStatus.options),
    reasonCode: fc.option(fc.constantFrom(...ReasonCode.options)),
  });
  fc.assert(
    fc.property(anEntry, (entry) => {
      const isStep = ReferralStep.safeParse(entry.step).success;
      try {
        const { status } = replay([sent, entry]);
        assert.equal(entry.fromStatus, 'requested');
        assert.equal(status, entry.toStatus);
        if (!isStep) assert.equal(entry.toStatus, 'requested', 'no mark changes a state');
        assert.notEqual(entry.step, 'moved');
        assert.notEqual(entry.step, 'offer');
        if (entry.step === 'claim') assert.equal(entry.side, 'target');
      } catch (fault) {
        if (fault instanceof assert.AssertionError) throw fault;
      }
    }),
    { numRuns: 2000 },
  );
});
