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

/** A need stands with its count: the link is known by how it begins. */
async function followNeed(visitor: Visitor, name: string): Promise<void> {
  const loaded = visitor.page.waitForEvent('load');
  await visitor.page.locator('.needs a').filter({ hasText: name }).click();
  await loaded;
}

/** Two words with a mistake in one of them, and as they were meant. */
const MISTYPED = {
  ar: { typed: 'وجبة ساخبة', meant: 'وجبة ساخنة' },
  fr: { typed: 'reapas chaud', meant: 'repas chaud' },
};

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
      await followNeed(visitor, needName('housing', locale));
      assert.match(visitor.where(), /needCode=housing/);
      await visitor.field('directory.search.area').selectOption({ label: areaNameOf('SABIL-MS', locale) });
      await visitor.press('directory.search.submit');
      const query = new URL(visitor.page.url()).searchParams;
      assert.equal(query.get('needCode'), 'housing', 'the need stays chosen');
      const found = await region.ask<FoundServices>(`/services?${query}&perPage=7`);
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

    test('a mistyped word is understood; filters narrow, say why, come off one by one, and paper has what it needs', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await search(visitor, MISTYPED[locale].typed);
      await visitor.reads('directory.search.corrected', { words: MISTYPED[locale].meant });
      await visitor.page.locator('.more-filters summary').click();
      await visitor.choose('directory.field.openAt', 'MO');
      await visitor.mark(visitor.t('directory.field.free'));
      await visitor.press('directory.search.submit');
      const query = new URL(visitor.page.url()).searchParams;
      assert.deepEqual([query.get('openAt'), query.get('free')], ['MO', 'true']);
      const found = await region.ask<FoundServices>(`/services?${query}&perPage=7`);
      const names = (await results(visitor)).length;
      assert.ok(names > 0);
      assert.equal(names, found.items.length);
      const pins = await visitor.page.locator('.found-map .pin').count();
      assert.equal(
        pins,
        found.items.flatMap(({ places }) => places.filter(({ latitude }) => latitude !== null)).length,
      );
      const first = visitor.page.locator('.result').first();
      await first.locator('.why summary').click();
      for (const because of ['corrected', 'open', 'free'])
        assert.ok((await first.innerText()).includes(visitor.t(`directory.because.${because}`)), because);
      await lookAt(visitor);

      const address = await visitor.field('directory.share.address').inputValue();
      assert.doesNotMatch(address, /=(&|$)/, 'nothing empty in an address that is passed on');
      const friend = await region.visitor({ locale, script: false });
      await friend.page.goto(address);
      assert.deepEqual(await results(friend), await results(visitor));
      await friend.page.emulateMedia({ media: 'print' });
      assert.ok(await friend.page.locator('.result .on-paper').first().isVisible());
      assert.ok(!(await friend.page.locator('.filters').isVisible()));
      assert.ok(!(await friend.page.locator('.found-map').isVisible()));
      await friend.leave();

      const loaded = visitor.page.waitForEvent('load');
      await visitor.page
        .locator('.chosen a')
        .filter({ hasText: visitor.t('directory.field.free') })
        .click();
      await loaded;
      const left = new URL(visitor.page.url()).searchParams;
      assert.deepEqual([left.get('openAt'), left.get('free')], ['MO', null]);
      assert.ok((await results(visitor)).length >= names);
      await visitor.leave();
    });

    test('where the filters leave nothing, one of them less finds something', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await visitor.open(`/services?needCode=food&words=qzxwv`);
      await visitor.reads('directory.nothing.title');
      await lookAt(visitor);
      await visitor.follow(visitor.t('directory.wider.words'));
      assert.ok((await results(visitor)).length > 0);
      await visitor.open(`/services?postcode=99999`);
      await visitor.reads('directory.nothing.postcode', { postcode: '99999' });
      await visitor.leave();
    });

    test('the map by town leads to what serves a town', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await visitor.open('/services?needCode=food');
      await visitor.follow(visitor.t('directory.map.areas'));
      await lookAt(visitor);
      await visitor.page.locator('.found-map a[href*="areaId"]').first().focus();
      const loaded = visitor.page.waitForEvent('load');
      await visitor.page.keyboard.press('Enter');
      await loaded;
      assert.match(visitor.where(), /areaId=/);
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
