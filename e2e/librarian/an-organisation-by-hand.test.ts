import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Capacity } from '@qantara/directory/contract';
import type { Locale } from '@qantara/kernel';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const NEW = {
  ar: { name: 'دار المنارة الجديدة', other: 'دار المنارة', street: 'نهج المرسى عدد 7' },
  fr: { name: 'Maison du Phare nouveau', other: 'Maison du Phare', street: '7 rue du Port' },
} as const;

async function withoutScript(locale: Locale, email: string): Promise<Visitor> {
  const colleague = await region.visitor({ locale, script: false });
  await signIn(colleague, email);
  return colleague;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const said = NEW[locale as keyof typeof NEW];

    test('a librarian adds an organisation, is shown what is like it, changes it and gives it a place, without script', async () => {
      const librarian = await withoutScript(locale, 'librarian@sabil.example');
      await librarian.open('/curation/organisations');
      await librarian.follow(librarian.t('curation.organisation.new'));
      await librarian.press('curation.organisation.add');
      await librarian.reads('ui.form.not_sent');
      await lookAt(librarian);
      const name = librarian.page.locator(`[name="name.${locale}"]`);
      await name.fill(said.name);
      await librarian.press('curation.organisation.add');
      assert.equal(await librarian.heading(), said.name);
      await librarian.reads('curation.organisation.said_added');

      await librarian.open('/curation/organisations/new');
      await name.fill(said.name);
      await librarian.press('curation.organisation.add');
      await librarian.reads('curation.alike.title');
      await lookAt(librarian);
      await librarian.page.locator('.alike a').first().click();

      await librarian.follow(librarian.t('curation.organisation.edit'));
      await name.fill(said.other);
      await lookAt(librarian);
      await librarian.press('curation.organisation.save');
      assert.equal(await librarian.heading(), said.other);

      await librarian.follow(librarian.t('curation.places.new'));
      await librarian.page.locator(`[name="addressLines.${locale}"]`).fill(said.street);
      await lookAt(librarian);
      await librarian.press('curation.place.save');
      await librarian.reads('curation.organisation.said_place');
      await librarian.leave();
    });

    test('a partner says with its account that its entries are true and which have room, without script', async () => {
      const partner = await withoutScript(locale, 'food@sabil.example');
      await partner.open('/work/entries');
      await lookAt(partner);
      const full: Capacity = 'full';
      await partner.pressOf(partner.page, partner.t(`directory.capacity.${full}`));
      await partner.reads('curation.keep.room_said');
      await partner.press('curation.keep.confirm');
      await partner.reads('curation.keep.thanks');
      await lookAt(partner);
      await partner.leave();
    });
  });
