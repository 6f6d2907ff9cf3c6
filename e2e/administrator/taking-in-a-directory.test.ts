import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** A small package, one of its services without an organisation that is there. */
function aZip(name: string, key: string): Buffer {
  const files = {
    'organizations.csv': `id,name,description\n${key}-o1,${key} kitchen,Cooks\n`,
    'services.csv': [
      'id,organization_id,name,description,status',
      `${key}-s1,${key}-o1,${name},Bread and milk,active`,
      `${key}-s2,nobody,Lost service,Without an organisation,active`,
      '',
    ].join('\n'),
    'locations.csv': `id,location_type,organization_id,name,latitude,longitude\n${key}-l1,physical,,Quay house,36.1,10.4\n`,
    'service_at_location.csv': `id,service_id,location_id\n${key}-x1,${key}-s1,${key}-l1\n`,
    'phones.csv': `id,service_id,number,type\n${key}-p1,${key}-s1,+216 70 555 010,voice\n`,
  };
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)]))));
}

const PACKAGES = {
  ar: { name: 'مطبخ الرصيف المستورد', words: 'مطبخ الرصيف', source: 'ports-ar' },
  fr: { name: 'Cantine importée des quais', words: 'cantine importee', source: 'ports-fr' },
};

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, words, source } = PACKAGES[locale];

    test('an administrator takes in another’s directory and is told what was refused, where and why', async () => {
      const admin = await region.colleague('admin@sabil.example', locale);
      await admin.open('/admin/imports');
      await admin.press('hsds.import.submit');
      await admin.reads('ui.form.not_sent');
      await lookAt(admin);
      await admin.field('hsds.field.content').setInputFiles({
        name: 'quays.zip',
        mimeType: 'application/zip',
        buffer: aZip(name, source),
      });
      await admin.type('hsds.field.source', source);
      await admin.choose('hsds.field.language', locale);
      await admin.page.getByLabel(exactly(admin.t('hsds.field.isTrial'))).uncheck();
      await admin.press('hsds.import.submit');
      assert.match(admin.where(), /\/admin\/imports\/[0-9a-f-]{36}$/);
      // The page renews itself while the import waits its turn behind the deliveries of the sample and is then under way.
      await admin.page.locator('.stats').waitFor({ timeout: 90_000 });
      await admin.reads('hsds.import.refused_text');
      const refused = admin.page.locator('main tbody tr', { hasText: 'services.csv' });
      assert.equal(await refused.count(), 1);
      await lookAt(admin);
      const arrives = admin.page.waitForEvent('download');
      await admin.page.getByRole('link', { name: admin.t('hsds.import.download') }).click();
      const file = await (await arrives).path();
      assert.match(await readFile(file, 'utf8'), /services\.csv.*nobody/);
      await admin.open('/admin/imports');
      assert.ok((await admin.content()).includes(source));
      await lookAt(admin);
      await admin.leave();
    });

    test('a resident finds the service that came with it', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/services');
      await resident.type('directory.field.words', words);
      await resident.press('directory.search.submit');
      await resident.follow(name);
      assert.equal(await resident.heading(), name);
      await lookAt(resident);
      await resident.leave();
    });
  });
