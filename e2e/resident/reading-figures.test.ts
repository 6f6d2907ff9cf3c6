import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

describe('anyone reads how a figure went over the years, without script', () => {
  for (const locale of JOURNEY_LOCALES)
    test(locale, async () => {
      const anyone = await region.visitor({ locale, script: false });
      await anyone.open('/plan/indicators/emergency_visits_rate');
      await anyone.reads('indicators.years.title');
      const section = anyone.page.locator('section[aria-labelledby="years"]');
      const said = (await section.locator('p').first().textContent()) ?? '';
      const rows = await section.locator('tbody tr').allTextContents();
      assert.ok(rows.length >= 3, 'the same years as a table');
      const [first = '', last = ''] = [rows[0], rows.at(-1)].map((row) => (row ?? '').slice(0, 4));
      assert.ok(said.includes(first) && said.includes(last), `the sentence names the first and the last year: ${said}`);
      await lookAt(anyone);
      await anyone.leave();
    });
});
