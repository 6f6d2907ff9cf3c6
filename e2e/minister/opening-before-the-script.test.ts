import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const LATE_MS = 3000;

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('what somebody opens and types before the script has come stays once it has', async () => {
      const minister = await region.visitor({ locale });
      await signIn(minister, 'admin@sabil.example');
      await minister.page.route('**/*.js', async (route) => {
        await new Promise((resolve) => {
          setTimeout(resolve, LATE_MS);
        });
        await route.continue();
      });
      await minister.page.goto(`${region.address()}/${locale}/work/ministry/regions`, { waitUntil: 'commit' });
      const label = { hasText: minister.t('ministry.regions.withdraw') };
      await minister.page.locator('summary', label).first().click();
      const reason = minister.page.locator('[name=reason]:visible');
      await reason.fill('Stolen');
      await minister.page.locator('button[type=button]', label).first().waitFor();
      assert.equal(await reason.inputValue(), 'Stolen');
      await minister.leave();
    });
  });
