import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES, plain } from '../stage/words.ts';

const region = regionUnderTest();

type Side = { name: string; id: string };

/** The two sides of the first pair of services. */
async function sidesOf(librarian: Visitor): Promise<[Side, Side]> {
  const links = librarian.page.locator('.pair', { hasText: librarian.t('curation.pair_object.service') }).first();
  const sides: Side[] = [];
  for (const link of await links.locator('h3 a').all())
    sides.push({
      name: plain(await link.innerText()),
      id: (await link.getAttribute('href'))?.split('/').at(-1) ?? '',
    });
  const [one, other] = sides;
  return one !== undefined && other !== undefined ? [one, other] : assert.fail('no pair of services waits');
}

/** The day so many days from now, as the three fields of a date take it. */
async function typeDay(visitor: Visitor, name: string, days: number): Promise<void> {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-');
  for (const [index, part] of ['year', 'month', 'day'].entries())
    await visitor.page.locator(`[name="${name}.${part}"]`).fill(day[index] ?? '');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a librarian makes one of two entries, and two again', async () => {
      const librarian = await region.colleague('librarian@sabil.example', locale);
      await librarian.open('/curation/pairs');
      const before = await librarian.page.locator('.pair').count();
      const [kept, gone] = await sidesOf(librarian);
      await lookAt(librarian);
      await librarian.pressOf(librarian.page, `${librarian.t('curation.pairs.keep')} ${kept.name}`);
      await librarian.reads('curation.pairs_said.merged');
      assert.equal(await librarian.page.locator('.pair').count(), before - 1);
      await lookAt(librarian);

      const resident = await region.visitor({ locale, script: false });
      await resident.open(`/services/${gone.id}`);
      assert.equal(await resident.heading(), kept.name, 'the address that goes leads to the one that stays');
      await librarian.press('curation.pairs.undo');
      await librarian.reads('curation.pairs_said.undone');
      assert.equal(await librarian.page.locator('.pair').count(), before);
      await resident.open(`/services/${gone.id}`);
      assert.equal(await resident.heading(), gone.name);
      await resident.leave();
      await librarian.leave();
    });

    test('an alert for the whole region stands on the first page until it is ended', async () => {
      const text = locale === 'ar' ? 'الرياح شديدة غدًا: أبعدوا ما قد يطير.' : 'Vent fort demain : rentrez ce qui vole.';
      const librarian = await region.colleague('librarian@sabil.example', locale);
      await librarian.open('/curation/alerts');
      await librarian.mark(librarian.t('directory.alert_severity.danger'));
      await librarian.page.locator(`[name="text.${locale}"]`).fill(text);
      await typeDay(librarian, 'endsOn', 2);
      await librarian.press('curation.alerts.publish');
      const resident = await region.visitor({ locale, script: false });
      await resident.open('');
      assert.ok((await resident.content()).includes(text));
      await lookAt(resident);
      const own = librarian.page.locator('.standing-alert', { hasText: text });
      await librarian.pressOf(own, librarian.t('curation.alerts.end'));
      await resident.open('');
      assert.ok(!(await resident.content()).includes(text));
      await resident.leave();
      await librarian.leave();
    });
  });
