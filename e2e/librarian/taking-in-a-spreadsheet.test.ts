import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** What somebody keeps in a spreadsheet: headings of their own, a wrong date, a formula, hours in words. */
const LISTS = {
  ar: {
    source: 'جمعيات الميناء',
    file: 'قائمة.csv',
    nameColumn: 'بماذا نساعد',
    service: 'ورشة إصلاح الدراجات',
    words: 'إصلاح الدراجات',
    text: [
      'الجمعية;بماذا نساعد;الهاتف;أوقات العمل;تاريخ التحقق;ملاحظة',
      'يد على يد;ورشة إصلاح الدراجات;٧٠ ٥٥٥ ٠٤٢;من الاثنين إلى الجمعة 9:00-17:00;2026-02-30;=1+1',
      'يد على يد;مكتبة الحي;70 555 043;بموعد;2026-03-01;',
    ].join('\n'),
  },
  fr: {
    source: 'Associations du quai',
    file: 'liste.csv',
    nameColumn: 'Ce que nous faisons',
    service: 'Atelier de réparation de vélos',
    words: 'reparation velos',
    text: [
      'Association;Ce que nous faisons;Téléphone;Horaires;Vérifié le;Remarque',
      'Main dans la main;Atelier de réparation de vélos;70 555 044;lundi au vendredi 9h-17h;30/02/2026;=1+1',
      'Main dans la main;Bibliothèque du quartier;70 555 045;sur rendez-vous;01/03/2026;',
    ].join('\n'),
  },
};
type List = (typeof LISTS)['ar'];

async function send(librarian: Visitor, { source, file, text }: List, locale: string): Promise<void> {
  await librarian.open('/admin/imports');
  await librarian
    .field('hsds.field.content')
    .setInputFiles({ name: file, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await librarian.type('hsds.field.source', source);
  await librarian.choose('hsds.field.language', locale);
  assert.ok(await librarian.page.getByLabel(exactly(librarian.t('hsds.field.isTrial'))).isChecked());
  await librarian.press('hsds.import.submit');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const list = LISTS[locale];

    test('a librarian says what the columns of a spreadsheet are, sees what would change, and lets it', async () => {
      const librarian = await region.colleague('librarian@sabil.example', locale);
      await send(librarian, list, locale);
      const map = librarian.page.getByRole('link', { name: exactly(librarian.t('hsds.import.map')) });
      await map.waitFor({ timeout: 90_000 });
      await lookAt(librarian);
      await librarian.follow(librarian.t('hsds.import.map'));
      await librarian.press('hsds.mapping.submit');
      await librarian.reads('ui.form.not_sent');
      await lookAt(librarian);
      const name = librarian.page.getByLabel(exactly(list.nameColumn, '(\\s.*)?')).first();
      await name.selectOption('service.name');
      await librarian.press('hsds.mapping.submit');
      const decide = librarian.page.getByRole('button', { name: exactly(librarian.t('hsds.import.let')) });
      await decide.waitFor({ timeout: 90_000 });
      await librarian.reads('hsds.import.nothing_written');
      assert.ok((await librarian.content()).includes(list.service));
      assert.ok((await librarian.content()).includes('30'));
      await lookAt(librarian);
      await librarian.press('hsds.import.let');
      await librarian.page.locator('.stats').waitFor({ timeout: 90_000 });
      await lookAt(librarian);
      await librarian.leave();
    });

    test('the next file is read without a question, and each field that changes is shown', async () => {
      const librarian = await region.colleague('librarian@sabil.example', locale);
      const changed = list.text.replace(/٧٠ ٥٥٥ ٠٤٢|70 555 044/, '70 555 099');
      await send(librarian, { ...list, text: changed }, locale);
      const decide = librarian.page.getByRole('button', { name: exactly(librarian.t('hsds.import.let')) });
      await decide.waitFor({ timeout: 90_000 });
      const shown = librarian.page.locator('.before-after', { hasText: '70 555 099' });
      assert.ok((await shown.count()) > 0);
      assert.ok((await librarian.page.locator('del').count()) > 0);
      await lookAt(librarian);
      await librarian.press('hsds.import.discard');
      await librarian.reads('hsds.import.discarded');
      await librarian.leave();
    });

    test('a resident finds what the spreadsheet brought, with its hours', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/services');
      await resident.type('directory.field.words', list.words);
      await resident.press('directory.search.submit');
      await resident.follow(list.service);
      assert.equal(await resident.heading(), list.service);
      await lookAt(resident);
      await resident.leave();
    });
  });
