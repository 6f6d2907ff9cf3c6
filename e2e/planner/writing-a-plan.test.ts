import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** What is written, in the language of whoever writes; on paper nobody fills in three languages at once. */
const WORDS = {
  ar: { name: 'خطة المدينة', vision: 'مدينة آمنة', node: 'ساحات مضاءة', town: 'مرسى سبيل' },
  fr: { name: 'Plan de la ville', vision: 'Une ville sûre', node: 'Des places éclairées', town: 'Oued Zarqa' },
} as const;

async function typeIn(visitor: Visitor, name: string, text: string): Promise<void> {
  await visitor.page.locator(`[name="${name}.${visitor.locale}"]`).first().fill(text);
}

async function typeDay(visitor: Visitor, name: string, year: number): Promise<void> {
  for (const [part, value] of Object.entries({ day: 1, month: 1, year }))
    await visitor.page.locator(`[name="${name}.${part}"]`).first().fill(String(value));
}

const planIn = async (visitor: Visitor): Promise<string> => visitor.where().split('/').at(-1)?.split(/[?#]/)[0] ?? '';

/** What the node aims at: the first indicator there is, with one value on the way. */
async function setTarget(visitor: Visitor): Promise<void> {
  const form = visitor.page.locator('#target');
  await visitor.page.locator('details', { has: form }).locator('summary').first().click();
  await form.locator('[name="indicatorCode"]').selectOption({ index: 1 });
  await form.locator('[name="targetKind"]').selectOption('absolute');
  await form.locator('[name="target"]').fill('0.7');
  await form.locator('[name="baseline"]').fill('0.2');
  await form.locator('details summary').click();
  await form.locator('[name="path.0.value"]').fill('0.4');
  await typeDay(visitor, 'path.0.on', 2098);
  await form.locator('[name="dueOn.day"]').fill('1');
  await form.locator('[name="dueOn.month"]').fill('1');
  await form.locator('[name="dueOn.year"]').fill('2099');
  await visitor.pressOf(form, visitor.t('plan.write.add_target'));
}

async function publish(visitor: Visitor): Promise<void> {
  const form = visitor.page.locator('#publish');
  await visitor.page.locator('details', { has: form }).locator('summary').click();
  await visitor.pressOf(form, visitor.t('plan.step.publish_do'));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script starts a town’s plan under the region’s, adds to it, and everyone reads it', async () => {
      const { name, vision, node, town } = WORDS[locale];
      const above = await region.ask<Plan>('/public/plan');
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/plan/write/new');
      await typeIn(planner, 'name', name);
      await typeIn(planner, 'vision', vision);
      await planner.choose('plan.field.reach', 'municipality');
      await planner.page.locator('[name="areaId"]').selectOption({ label: town });
      await planner.choose('plan.field.parentPlanId', above.planId);
      await typeDay(planner, 'startsOn', 2097);
      await typeDay(planner, 'endsOn', 2101);
      await planner.mark(planner.t('plan.template.issues'));
      await planner.press('plan.write.start');
      const planId = await planIn(planner);
      await lookAt(planner);

      await planner.open(`/plan/write/${planId}/items/new`);
      await typeIn(planner, 'title', node);
      await planner.choose('plan.field.levelCode', 'strategy');
      await planner.type('plan.field.number', '1');
      await planner.choose('plan.field.servesItemId', above.items[1]?.itemId ?? '');
      await planner.press('plan.write.add_item_do');
      assert.ok((await planner.content()).includes(node));

      await planner.follow(node);
      await setTarget(planner);
      await planner.reads('plan.status.not_started');
      await lookAt(planner);
      await planner.open(`/plan/write/${planId}`);

      const resident = await region.visitor({ locale, script: false });
      assert.equal(await resident.open(`/plans/${planId}`), 404, 'nobody reads it before it is published');
      await publish(planner);
      await planner.reads('plan.write.state.published');
      await lookAt(planner);
      assert.equal(await resident.open(`/plans/${planId}`), 200);
      assert.ok((await resident.content()).includes(node));
      await lookAt(resident);
      const { served } = await region.ask<Plan>('/public/plan');
      assert.ok(
        served.some((one) => one.planId === planId),
        'the plan above shows who serves it',
      );
      await resident.open('/plan');
      await lookAt(resident);
      await resident.leave();
      await planner.leave();
    });
  });
