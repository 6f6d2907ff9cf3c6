import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { answerReasons, FEWEST_ANSWERS } from './past-answers.ts';

const answers = fc.record({
  asked: fc.integer({ min: 0, max: 200 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  medianHours: fc.option(fc.double({ min: 0, max: 2000, noNaN: true })),
});

test('a few answers are never a rate, nor a number', () => {
  fc.assert(
    fc.property(answers, ({ asked, share, medianHours }) => {
      const known = { asked, accepted: Math.floor(asked * share), medianHours, chiefNo: 'at_capacity' };
      const reasons = answerReasons(known, 48);
      if (asked >= FEWEST_ANSWERS && medianHours !== null) return;
      assert.ok(reasons.every(({ fit }) => fit === 'unknown'));
      assert.equal(JSON.stringify(reasons).includes('accepted'), false);
    }),
  );
});

test('who says yes more often is never judged worse, and who answers sooner neither', () => {
  const rank = { does_not_fit: 0, unknown: 1, partly: 1, fits: 2 };
  fc.assert(
    fc.property(fc.integer({ min: 11, max: 99 }), fc.nat(98), fc.nat(400), (asked, yes, hours) => {
      const accepted = Math.min(yes, asked - 1);
      const of = (more: number, sooner: number) =>
        answerReasons({ asked, accepted: accepted + more, medianHours: hours + 1 - sooner, chiefNo: null }, 48);
      const [answered, inTime] = of(0, 0);
      const [better, earlier] = of(1, 1);
      assert.ok(answered && better && rank[better.fit] >= rank[answered.fit]);
      assert.ok(inTime && earlier && rank[earlier.fit] >= rank[inTime.fit]);
    }),
  );
});
