import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const SAID = {
  ar: { story: 'ارتفعت الإيجارات وتأخرت المساعدات', next: 'ورقة إرشاد في كل حي' },
  fr: { story: 'Les loyers montent et les aides tardent', next: 'Un guide dans chaque quartier' },
} as const;

/** The reviews of the first target of the plan whose measure has years behind it. */
async function reviewsPath(): Promise<string> {
  const { items } = await region.ask<Plan>('/public/plan');
  const item = items.find(({ targets }) => targets.some(({ indicator }) => indicator.kind === 'population'));
  const target = item?.targets.find(({ indicator }) => indicator.kind === 'population') ?? assert.fail();
  return `/plan/items/${item?.itemId}/targets/${target.targetId}`;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a planner without script writes down a look at a figure; a wrong day is told at its field and loses nothing', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open(await reviewsPath());
      await lookAt(planner);
      const form = planner.page.locator('#review');
      const { story, next } = SAID[locale];
      await form.locator('[name="forecast.0.value"]').fill('12.5');
      await form.locator('[name="story"]').fill(story);
      await form.locator('[name="nextSteps"]').fill(next);
      await form.locator('[name="heldOn.year"]').fill('2099');
      await planner.press('plan.review.save');
      assert.ok(await planner.page.locator('.field-error').first().isVisible());
      assert.equal(await form.locator('[name="story"]').inputValue(), story);
      assert.equal(await form.locator('[name="forecast.0.value"]').inputValue(), '12.5');
      await lookAt(planner);
      await form.locator('[name="heldOn.year"]').fill('2026');
      await form.locator('[name="heldOn.month"]').fill('2');
      await form.locator('[name="heldOn.day"]').fill('3');
      await planner.press('plan.review.save');
      const told = await planner.content();
      assert.ok(told.includes(story) && told.includes(next));
      await planner.reads('plan.turn.too_few');
      await lookAt(planner);
      await planner.leave();
    });
  });
