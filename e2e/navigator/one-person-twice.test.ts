import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const PEOPLE = {
  ar: { first: 'نزار الغرباوي', again: 'Nizar Gharbaoui', mistyped: 'Nizar Gharbaui', number: '+216 50 999 301' },
  fr: { first: 'Mounira Zaghouani', again: 'منيرة الزغواني', mistyped: 'Mounira Zaguani', number: '+216 50 999 302' },
};

async function fill(visitor: Visitor, name: string, number: string): Promise<void> {
  await visitor.open('/work/people/new');
  await visitor.type('people.field.displayName', name);
  await visitor.type('people.field.value', number);
  await visitor.mark(visitor.t('people.field.isSafe'));
}

async function find(visitor: Visitor, name: string): Promise<string[]> {
  await visitor.open('/work/people');
  await visitor.type('people.field.name', name);
  await visitor.press('people.search.go');
  return visitor.page.locator('main .results .result h3').allInnerTexts();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { first, again, mistyped, number } = PEOPLE[locale];

    test('somebody who is there already under another spelling is seen, added by mistake, made one by two colleagues, and parted', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      await fill(salma, first, number);
      await salma.press('people.new.save');
      assert.equal(await salma.heading(), first);
      await salma.reads('people.contactKind.phone');
      await lookAt(salma);

      await fill(salma, again, number);
      await salma.press('people.new.save');
      await salma.reads('people.alike.title');
      await salma.reads('people.pairReason.same_contact');
      assert.ok((await salma.content()).includes(first));
      await lookAt(salma);
      await salma.press('people.alike.none_of_them');
      assert.equal(await salma.heading(), again);
      assert.equal((await find(salma, again)).length, 2);

      await salma.open('/work/duplicates');
      await lookAt(salma);
      const pair = salma.page.locator('.results > .result').filter({ hasText: again }).filter({ hasText: first });
      await pair.getByRole('link', { name: salma.t('people.duplicates.compare') }).click();
      await salma.page.waitForURL(/\/work\/merges\/new/);
      await lookAt(salma);
      await salma.press('people.merge.ask');
      await salma.reads('people.merge.mine_until');
      const { pathname } = new URL(salma.page.url());
      const merge = pathname.replace(`/${locale}`, '');

      const youssef = await region.colleague('youssef@sabil.example', locale);
      await youssef.open(merge);
      await lookAt(youssef);
      await youssef.press('people.merge.confirm');
      await youssef.reads('people.mergeStatus.confirmed');
      assert.equal((await find(youssef, again)).length, 1);
      assert.equal((await find(youssef, mistyped)).length, 1);
      await lookAt(youssef);
      await youssef.leave();

      const plain = await region.visitor({ locale, script: false });
      await plain.context.addCookies(await salma.context.cookies());
      await plain.open(merge);
      await plain.page
        .locator('summary')
        .filter({ hasText: plain.t('people.merge.undo') })
        .click();
      await plain.press('people.merge.undo');
      await plain.reads('people.mergeStatus.undone');
      assert.equal((await find(plain, first)).length, 2);
      await plain.leave();
      await salma.leave();
    });
  });
