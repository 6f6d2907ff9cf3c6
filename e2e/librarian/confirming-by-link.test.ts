import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Organisation } from '@qantara/organisations/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { organisationName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** An organisation for each language, with entries that want confirming, and what it has to say of one. */
const KEPT = {
  ar: { key: 'family', message: 'صرنا نستقبل الأسر بعد الظهر فقط' },
  fr: { key: 'elders', message: 'Nous recevons désormais l’après-midi' },
} as const;

async function organisationId(key: string): Promise<string> {
  const { items } = await region.ask<{ items: Organisation[] }>('/organisations?perPage=100');
  const name = organisationName(key, 'en');
  return items.find((one) => one.name.en === name)?.organisationId ?? assert.fail(`${name} is not in the sample`);
}

/** A link as the librarian makes it, without its language: the path of its page. */
async function madeLink(librarian: Visitor, key: string): Promise<string> {
  await librarian.open(`/curation/organisations/${await organisationId(key)}`);
  await librarian.press('curation.link.make');
  await librarian.reads('curation.link.made');
  await lookAt(librarian);
  const url = new URL((await librarian.page.locator('.link-made').innerText()).trim());
  const letter = await librarian.page.locator('#letter').inputValue();
  assert.ok(letter.includes(url.href), 'the letter has the link');
  return url.pathname.replace(/^\/(ar|fr|en)/, '');
}

const waiting = (visitor: Visitor) => visitor.page.locator('.kept > p > .badge:is(.attention, .waiting)').count();

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { key, message } = KEPT[locale];

    test('an organisation confirms its entries by a link, without script and without an account', async () => {
      const librarian = await region.colleague('librarian@sabil.example', locale);
      const path = await madeLink(librarian, key);
      const keeper = await region.visitor({ locale, script: false });
      assert.equal(await keeper.open(path), 200);
      await keeper.open(path);
      assert.ok((await waiting(keeper)) > 0, 'opening the link confirms nothing');
      await lookAt(keeper);
      await keeper.press('curation.keep.confirm_all');
      await keeper.reads('curation.keep.thanks');
      assert.equal(await waiting(keeper), 0);
      await lookAt(keeper);

      const entry = keeper.page.locator('.kept').first();
      await keeper.pressOf(entry, keeper.t('directory.capacity.full'));
      await keeper.reads('curation.keep.room_said');
      await keeper.follow(keeper.t('curation.keep.changed'), keeper.page.locator('.kept').first());
      await lookAt(keeper);
      await keeper.type('curation.field.message', message);
      await keeper.press('curation.suggest.send');
      await keeper.reads('curation.sent.title');
      await lookAt(keeper);

      await librarian.open('/curation/suggestions');
      await librarian.reads('curation.suggestion.from_keeper');
      await keeper.leave();
      await librarian.leave();
    });

    test('a link that opens nothing says kindly what to do', async () => {
      const keeper = await region.visitor({ locale, script: false });
      for (const token of ['x'.repeat(43), 'half-a-link']) {
        assert.equal(await keeper.open(`/keep/${token}`), 404);
        await keeper.reads('curation.keep.not_valid_new');
      }
      await lookAt(keeper);
      await keeper.leave();
    });
  });
