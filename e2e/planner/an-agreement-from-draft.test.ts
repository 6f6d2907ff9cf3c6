import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { organisationName } from '../stage/sample-names.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const SAID = {
  ar: { title: 'تقاسم قوائم الطعام', note: 'نوافق، ونطلب سنة واحدة', again: '2028' },
  fr: { title: 'Partage des listes alimentaires', note: 'D’accord, pour une année', again: '2028' },
} as const;

type Day = { form: string; name: string; day: [year: string, month: string, day: string] };

async function fillDay({ page }: Visitor, { form, name, day }: Day): Promise<void> {
  for (const [index, part] of ['year', 'month', 'day'].entries())
    await page
      .locator(`${form} [name="${name}.${part}"]`)
      .first()
      .fill(day[index] ?? '');
}

/** The first choice of a list of boxes. */
const markFirst = ({ page }: Visitor, name: string) => page.locator(`[name="${name}[]"]`).first().check();

async function sign(planner: Visitor, form: string): Promise<void> {
  const own = planner.page.locator(form).first();
  const part = planner.page.locator('details', { has: own }).first();
  if ((await part.count()) > 0) await part.locator('summary').first().click();
  await fillDay(planner, { form, name: 'signedOn', day: ['2026', '1', '15'] });
  await own.locator('[name="signatory"]').fill('A. B.');
  await planner.pressOf(own, planner.t('agreements.sign'));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a draft is talked about by a party, offered, signed by all, and renewed, without script', async () => {
      const { title, note, again } = SAID[locale];
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/agreements/new');
      await lookAt(planner);
      await planner.page.locator('[name="kind"]').first().check();
      await planner.page.locator(`[name="title.${locale}"]`).fill(title);
      await markFirst(planner, 'purposes');
      await markFirst(planner, 'categories');
      await fillDay(planner, { form: '#agreement', name: 'startsOn', day: ['2026', '1', '1'] });
      await fillDay(planner, { form: '#agreement', name: 'lastDay', day: ['2027', '12', '31'] });
      await planner.mark(organisationName('foodbank', locale));
      await planner.mark(organisationName('hub', locale));
      await planner.page.locator('[name="isDraft"]').check();
      await planner.press('agreements.save');
      await planner.reads('agreements.draft.title');
      await lookAt(planner);
      const path = new URL(planner.page.url()).pathname.replace(/^\/(?:ar|fr)/, '');

      const partner = await region.visitor({ locale, script: false });
      await signIn(partner, 'food@sabil.example');
      assert.equal(await partner.open(path), 200);
      await partner.page.locator('#note [name="words"]').fill(note);
      await partner.pressOf(partner.page.locator('#note'), partner.t('agreements.notes.say'));
      assert.ok((await partner.content()).includes(note));
      assert.equal(await partner.page.locator('#offer').count(), 0, 'a party does not offer it');
      await lookAt(partner);
      await partner.leave();

      await planner.open(path);
      assert.ok((await planner.content()).includes(note));
      await planner.pressOf(planner.page.locator('#offer'), planner.t('agreements.draft.offer'));
      await planner.reads('agreements.not_signed');
      await sign(planner, '[id^="sign-"]');
      await sign(planner, '[id^="sign-"]');
      assert.equal(await planner.page.locator('[id^="sign-"]').count(), 0, 'all have signed');
      await lookAt(planner);

      await fillDay(planner, { form: '#renew', name: 'startsOn', day: [again, '1', '1'] });
      await planner.pressOf(planner.page.locator('#renew'), planner.t('agreements.renew.do'));
      await planner.reads('agreements.renew.follows');
      assert.notEqual(new URL(planner.page.url()).pathname.replace(/^\/(?:ar|fr)/, ''), path);
      await lookAt(planner);
      await planner.leave();
    });
  });
