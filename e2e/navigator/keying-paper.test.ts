import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

async function printSheets(locale: (typeof JOURNEY_LOCALES)[number]): Promise<string[]> {
  const planner = await region.colleague('planner@sabil.example', locale);
  await planner.open('/forms/household_intake/paper');
  await lookAt(planner);
  await planner.type('sheets.field.howMany', '2');
  await planner.page.locator('#print select').selectOption(locale);
  await planner.press('sheets.print.go');
  const codes = await planner.page.locator('.paper-sheet-code').allInnerTexts();
  await lookAt(planner);
  await planner.leave();
  return codes.map((code) => code.replaceAll(/[^A-Z0-9]/g, ''));
}

/** Types what stands on a sheet from the first field on, each with Enter, as somebody does who looks at the paper. */
async function keyFields(page: Page, typed: Record<string, string>): Promise<void> {
  const names = await page
    .locator('#key [name^="typed."]')
    .evaluateAll((fields) => fields.map((field) => field.getAttribute('name') ?? ''));
  for (const name of names) {
    const text = typed[name.replace('typed.', '')];
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), name);
    if (text !== undefined) await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
}

async function openSheet(visitor: Visitor, code: string): Promise<void> {
  await visitor.open('/work/sheets');
  await visitor.page.locator('[name=sheetCode]').fill(code);
  await visitor.page.keyboard.press('Enter');
  await visitor.page.waitForURL(/\/sheets\/[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await visitor.page.waitForLoadState('networkidle');
}

const TYPED = {
  'members.0.member_age': '41',
  alone: '2',
  home_kind: '1',
  rent: '350',
  hard: '13',
  worry: '4',
  call_back: '1',
};

/** What a page tells but for the code of the sheet, whose figures are chance. */
async function toldBeside(visitor: Visitor, code: string): Promise<string> {
  return (await visitor.content()).replaceAll(`${code.slice(0, 4)}-${code.slice(4)}`, '');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a sheet is printed, keyed by keys alone, keyed again by another, and what differs is decided', async () => {
      const [code = ''] = await printSheets(locale);
      const salma = await region.colleague('salma@sabil.example', locale);
      await openSheet(salma, code);
      await lookAt(salma);
      await keyFields(salma.page, TYPED);
      await salma.page.keyboard.press('Enter');
      await salma.page.waitForURL(/became=keyed/);
      await salma.reads('sheets.became.keyed');
      await lookAt(salma);
      await salma.page.locator('main a', { hasText: code.slice(4) }).click();
      await salma.page.waitForURL(/\/sheets\/[A-Z0-9-]{9}$/);
      await salma.reads('sheets.work.other_keys');

      const youssef = await region.visitor({ locale, script: false });
      await signIn(youssef, 'youssef@sabil.example');
      await youssef.open(`/work/sheets/${code}`);
      assert.equal((await toldBeside(youssef, code)).includes('350'), false);
      assert.equal(await youssef.page.locator('[name="typed.rent"]').inputValue(), '');
      for (const [path, text] of Object.entries({ ...TYPED, rent: '?', worry: '9' }))
        await youssef.page.locator(`[name="typed.${path}"]`).fill(text);
      // Without script, Enter only looks: nothing is kept by it.
      await youssef.page.locator('[name="typed.rent"]').press('Enter');
      await youssef.page.waitForLoadState();
      assert.equal(await youssef.page.locator('[name="typed.alone"]').inputValue(), '2');
      await youssef.press('sheets.key.keep');
      assert.ok(await youssef.page.locator('.field-error').first().isVisible());
      await youssef.page.locator('[name="typed.worry"]').fill('4');
      await lookAt(youssef);
      await youssef.press('sheets.key.keep');
      await youssef.reads('sheets.became.differing');
      await youssef.leave();

      const third = await region.visitor({ locale, script: false });
      await signIn(third, 'protection@sabil.example');
      await third.open(`/work/sheets/${code}/decide`);
      await third.reads('sheets.key.illegible');
      assert.ok((await third.content()).includes('350'));
      assert.equal((await toldBeside(third, code)).includes('41'), false);
      await lookAt(third);
      await third.page.locator('[name="choices.rent"][value=first]').check();
      await third.press('sheets.decide.keep');
      await third.reads('sheets.became.accepted');
      await third.leave();
      await salma.leave();
    });

    test('a sheet belongs to somebody who is found as everywhere, and its answers stand with them', async () => {
      const [, code = ''] = await printSheets(locale);
      const salma = await region.visitor({ locale, script: false });
      await signIn(salma, 'salma@sabil.example');
      await salma.open('/work/people/new');
      await salma.type('people.field.displayName', locale === 'ar' ? 'غزلان المنصوري' : 'Perrine Vautrin');
      await salma.press('people.new.save');
      const personId = /people\/([0-9a-f-]{36})/.exec(salma.page.url())?.[1] ?? '';
      await salma.open(`/work/people/${personId}/sheets`);
      await salma.type('sheets.field.sheetCode', code);
      await lookAt(salma);
      await salma.press('sheets.work.open');
      await salma.reads('sheets.whose.is');
      await salma.page.locator('[name="typed.alone"]').fill('1');
      await salma.press('sheets.key.keep');
      await salma.reads('sheets.became.keyed');
      const youssef = await region.colleague('youssef@sabil.example', locale);
      await openSheet(youssef, code);
      await youssef.reads('sheets.whose.is');
      await keyFields(youssef.page, { alone: '1' });
      await youssef.page.keyboard.press('Enter');
      await youssef.page.waitForURL(/became=accepted/);
      await youssef.open(`/work/people/${personId}/forms`);
      await youssef.reads('forms.channel.paper');
      await youssef.leave();
      await salma.leave();
    });
  });
