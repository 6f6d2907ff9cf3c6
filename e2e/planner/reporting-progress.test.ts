import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Two initiatives, one for each language, and what is said of them. */
const SAID = {
  ar: { index: 0, progress: 'done', second: 'stopped' },
  fr: { index: 1, progress: 'delayed', second: 'done' },
} as const;

async function initiativeAt(index: number): Promise<Plan['items'][number]> {
  const { items } = await region.ask<Plan>('/public/plan');
  const initiative = items.filter(({ kind }) => kind === 'initiative')[index];
  assert.ok(initiative !== undefined, 'the plan has initiatives');
  return initiative;
}

function formOf(visitor: Visitor, number: string) {
  return visitor.page.locator(`#report-${number.replace(/\W/g, '-')}`);
}

async function report(visitor: Visitor, number: string, progress: string): Promise<void> {
  const form = formOf(visitor, number);
  if (!(await form.isVisible()))
    await visitor.page.locator('details.plan-report', { has: form }).locator('summary').click();
  await visitor.field('plan.field.progress', form).selectOption(progress);
  await visitor.pressOf(form, visitor.t('plan.report.save'));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { index, progress, second } = SAID[locale];

    test('the planner says how an initiative goes, and everyone reads it in the plan', async () => {
      const { number } = await initiativeAt(index);
      const planner = await region.colleague('planner@sabil.example', locale);
      await planner.open('/plan/manage');
      const other = await planner.anotherTab();
      await other.open('/plan/manage');
      await report(planner, number, progress);
      await planner.reads('plan.report.saved', { number });
      await lookAt(planner);
      assert.equal((await initiativeAt(index)).progress, progress);

      const resident = await region.visitor({ locale, script: false });
      await resident.open('/plan');
      const item = resident.page.locator(`li[id="i${number}"]`);
      assert.ok((await item.innerText()).includes(resident.t(`plan.progress.${progress}`)));
      await lookAt(resident);
      await resident.leave();

      await report(other, number, second);
      await other.reads('refusal.item_changed');
      assert.equal((await initiativeAt(index)).progress, progress, 'a page that was left open changes nothing unseen');
      assert.equal(await other.field('plan.field.progress', formOf(other, number)).inputValue(), second);
      await lookAt(other);
      await planner.leave();
    });

    test('who only reads the plan is not offered to report', async () => {
      const partner = await region.colleague('work@sabil.example', locale);
      await partner.open('/plan/manage');
      assert.equal(await partner.page.locator('.plan-report').count(), 0);
      await partner.leave();
    });
  });
