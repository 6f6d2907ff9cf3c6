import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const TOLD = {
  ar: { script: true, name: 'جهة النخيل', reason: 'سُرق حاسوب المكتب' },
  fr: { script: false, name: 'Région des Plateaux', reason: 'L’ordinateur du bureau a été volé' },
};

async function withdrawSince({ page, t }: Visitor, year: string, reason: string): Promise<void> {
  const form = page.locator('form[id^="withdraw-"]:visible');
  await form.locator('[name=reason]').fill(reason);
  for (const [part, value] of Object.entries({ day: '1', month: '1', year }))
    await form.locator(`[name="since.${part}"]`).fill(value);
  const loaded = page.waitForEvent('load');
  await form.getByRole('button', { name: exactly(t('ministry.regions.withdraw')) }).click();
  await loaded;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { script, name, reason } = TOLD[locale];

    test('the key of a region that may be in other hands is withdrawn, with why and since when, and the roll-up says so', async () => {
      const minister = await region.visitor({ locale, script });
      await signIn(minister, 'admin@sabil.example');
      await minister.open('/work/ministry/regions');
      const heading = minister.page.getByRole('heading', { name, exact: true });
      const card = minister.page.locator('main section').filter({ has: heading });
      const ask = async () => card.getByText(minister.t('ministry.regions.withdraw'), { exact: true }).first().click();
      await ask();
      await lookAt(minister);
      await withdrawSince(minister, '2099', reason);
      await minister.page
        .getByText(minister.t('validation.since_later', { field: minister.t('ministry.field.since') }))
        .first()
        .waitFor();
      await lookAt(minister);
      await withdrawSince(minister, '2026', reason);
      await minister.reads('ministry.region_state.withdrawn');
      await card.getByText(reason).waitFor();
      await lookAt(minister);
      await minister.open('/work/ministry');
      await minister.reads('ministry.region_state.withdrawn');
      await minister.leave();
    });
  });
