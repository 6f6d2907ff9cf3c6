import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FoundServices } from '@qantara/directory/contract';
import type { Locale } from '@qantara/kernel';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** What somebody misses, in each language, and where a librarian finds that it is. */
const MISSED = {
  ar: {
    name: 'مكتبة الألعاب المتنقلة',
    hours: 'كل يوم، ليلًا ونهارًا',
    address: 'نهج الزيتونة عدد 4',
    organisation: 'جمعية ألعاب الحي',
    answer: 'شكرًا، أضفناها',
  },
  fr: {
    name: 'Ludothèque du soir',
    hours: 'Tous les jours, jour et nuit',
    address: '4 rue de l’Olivier',
    organisation: 'Les Joueurs du soir',
    answer: 'Merci, elle est ajoutée',
  },
} as const;
const SECRET = 'zqxhidden street';

async function openNow(words: string): Promise<string[]> {
  const found = await region.ask<FoundServices>(`/services?openAt=now&words=${encodeURIComponent(words)}`);
  return found.items.flatMap(({ name }) => Object.values(name).filter((said) => said !== undefined));
}

/** A field in one language, within the group that its label names. */
async function write(visitor: Visitor, key: string, text: string): Promise<void> {
  const group = visitor.page.getByRole('group', { name: exactly(visitor.t(key), '(\\s.*)?') }).first();
  await group.locator(`[lang="${visitor.locale}"][name]`).fill(text);
}

async function suggestMissing(locale: Locale, missed: (typeof MISSED)['ar' | 'fr']): Promise<void> {
  const resident = await region.visitor({ locale, script: false });
  await resident.open('/suggest');
  await resident.type('curation.suggest_new.name', missed.name);
  await resident.type('curation.field.hours', missed.hours);
  await resident.type('curation.field.address', missed.address);
  await resident.press('curation.suggest.send');
  await resident.reads('curation.sent.title');
  await resident.leave();
}

/** From the suggestion to the saved entry, with its organisation, which is new too. */
async function addEntry(librarian: Visitor, missed: (typeof MISSED)['ar' | 'fr']): Promise<void> {
  await librarian.open('/curation/suggestions?page=1');
  await librarian.page
    .getByRole('row', { name: missed.name })
    .or(librarian.page.locator('li, tr').filter({ hasText: missed.name }))
    .first()
    .getByRole('link')
    .first()
    .click();
  await librarian.page.getByRole('link', { name: exactly(librarian.t('curation.moderate.write_entry')) }).waitFor();
  await lookAt(librarian);
  await librarian.follow(librarian.t('curation.moderate.write_entry'));
  await lookAt(librarian);
  await librarian.follow(librarian.t('curation.entry_new.with_organisation'));
  await librarian.press('curation.entry_new.save_answer');
  await librarian.reads('ui.form.not_sent');
  await lookAt(librarian);
  await write(librarian, 'curation.field.organisationName', missed.organisation);
  await librarian.page.locator('[name="needCodes[]"]').first().check();
  await librarian.type('curation.field.answer', missed.answer);
  await librarian.press('curation.entry_new.save_answer');
  await librarian.reads('curation.edit.created');
  await lookAt(librarian);
}

async function writeHours(librarian: Visitor): Promise<void> {
  await librarian.follow(librarian.t('curation.hours.title'), librarian.page.locator('.ways'));
  const { page } = librarian;
  await page.locator('[name="rows.0.days[]"]').first().waitFor();
  for (const day of await page.locator('[name="rows.0.days[]"]').all()) await day.check();
  await page.locator('[name="rows.0.opensAt"]').fill('0h00');
  await librarian.press('curation.hours.save');
  await librarian.reads('ui.form.not_sent');
  assert.equal(await page.locator('[name="rows.0.opensAt"]').inputValue(), '0h00', 'what was typed stays');
  await lookAt(librarian);
  await page.locator('[name="rows.0.closesAt"]').fill('00:00');
  await librarian.press('curation.hours.add');
  assert.equal(await page.locator('[name="rows.0.closesAt"]').inputValue(), '00:00', 'another row loses nothing');
  assert.equal(await page.locator('[name="rows.0.days[]"]:checked').count(), 7);
  await librarian.reads('curation.hours.whole_day', { time: '00:00' });
  await lookAt(librarian);
  await librarian.press('curation.hours.save');
}

/** A place by its address; then one that is confidential, of which nothing is read again. */
async function writePlaces(librarian: Visitor, serviceId: string, address: string): Promise<void> {
  await librarian.open(`/curation/services/${serviceId}/places/new`);
  await write(librarian, 'curation.field.addressLines', address);
  await librarian.press('curation.place.save');
  await librarian.reads('curation.places_said.added');
  assert.ok((await librarian.content()).includes(address));
  await lookAt(librarian);
  await librarian.open(`/curation/services/${serviceId}/places/new`);
  await write(librarian, 'curation.field.addressLines', SECRET);
  await librarian.page.locator('[name="country"]').fill('1');
  await librarian.mark(librarian.t('curation.field.isConfidential'));
  await librarian.press('curation.place.save');
  await librarian.reads('curation.hidden.typed_again');
  assert.ok(!(await librarian.page.content()).includes(SECRET), 'not even after a fault');
  await lookAt(librarian);
  await write(librarian, 'curation.field.addressLines', SECRET);
  await librarian.page.locator('[name="country"]').fill('TN');
  await librarian.press('curation.place.save');
  await librarian.reads('curation.place.confidential');
  await librarian.follow(librarian.t('curation.hidden.hours_write'));
  await librarian.page.locator('#hidden').waitFor();
  await librarian.reads('curation.hidden.hours_title');
  await lookAt(librarian);
  await librarian.page.goBack();
  const hidden = librarian.page.locator('.kept').filter({ hasText: librarian.t('curation.place.is_confidential') });
  await hidden.getByRole('link').first().click();
  await librarian.page.waitForURL(/places\/[0-9a-f-]{36}/);
  assert.ok(!(await librarian.page.content()).includes(SECRET));
  await lookAt(librarian);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const missed = MISSED[locale];

    test('a missing service is suggested, added with its hours and its place, and found open', async () => {
      await suggestMissing(locale, missed);
      assert.ok(!(await openNow(missed.name)).includes(missed.name), 'nothing changes before somebody has checked');
      const librarian = await region.colleague('librarian@sabil.example', locale);
      await addEntry(librarian, missed);
      const serviceId = /services\/([0-9a-f-]{36})/.exec(librarian.where())?.[1] ?? assert.fail();
      await writeHours(librarian);
      await librarian.reads('curation.hand.is_taken');
      await lookAt(librarian);
      await writePlaces(librarian, serviceId, missed.address);
      await librarian.open(`/curation/services/${serviceId}/history`);
      assert.ok(!(await librarian.page.content()).includes(SECRET));
      await lookAt(librarian);
      await librarian.leave();

      assert.ok((await openNow(missed.name)).includes(missed.name));
      const resident = await region.visitor({ locale, script: false });
      await resident.open(`/services?words=${encodeURIComponent(missed.name)}&openAt=now`);
      await resident.follow(missed.name);
      assert.ok((await resident.content()).includes(missed.address));
      assert.ok(!(await resident.page.content()).includes(SECRET));
      await lookAt(resident);
      await resident.leave();
    });
  });
