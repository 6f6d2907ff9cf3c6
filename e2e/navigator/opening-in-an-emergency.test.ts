import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const PEOPLE = {
  ar: { name: 'سهام البوعزيزي', year: '1979', reason: 'وصلت فاقدة الوعي ولا نعرف دواءها' },
  fr: { name: 'Faouzia Kallel', year: '1968', reason: 'Amenée par les pompiers, son traitement est inconnu' },
};
const SAID = {
  ar: { protect: 'زوجها يعرف موظفين في المدينة', verdict: 'أكدت العيادة ذلك' },
  fr: { protect: 'Son mari connaît des agents de la ville', verdict: 'La clinique l’a confirmé' },
};

async function addSomebody(navigator: Visitor, { name, year }: { name: string; year: string }): Promise<string> {
  await navigator.open('/work/people/new');
  await navigator.type('people.field.displayName', name);
  await navigator.type('people.field.birthYear', year);
  await navigator.press('people.new.save');
  if ((await navigator.heading()) !== name) await navigator.press('people.alike.none_of_them');
  assert.equal(await navigator.heading(), name);
  return new URL(navigator.page.url()).pathname.split('/').at(-1) ?? '';
}

async function ask(doctor: Visitor, person: { name: string; year: string; reason: string }): Promise<void> {
  await doctor.open('/work/emergencies');
  await doctor.type('people.field.name', person.name);
  await doctor.type('people.field.birthYear', person.year);
  await doctor.mark(doctor.t('people.glassReason.medical'));
  await doctor.type('people.field.reason', person.reason);
  await doctor.press('people.emergency.open');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const person = PEOPLE[locale];

    test('in an emergency another house’s person is read for some hours; who looks after them is told, and the privacy officer looks at it', async () => {
      const navigator = await region.colleague('salma@sabil.example', locale);
      const personId = await addSomebody(navigator, person);

      const doctor = await region.colleague('clinic@sabil.example', locale);
      assert.equal(await doctor.open(`/work/people/${personId}`), 404);
      await ask(doctor, { ...person, year: '1901' });
      await doctor.reads('people.emergency.nobody');
      assert.equal(await doctor.page.locator('[name=name]').inputValue(), person.name, 'what was typed stays');
      await lookAt(doctor);
      await ask(doctor, person);
      assert.equal(await doctor.heading(), person.name);
      await doctor.reads('people.emergency.told');
      await lookAt(doctor);
      assert.equal(await doctor.open(`/work/people/${personId}`), 404, 'it is no door to the record');

      await navigator.open('/work');
      await navigator.page.locator(`main a[href$="/work/emergencies"]`).click();
      await navigator.page
        .locator('h1')
        .filter({ hasText: navigator.t('people.emergency.title') })
        .waitFor();
      const content = await navigator.content();
      assert.ok(content.includes(person.name) && content.includes(person.reason));
      await lookAt(navigator);

      const officer = await region.colleague('privacy@sabil.example', locale);
      await officer.open('/oversight/emergencies');
      const waiting = officer.page.locator('article.result').filter({ hasText: person.reason });
      assert.equal((await officer.content()).includes(person.name), false, 'no name is shown');
      await lookAt(officer);
      await waiting.getByLabel(officer.t('people.glassVerdict.justified')).check();
      await waiting.locator('textarea').fill(SAID[locale].verdict);
      await officer.pressOf(waiting, officer.t('oversight.emergencies.say'));
      assert.equal(await waiting.count(), 0);

      await doctor.open('/work/emergencies');
      await doctor.reads('people.glassVerdict.justified');
      for (const one of [navigator, doctor, officer]) await one.leave();
    });

    test('a record of few eyes is there for who works with them, and for nobody else; the privacy officer asks why', async () => {
      const officer = await region.colleague('protection@sabil.example', locale);
      const personId = await addSomebody(officer, { name: `${person.name} 2`, year: '1988' });
      await officer.open(`/work/people/${personId}/protection`);
      await lookAt(officer);
      await officer.mark(officer.t('people.class.violence'));
      await officer.type('people.field.reason', SAID[locale].protect);
      await officer.press('people.protection.protect');
      await officer.reads('people.protection.lift_title');
      await lookAt(officer);

      const navigator = await region.colleague('salma@sabil.example', locale);
      assert.equal(await navigator.open(`/work/people/${personId}`), 404);
      await navigator.leave();

      const watching = await region.colleague('privacy@sabil.example', locale);
      await watching.open('/oversight/access');
      const salma = watching.page
        .locator('[name=accountId] option')
        .filter({ hasText: /سلمى|Salma/ })
        .first();
      const accountId = (await salma.getAttribute('value')) ?? '';
      await watching.open(`/oversight/access?accountId=${accountId}&personId=${personId}`);
      await watching.reads('oversight.access.opens_nothing');
      await watching.reads('oversight.step.class_not_held');
      await lookAt(watching);
      for (const one of [officer, watching]) await one.leave();
    });
  });
