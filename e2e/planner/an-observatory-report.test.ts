import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Each language begins its own: a period that the sample has no report of. */
const YEARS = { ar: String(new Date().getUTCFullYear() - 2), fr: String(new Date().getUTCFullYear() - 3) } as const;
const WORDS = { ar: 'يعرف الناس أكثر', fr: 'Les gens savent mieux', en: 'People know more' };

async function start(planner: Visitor, period: string): Promise<void> {
  const form = planner.page.locator('#start-access');
  await form.locator('[name="period"]').fill(period);
  await planner.pressOf(form, planner.t('observatory.start'));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script writes a report, another colleague approves and publishes it, and everybody reads it', async () => {
      const year = YEARS[locale];
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/observatory');
      await lookAt(planner);
      await start(planner, '2099');
      assert.ok(await planner.page.locator('.field-error').first().isVisible(), 'a year that is not over');
      assert.equal(await planner.page.locator('#start-access [name="period"]').inputValue(), '2099');
      await start(planner, year);
      await planner.reads('observatory.state.draft');
      await lookAt(planner);
      const path = new URL(planner.page.url()).pathname.replace(/^\/(?:ar|fr)/, '');
      const form = planner.page.locator('#words-known');
      await form.locator(`[name="words.${locale}"]`).fill(WORDS[locale]);
      await planner.pressOf(form, planner.t('observatory.step.save'));
      assert.equal(
        await planner.page.locator('#steps button[value="approve"]').count(),
        0,
        'nobody approves their own',
      );

      const second = await region.visitor({ locale, script: false });
      await signIn(second, 'admin@sabil.example');
      await second.open(path);
      await second.press('observatory.step.approve');
      await second.reads('refusal.report_languages_missing');
      await lookAt(second);
      await planner.open(path);
      for (const [language, words] of Object.entries(WORDS))
        await form.locator(`[name="words.${language}"]`).fill(words);
      await planner.pressOf(form, planner.t('observatory.step.save'));
      await second.open(path);
      await second.press('observatory.step.approve');
      await second.reads('observatory.state.approved');
      await second.press('observatory.step.publish');
      await second.reads('observatory.read_public');
      await lookAt(second);

      const reader = await region.visitor({ locale, script: false });
      await reader.open('/observatory');
      await lookAt(reader);
      assert.equal(await reader.open(`/observatory/access/${year}`), 200);
      assert.ok((await reader.content()).includes(WORDS[locale]));
      await reader.reads('observatory.method');
      await lookAt(reader);
      for (const visitor of [reader, second, planner]) await visitor.leave();
    });

    test('a new edition gives its reason in three languages, to whoever approves it too, and is discarded where it was begun in error', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/observatory');
      const shelf = planner.page.locator('section[aria-labelledby="shelf-equality"]');
      await shelf.locator('li a').first().click();
      await planner.page
        .locator('details', { has: planner.page.locator('#edition') })
        .locator('summary')
        .click();
      await planner.page.locator(`#edition [name="reason.${locale}"]`).fill(WORDS[locale]);
      await planner.pressOf(planner.page.locator('#edition'), planner.t('observatory.step.edition'));
      assert.equal(await planner.page.locator(`#reason [name="reason.${locale}"]`).inputValue(), WORDS[locale]);
      for (const [language, words] of Object.entries(WORDS))
        await planner.page.locator(`#reason [name="reason.${language}"]`).fill(words);
      await planner.pressOf(planner.page.locator('#reason'), planner.t('observatory.step.save'));
      await lookAt(planner);
      const path = new URL(planner.page.url()).pathname.replace(/^\/(?:ar|fr)/, '');
      const second = await region.visitor({ locale, script: false });
      await signIn(second, 'admin@sabil.example');
      await second.open(path);
      assert.equal(await second.page.locator(`#reason [name="reason.fr"]`).inputValue(), WORDS.fr);
      await second.leave();
      await planner.page
        .locator('details', { has: planner.page.locator('#discard') })
        .locator('summary')
        .click();
      await planner.pressOf(planner.page.locator('#discard'), planner.t('observatory.step.discard'));
      assert.ok(new URL(planner.page.url()).pathname.endsWith('/work/observatory'), planner.page.url());
      assert.equal(await planner.open(path), 404, 'what was discarded is no more');
      await planner.leave();
    });

    test('a report is taken away as a table, and on paper its tables stand open', async () => {
      const reader = await region.visitor({ locale, script: false });
      await reader.open(`/observatory/equality/${new Date().getUTCFullYear() - 1}`);
      const href = await reader.page.locator('a[download]').first().getAttribute('href');
      const csv = await reader.page.request.get(new URL(href ?? '', reader.page.url()).href);
      assert.equal(csv.status(), 200);
      const text = await csv.text();
      assert.ok(
        text.includes(reader.t('observatory.column.measure')) && /,x,/.test(text),
        'what is not told has its marker',
      );
      await reader.page.emulateMedia({ media: 'print' });
      const table = reader.page.locator('.observatory details table').first();
      assert.ok(((await table.boundingBox())?.height ?? 0) > 0);
      await reader.leave();
    });
  });
