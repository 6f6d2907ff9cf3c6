import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { organisationName } from '../stage/sample-names.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const SAID = {
  ar: { title: 'تأخر الأجوبة', wording: 'لا أحد يجيب بعد الظهر', tried: 'اتفقنا على رقم واحد', partner: 'مدينة قرطبة' },
  fr: {
    title: 'Réponses tardives',
    wording: 'Personne ne répond l’après-midi',
    tried: 'Un seul numéro',
    partner: 'Ville de Cordoue',
  },
} as const;

async function fillDay({ page }: Visitor, name: string): Promise<void> {
  for (const [part, value] of Object.entries({ year: '2026', month: '2', day: '3' }))
    await page.locator(`[name="${name}.${part}"]`).fill(value);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const said = SAID[locale];

    test('what does not go well between partners is raised, told on and solved, without script', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/partnership/issues/new');
      await lookAt(planner);
      await planner.page.locator('[name="kind"]').selectOption({ index: 1 });
      await planner.page.locator('[name="title"]').fill(said.title);
      await planner.page.locator('[name="wording"]').fill(said.wording);
      await fillDay(planner, 'raisedOn');
      await planner.press('partnership.save');
      assert.ok(await planner.page.locator('.field-error').first().isVisible(), 'between whom is asked for');
      assert.equal(await planner.page.locator('[name="wording"]').inputValue(), said.wording);
      await planner.mark(organisationName('foodbank', locale));
      await planner.press('partnership.save');
      assert.equal(await planner.heading(), said.title);
      await planner.page.locator('#word [name="words"]').fill(said.tried);
      await planner.page.locator('#word [name="state"][value="solved"]').check();
      await planner.press('partnership.save');
      assert.ok((await planner.content()).includes(said.tried));
      await planner.reads('partnership.issue_state.solved');
      await lookAt(planner);
      await planner.leave();
    });

    test('how ready partners are, with whom the region works beyond itself, and who is tied to whom', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/partnership/readiness');
      await lookAt(planner);
      await planner.page.locator('main table a').first().click();
      await planner.page.waitForLoadState();
      await planner.page.locator('#assessment [name="dimension"]').selectOption({ index: 1 });
      await planner.page.locator('#assessment [name="level"]').first().check();
      await planner.page.locator('#assessment [name="evidence"]').fill(said.tried);
      if ((await planner.page.locator('#assessment [name="assessedOn.year"]').count()) > 0)
        await fillDay(planner, 'assessedOn');
      await planner.page.locator('#assessment button[type="submit"]').last().click();
      await planner.page.waitForLoadState();
      assert.ok((await planner.content()).includes(said.tried));
      await lookAt(planner);

      await planner.open('/work/partnership/cooperations/new');
      await lookAt(planner);
      await planner.page.locator('[name="kind"]').selectOption({ index: 1 });
      await planner.page.locator('[name="partner"]').fill(said.partner);
      await planner.page.locator('[name="place"]').fill(said.partner);
      await planner.page.locator(`[name="subject.${locale}"]`).fill(said.title);
      await planner.page.locator('[name="organisationId"]').selectOption({ index: 1 });
      await fillDay(planner, 'startsOn');
      await planner.page.locator('[name="state"]').first().selectOption({ index: 1 });
      await planner.page.locator('main form button[type="submit"]').last().click();
      await planner.page.waitForLoadState();
      assert.ok((await planner.content()).includes(said.partner));

      await planner.open('/work/partnership');
      await lookAt(planner);
      const href = await planner.page.locator('a[href*="ties.csv"]').first().getAttribute('href');
      const csv = await planner.page.request.get(new URL(href ?? '', planner.page.url()).href);
      assert.equal(csv.status(), 200);
      assert.ok((await csv.text()).split('\n').length > 3, 'the map in words has lines');
      await planner.leave();
    });
  });
