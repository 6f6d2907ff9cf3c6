import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FoundServices } from '@qantara/directory/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { areaNameOf, needName, serviceName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** One service each, and its words as they are written and as people write them. */
const SEARCHES = {
  ar: { key: 'foodbank-milk-and-baby-food', spellings: ['أغذية الرضع', 'اغذيه الرضع', 'إغذية  الرُّضَّع'] },
  fr: { key: 'roof-eviction-prevention', spellings: ['éviter l’expulsion', "EVITER L'EXPULSION", 'eviter expulsion'] },
};

function results(visitor: Visitor): Promise<string[]> {
  const links = visitor.page.locator('.results a[href*="/services/"]');
  return links.evaluateAll((all) => all.map((link) => link.textContent ?? ''));
}

async function search(visitor: Visitor, words: string): Promise<void> {
  await visitor.open('/services');
  await visitor.type('directory.field.words', words);
  await visitor.press('directory.search.submit');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { key, spellings } = SEARCHES[locale];
    const name = serviceName(key, locale);

    test('a resident finds a service by its words, however they are spelt', async () => {
      const visitor = await region.visitor({ locale, script: false });
      for (const words of spellings) {
        await search(visitor, words);
        assert.ok((await results(visitor)).includes(name), words);
      }
      await lookAt(visitor);
      await visitor.leave();
    });

    test('by need and by place, and a change of language keeps what was asked', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await visitor.open('/services');
      await visitor.follow(needName('housing', locale));
      assert.match(visitor.where(), /needCode=housing/);
      await visitor.field('directory.search.area').selectOption({ label: areaNameOf('SABIL-MS', locale) });
      await visitor.press('directory.search.submit');
      const query = new URL(visitor.page.url()).searchParams;
      assert.equal(query.get('needCode'), 'housing', 'the need stays chosen');
      const found = await region.ask<FoundServices>(`/services?${query}`);
      assert.ok(found.items.length > 0);
      assert.equal((await results(visitor)).length, found.items.length);
      await lookAt(visitor);
      await visitor.switchTo(locale === 'ar' ? 'fr' : 'ar');
      assert.deepEqual(new URL(visitor.page.url()).searchParams.toString(), query.toString());
      assert.equal((await results(visitor)).length, found.items.length);
      assert.equal(await visitor.field('directory.search.area').inputValue(), query.get('areaId'));
      await visitor.leave();
    });

    test('the address on a service’s page opens the same page, and on paper there is no menu', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await search(visitor, spellings[0] ?? '');
      await visitor.follow(name);
      assert.equal(await visitor.heading(), name);
      await lookAt(visitor);
      const address = await visitor.field('directory.share.address').inputValue();
      const friend = await region.visitor({ locale, script: false });
      await friend.page.goto(address);
      assert.equal(await friend.heading(), name);
      assert.equal(await friend.content(), await visitor.content());
      const menu = friend.page.getByRole('navigation', { name: exactly(friend.t('shell.nav.label')) });
      assert.ok(await menu.isVisible());
      await friend.page.emulateMedia({ media: 'print' });
      assert.ok(!(await menu.isVisible()), 'no menu on paper');
      assert.ok(await friend.page.locator('h1').isVisible());
      await friend.leave();
      await visitor.leave();
    });

    test('nothing found is not the end: it leads to people and to a wider search', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await search(visitor, 'qzxwv jkqpzx');
      await visitor.reads('directory.nothing.title');
      await lookAt(visitor);
      await visitor.follow(visitor.t('directory.nothing.ask'));
      assert.equal(visitor.where(), `/${locale}/ask`);
      await visitor.leave();
    });
  });
