import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { findingsOfList, findingsOfQuestions, isUrgent } from './findings.ts';

const NEEDS = ['food', 'housing', 'safety', 'work'];

test('a need is not a wish for help: what is not wanted stays a need', () => {
  const findings = findingsOfList({ needs: ['food', 'work'], wants: ['food'] });
  assert.deepEqual(findings, [
    { needCode: 'food', hasNeed: true, wantsHelp: true },
    { needCode: 'work', hasNeed: true, wantsHelp: false },
  ]);
});

test('help cannot be wanted with what is not hard', () => {
  assert.throws(() => findingsOfList({ needs: ['food'], wants: ['work'] }), { code: 'want_without_need' });
  assert.throws(() => findingsOfQuestions({ needs: { food: 'no' }, wants: { food: 'yes' } }), {
    code: 'want_without_need',
  });
});

test('"prefer not to say" is neither a need nor the lack of one', () => {
  const [finding] = findingsOfQuestions({ needs: { food: 'prefer_not_to_say' }, wants: {} });
  assert.deepEqual(finding, { needCode: 'food', hasNeed: null, wantsHelp: null });
});

test('whatever is marked, nobody is said to want what they did not ask for', () => {
  fc.assert(
    fc.property(fc.subarray(NEEDS, { minLength: 1 }), fc.subarray(NEEDS), (needs, asked) => {
      const wants = asked.filter((want) => needs.includes(want));
      const wanted = findingsOfList({ needs, wants }).filter((finding) => finding.wantsHelp);
      assert.deepEqual(new Set(wanted.map((finding) => finding.needCode)), new Set(wants));
    }),
  );
});

test('wanting help to be safe is urgent; needing it without wanting it is the person’s own choice', () => {
  assert.equal(isUrgent(findingsOfList({ needs: ['safety'], wants: ['safety'] })), true);
  assert.equal(isUrgent(findingsOfList({ needs: ['safety', 'food'], wants: ['food'] })), false);
});
