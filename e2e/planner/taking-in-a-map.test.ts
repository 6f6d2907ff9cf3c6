import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const SAID = {
  ar: { source: 'خريطة البلدية', name: 'نافورة السوق الجديدة', renamed: 'نافورة السوق الكبرى', field: 'nameAr' },
  fr: { source: 'Carte de la commune', name: 'Fontaine du marché neuf', renamed: 'Grande fontaine', field: 'nameFr' },
} as const;

/** A file of two places in the region, one of them with its coordinates the wrong way round. */
function aMap(name: string, locale: string): Buffer {
  const feature = (id: string, title: string, coordinates: [number, number]) => ({
    type: 'Feature',
    id: `${locale}-${id}`,
    geometry: { type: 'Point', coordinates },
    properties: { intitule: title, sorte: 'place' },
  });
  const features = [feature('1', name, [10.35, 36.17]), feature('2', 'X', [36.17, 10.35])];
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
}

async function send(planner: Visitor, source: string, buffer: Buffer): Promise<void> {
  await planner.open('/work/assets/imports');
  const file = { name: 'carte.geojson', mimeType: 'application/geo+json', buffer };
  await planner.field('assets.field.content').setInputFiles(file);
  await planner.type('assets.field.source', source);
  await planner.press('assets.import.read');
}

/** The figures of a dry run: added, changed, ended, the same, refused. */
async function figures(planner: Visitor): Promise<number[]> {
  const texts = await planner.page.locator('.stat .figure').allInnerTexts();
  return texts.map(Number);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { source, name, renamed, field } = SAID[locale];

    test('a map is taken in: its properties are given a meaning, tried dry, written; the next file changes it', async () => {
      const planner = await region.colleague('planner@sabil.example', locale);
      await planner.open('/work/assets/imports');
      await planner.press('assets.import.read');
      await planner.reads('ui.form.not_sent');
      await lookAt(planner);
      await send(planner, source, aMap(name, locale));
      await planner.reads('assets.mapping.title');
      await planner.press('assets.mapping.check');
      await planner.reads('validation.one_language');
      await lookAt(planner);
      await planner.choose(`assets.field.${field}`, 'intitule');
      await planner.choose('assets.field.kindProperty', 'sorte');
      await planner.press('assets.mapping.check');
      await planner.reads('assets.import.dry');
      assert.deepEqual(await figures(planner), [1, 0, 0, 0, 1]);
      await planner.reads('assets.feature_refusal.swapped');
      await lookAt(planner);
      const arrives = planner.page.waitForEvent('download');
      await planner.page.getByRole('link', { name: planner.t('assets.import.download') }).click();
      assert.match(await readFile(await (await arrives).path(), 'utf8'), /2,geometry,"36.17, 10.35",swapped/);

      const resident = await region.visitor({ locale, script: false });
      await resident.open('/assets?kind=place&page=2');
      assert.equal((await resident.content()).includes(name), false, 'a dry run writes nothing');
      await planner.press('assets.import.write', { count: 1 });
      await planner.reads('assets.import.done');
      await lookAt(planner);
      const shows = async (title: string): Promise<boolean> => {
        for (const page of [1, 2, 3]) {
          await resident.open(`/assets?kind=place&page=${page}`);
          if ((await resident.content()).includes(title)) return true;
        }
        return false;
      };
      assert.ok(await shows(name));

      await send(planner, source, aMap(renamed, locale));
      assert.deepEqual(await figures(planner), [0, 1, 0, 0, 1], 'the mapping of the time before was tried at once');
      await planner.press('assets.import.write', { count: 1 });
      assert.ok(!(await shows(name)) && (await shows(renamed)), 'changed, not doubled');
      await resident.follow(renamed);
      await lookAt(resident);
      await resident.leave();
      await planner.leave();
    });

    test('list and map are narrowed together, without script', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/assets');
      await resident.choose('field.kind', 'skill');
      await resident.press('ui.filters.apply');
      await resident.reads('assets.list.count', { count: 8 });
      await resident.open('/assets?kind=culture');
      assert.equal(await resident.page.locator('svg.map .pin').count(), 9);
      await resident.follow(resident.t('assets.map.show_towns'));
      await resident.reads('assets.map.towns');
      await lookAt(resident);
      await resident.leave();
    });
  });
