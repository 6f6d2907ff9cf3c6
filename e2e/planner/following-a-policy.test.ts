import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const WORDS = {
  ar: { title: 'قرار الأرصفة', body: 'المجلس البلدي', changes: 'أرصفة يمر منها الكرسي المتحرك' },
  fr: {
    title: 'Arrêté sur les trottoirs',
    body: 'Le conseil municipal',
    changes: 'Des trottoirs où passe un fauteuil',
  },
} as const;

async function typeIn(visitor: Visitor, name: string, text: string): Promise<void> {
  await visitor.page.locator(`[name="${name}.${visitor.locale}"]`).first().fill(text);
}

async function typeDay(visitor: Visitor, name: string, [year, month, day]: [number, number, number]): Promise<void> {
  for (const [part, value] of Object.entries({ day, month, year }))
    await visitor.page.locator(`[name="${name}.${part}"]`).first().fill(String(value));
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script follows a text and moves it a stage; everyone reads it from the plan', async () => {
      const { title, body, changes } = WORDS[locale];
      const plan = await region.ask<Plan>('/public/plan');
      const [node] = plan.items;
      assert.ok(node !== undefined);
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/work/policies/new');
      await lookAt(planner);
      await typeIn(planner, 'title', title);
      await typeIn(planner, 'body', body);
      await typeIn(planner, 'changes', changes);
      await planner.choose('policies.field.level', 'local');
      await planner.choose('policies.field.kind', 'by_law');
      await planner.choose('policies.field.position', 'for');
      await planner.choose('policies.field.stage', 'draft');
      await planner.page.locator('[name="itemIds.0"]').selectOption(node.itemId);
      await planner.page.locator('[name="isPublic"]').check();
      await typeDay(planner, 'stageOn', [2025, 3, 1]);
      await planner.press('policies.new_do');
      assert.match(planner.where(), /\/work\/policies\/[0-9a-f-]{36}$/);
      await lookAt(planner);

      await planner.page.locator('[name="stage"][value="adopted"]').check();
      await typeDay(planner, 'reachedOn', [2025, 2, 1]);
      await planner.press('policies.move_do');
      await planner.reads('validation.policy_stage_earlier');
      assert.ok(await planner.page.locator('[name="stage"][value="adopted"]').isChecked());
      await typeDay(planner, 'reachedOn', [2025, 6, 1]);
      await planner.press('policies.move_do');
      await planner.reads('policies.stage.adopted');
      await planner.leave();

      const anyone = await region.visitor({ locale });
      await anyone.open('/plan');
      await anyone.follow(anyone.t('plan.page.policies'));
      assert.ok((await anyone.content()).includes(title));
      await lookAt(anyone);
      await anyone.leave();
    });
  });
