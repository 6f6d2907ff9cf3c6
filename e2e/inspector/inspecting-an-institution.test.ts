import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PublicInstitution } from '@qantara/institutions/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { inWords, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Two institutions in order, one for each language, and what an inspector finds there. */
const FOUND = {
  ar: { name: 'Ennour Children’s Home', text: 'مطفأة المطبخ فارغة', evidence: 'مُلئت المطفأة وخُتمت' },
  fr: { name: 'Riverside Night Shelter', text: 'L’extincteur de la cuisine est vide', evidence: 'Rempli et plombé' },
} as const;

async function institutionCalled(name: string): Promise<PublicInstitution> {
  const { items } = await region.ask<{ items: PublicInstitution[] }>('/public/institutions?perPage=100');
  return items.find((one) => one.name.en === name) ?? assert.fail(`${name} is not in the sample`);
}

/** The day so many days from now, as the three fields of a date take it. */
async function typeDay(visitor: Visitor, id: string, days: number): Promise<void> {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-');
  await visitor.page.locator(`[id="${id}-day"]`).fill(day);
  await visitor.page.locator(`[id="${id}-month"]`).fill(month);
  await visitor.page.locator(`[id="${id}-year"]`).fill(year);
}

async function unfold(visitor: Visitor, formId: string) {
  const form = visitor.page.locator(`[id="${formId}"]`);
  if (!(await form.isVisible()))
    await visitor.page.locator('details', { has: form }).locator('summary').first().click();
  return form;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, text, evidence } = FOUND[locale];

    test('an inspector records an inspection with a shortcoming, and what residents read changes', async () => {
      const { institutionId, name: names } = await institutionCalled(name);
      const resident = await region.visitor({ locale, script: false });
      await resident.open(`/institutions/${institutionId}`);
      await resident.reads('institutions.compliance.compliant');
      await lookAt(resident);

      const inspector = await region.colleague('inspector@sabil.example', locale);
      await inspector.open('/work/institutions');
      await inspector.follow(inWords(names, locale));
      const visit = await unfold(inspector, 'visit');
      await inspector.pressOf(visit, inspector.t('institutions.inspect.save'));
      await inspector.reads('ui.form.not_sent');
      await lookAt(inspector);
      await inspector.field('institutions.field.reason', visit).selectOption('routine');
      await inspector.field('institutions.field.team', visit).fill('Nadia');
      await inspector.field('institutions.field.outcome', visit).selectOption('to_improve');
      await inspector.pressOf(visit, inspector.t('institutions.inspect.save'));
      await inspector.reads('institutions.story.inspection_done');
      const shortcoming = inspector.page.locator('form[id^="shortcoming-"]').first();
      await inspector.field('institutions.field.requirementCode', shortcoming).selectOption('safety');
      await inspector.field('institutions.field.severity', shortcoming).selectOption('critical');
      await inspector.field('institutions.field.text', shortcoming).fill(text);
      await typeDay(inspector, `${await shortcoming.getAttribute('id')}-dueOn`, 20);
      await inspector.pressOf(shortcoming, inspector.t('institutions.shortcomings.save'));
      await inspector.reads('institutions.compliance_reason.critical_open');
      await lookAt(inspector);

      await resident.open(`/institutions/${institutionId}`);
      await resident.reads('institutions.compliance.not_compliant');
      await resident.reads('institutions.means.not_compliant');
      const told = await resident.page.content();
      assert.ok(!told.includes(text) && !told.includes('Nadia'), 'neither what was found nor who found it');
      await lookAt(resident);

      const correct = await unfold(
        inspector,
        (await inspector.page.locator('form[id^="correct-"]').first().getAttribute('id')) ?? '',
      );
      await inspector.field('institutions.field.evidence', correct).fill(evidence);
      await inspector.pressOf(correct, inspector.t('institutions.shortcoming_step.correct'));
      const verify = await unfold(
        inspector,
        (await inspector.page.locator('form[id^="verify-"]').first().getAttribute('id')) ?? '',
      );
      await inspector.pressOf(verify, inspector.t('institutions.shortcoming_step.verify'));
      await inspector.reads('institutions.compliance_reason.all_in_order');
      await resident.open(`/institutions/${institutionId}`);
      await resident.reads('institutions.compliance.compliant');
      await inspector.open('/work/institutions/deadlines');
      await lookAt(inspector);
      await resident.leave();
      await inspector.leave();
    });

    test('residents filter without script, and a house whose address is secret shows no place', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/institutions');
      await resident.choose('field.kind', 'women');
      await resident.press('ui.filters.apply');
      await resident.reads('institutions.list.count', { count: 1 });
      await resident.reads('institutions.said.secret');
      const { name: names } = await institutionCalled('Amane House');
      await resident.follow(inWords(names, locale));
      await resident.reads('institutions.said.secret_text');
      assert.equal((await resident.page.content()).includes('cachée'), false);
      await lookAt(resident);
      await resident.leave();
    });
  });
