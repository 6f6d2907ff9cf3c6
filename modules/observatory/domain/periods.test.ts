import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { Rhythm } from '../contract/index.ts';
import { lacksLanguages, lastOver, periodCode, readPeriod } from './index.ts';

test('a period is known by its code: a year, half of one, a quarter', () => {
  assert.deepEqual(readPeriod('2025'), { rhythm: 'year', startsOn: '2025-01-01', endsOn: '2026-01-01' });
  assert.deepEqual(readPeriod('2025-H2'), { rhythm: 'half_year', startsOn: '2025-07-01', endsOn: '2026-01-01' });
  assert.deepEqual(readPeriod('2025-Q3'), { rhythm: 'quarter', startsOn: '2025-07-01', endsOn: '2025-10-01' });
});

test('the last period that is over ends today at the latest, and the next one has not', () => {
  assert.equal(lastOver('quarter', '2026-01-01'), '2025-Q4');
  assert.equal(lastOver('half_year', '2026-06-30'), '2025-H2');
  assert.equal(lastOver('year', '2026-11-23'), '2025');
  const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.constantFrom(...Rhythm.options), day, (rhythm, at) => {
      const today = at.toISOString().slice(0, 10);
      const code = lastOver(rhythm, today);
      const period = readPeriod(code);
      assert.equal(period.rhythm, rhythm);
      assert.ok(period.endsOn <= today);
      assert.equal(periodCode(rhythm, period.startsOn), code);
      assert.ok(readPeriod(periodCode(rhythm, period.endsOn)).endsOn > today, 'what follows it is still running');
    }),
  );
});

test('what is said in one language and not in the others is found; what is not said at all is not', () => {
  const whole = { ar: 'كلام', fr: 'mots', en: 'words' };
  assert.equal(lacksLanguages({ words: { whole, blank: { ar: ' ', fr: '' } }, reason: whole }), false);
  assert.equal(lacksLanguages({ words: { whole, half: { fr: 'mots' } }, reason: null }), true);
  assert.equal(lacksLanguages({ words: { whole }, reason: { ar: 'كلام' } }), true);
});
