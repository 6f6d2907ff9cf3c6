import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Worklist } from '@qantara/referrals/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { serviceName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const LOOKED_FOR = {
  ar: { key: 'foodbank-milk-and-baby-food', words: 'أغذية الرضع', note: 'تعال قبل العاشرة' },
  fr: { key: 'roof-eviction-prevention', words: 'expulsion', note: 'Venez avant dix heures' },
};

async function somebody(visitor: Visitor): Promise<{ personId: string; personName: string }> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/worklist`);
  const { items } = (await answer.json()) as Worklist;
  const [first] = items.filter((item) => (item.personName ?? '') !== '');
  return { personId: first?.personId ?? '', personName: first?.personName ?? '' };
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { key, words, note } = LOOKED_FOR[locale];
    const name = serviceName(key, locale);

    test('a navigator puts a list together, and the person reads it without an account, a script or a name on it', async () => {
      const navigator = await region.colleague('salma@sabil.example', locale);
      const { personId, personName } = await somebody(navigator);
      await navigator.open(`/work/people/${personId}`);
      await navigator.follow(navigator.t('referrals.person.shortlists'));
      await lookAt(navigator);
      await navigator.press('shortlists.new');
      await navigator.page.waitForURL(/\/shortlists\/[0-9a-f-]{36}/);
      await navigator.type('shortlists.field.words', words);
      await navigator.press('shortlists.search');
      const choice = navigator.page.locator('.choices > li').filter({ hasText: name }).first();
      await navigator.pressOf(choice, navigator.t('shortlists.add'));
      const listed = navigator.page.locator('.listed > li').filter({ hasText: name });
      await listed.waitFor();
      await navigator.field('shortlists.item_note', listed).fill(note);
      await navigator.pressOf(listed, navigator.t('shortlists.save'));
      await navigator.press('shortlists.share');
      const link = navigator.page.locator('bdi').filter({ hasText: '/list/' });
      await link.waitFor();
      await lookAt(navigator);
      const { pathname } = new URL(await link.innerText());

      const person = await region.visitor({ locale, script: false });
      const path = pathname.replace(/^\/(?:ar|fr|en)/, '');
      assert.equal(await person.open(path), 200);
      const content = await person.content();
      assert.ok(content.includes(name) && content.includes(note));
      assert.ok(!content.includes(personName), 'the list names nobody');
      await lookAt(person);

      await navigator.press('shortlists.unshare');
      await link.waitFor({ state: 'detached' });
      await person.open(path);
      assert.equal(await person.heading(), person.t('shortlists.link_gone'));
      await lookAt(person);
      await person.leave();
      await navigator.leave();
    });

    test('the directory of a need is a booklet to print', async () => {
      const reader = await region.visitor({ locale, script: false });
      await reader.open('/booklet');
      await reader.choose('directory.field.needCode', 'housing');
      await reader.press('directory.booklet.make');
      assert.ok((await reader.page.locator('article.entry').count()) > 3);
      await lookAt(reader);
      const pdf = await reader.page.pdf({ format: 'A5' });
      assert.ok(pdf.length > 10_000);
      await reader.leave();
    });
  });
