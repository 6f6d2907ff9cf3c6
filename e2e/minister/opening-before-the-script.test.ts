import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const LATE_MS = 3000;

/** The page of regions as it stands before its script has come, and when it has. */
async function openBeforeTheScript(minister: Visitor) {
  const { page, t } = minister;
  await signIn(minister, 'admin@sabil.example');
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, LATE_MS);
    });
    await route.continue();
  });
  await page.goto(`${region.address()}/${minister.locale}/work/ministry/regions`, { waitUntil: 'commit' });
  const label = { hasText: t('ministry.regions.withdraw') };
  return {
    button: page.locator('summary', label).first(),
    reason: page.locator('[name=reason]:visible'),
    // The other regions ask in a dialog then.
    script: () => page.locator('button[type=button]', label).first().waitFor(),
  };
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('what somebody opens and types before the script has come stays once it has', async () => {
      const minister = await region.visitor({ locale });
      const { button, reason, script } = await openBeforeTheScript(minister);
      await button.click();
      await reason.fill('Stolen');
      await script();
      assert.equal(await reason.inputValue(), 'Stolen');
      await minister.leave();
    });

    test('what somebody is pressing as the script comes opens', async () => {
      const minister = await region.visitor({ locale });
      const { button, reason, script } = await openBeforeTheScript(minister);
      await button.hover();
      await minister.page.mouse.down();
      await script();
      await minister.page.mouse.up();
      await reason.waitFor();
      await minister.leave();
    });
  });
