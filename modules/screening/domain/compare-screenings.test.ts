import assert from 'node:assert/strict';
import test from 'node:test';
import type { Screening } from '../contract/index.ts';
import { compareScreenings } from './compare-screenings.ts';

function said(needs: Record<string, boolean | null>): Screening {
  const findings = Object.entries(needs).map(([needCode, hasNeed]) => ({
    needCode,
    hasNeed,
    wantsHelp: null,
    needName: { en: needCode },
  }));
  return { findings } as unknown as Screening;
}

test('asked again, what is new, gone, still there and was never there is told apart', () => {
  const before = said({ food: true, housing: false, work: true, safety: false });
  const now = said({ food: false, housing: true, work: true, safety: false });
  const changes = Object.fromEntries(compareScreenings(before, now).map(({ needCode, change }) => [needCode, change]));
  assert.deepEqual(changes, { food: 'gone', housing: 'new', work: 'still', safety: 'never' });
});

test('what was not asked or not said one of the two times is neither better nor worse', () => {
  const compared = compareScreenings(said({ food: null, work: true }), said({ food: true, debt: true }));
  assert.deepEqual(
    compared.map(({ needCode, change }) => [needCode, change]),
    [
      ['food', 'unknown'],
      ['work', 'unknown'],
      ['debt', 'unknown'],
    ],
  );
});
