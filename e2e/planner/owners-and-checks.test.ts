import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Plan } from '@qantara/plan/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** One initiative for each language, and what is written of it. */
const SAID = {
  ar: { number: '5.2', promise: 'قاعة كل أسبوع', story: 'اجتمع الجميع أول مرة' },
  fr: { number: '7.1', promise: 'Une salle par semaine', story: 'Tout le monde s’est réuni' },
} as const;

async function detailsPathOf(number: string): Promise<string> {
  const { planId, items } = await region.ask<Plan>('/public/plan');
  const { itemId } = items.find((item) => item.number === number) ?? { itemId: '' };
  return `/plan/write/${planId}/items/${itemId}/details`;
}

/** Without script a part is opened by its summary, filled and saved by itself. */
async function addPartner(planner: Visitor, promise: string): Promise<void> {
  const form = planner.page.locator('#details-partners');
  await planner.page.locator('#part-partners > summary').click();
  await form.locator('[name="partners.0.organisationId"]').selectOption({ index: 2 });
  await form.locator(`[name="partners.0.promise.${planner.locale}"]`).fill(promise);
  await planner.pressOf(form, planner.t('plan.write.save'));
}

async function makeLink(planner: Visitor): Promise<string> {
  await planner.pressOf(planner.page.locator('#owner-link'), planner.t('plan.links.make'));
  const link = await planner.page.locator('#links .notice bdi').first().innerText();
  return new URL(link.trim()).pathname.replace(/^\/(?:ar|fr|en)/, '');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { number, promise, story } = SAID[locale];

    test('a planner without script says who promised what; the owner says by a link how it goes; everyone reads it', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open(await detailsPathOf(number));
      await lookAt(planner);
      await addPartner(planner, promise);
      await planner.reads('plan.details.saved');
      await lookAt(planner);
      await planner.page.locator('#owner-link button[value="send-link"]').click();
      await planner.reads('plan.links.sent');
      await planner.reads('plan.links.is_sent');
      const path = await makeLink(planner);
      await planner.reads('plan.links.once');
      await lookAt(planner);

      const owner = await region.visitor({ locale, script: false });
      await owner.open(path);
      await lookAt(owner);
      await owner.choose('plan.field.progress', 'delayed');
      await owner.type('plan.field.shareDone', '30');
      await owner.type('plan.field.story', story);
      await owner.type('plan.field.obstacle', 'only for planners');
      await owner.press('plan.tell.send');
      await owner.reads('plan.tell.thanks');
      await lookAt(owner);

      await owner.open(`/plan/nodes/${number}`);
      const told = await owner.content();
      assert.ok(told.includes(promise) && told.includes(story));
      assert.equal(told.includes('only for planners'), false, 'what stands in the way is not public');
      await lookAt(owner);

      await planner.open(await detailsPathOf(number));
      assert.ok((await planner.content()).includes(story));
      await planner.pressOf(planner.page.locator('#links li').first(), planner.t('plan.links.end'));
      assert.equal(await owner.open(path), 404, 'an ended link opens nothing');
      await owner.reads('plan.tell.gone');
      await owner.leave();
      await planner.leave();
    });

    test('what the plan lacks is listed with the way to mend it, and who was asked is written down', async () => {
      const planner = await region.visitor({ locale, script: false });
      await signIn(planner, 'planner@sabil.example');
      await planner.open('/plan/check');
      await planner.reads('plan.finding.group_not_asked');
      await lookAt(planner);
      const group = locale === 'ar' ? 'rural' : 'migrants';
      await planner.follow(planner.t('plan.check.consultations'));
      await planner.choose('plan.field.population', group);
      for (const [part, value] of Object.entries({ day: '3', month: '2', year: '2026' }))
        await planner.page.locator(`[name="heldOn.${part}"]`).fill(value);
      await planner.choose('plan.field.way', 'meeting');
      await planner.press('plan.consultations.add_do');
      await lookAt(planner);
      await planner.open('/plan/check');
      const form = planner.page.locator('#answer-choice_explained');
      await planner.page.locator('details', { has: form }).locator('summary').click();
      await form.locator('[name="isMet"][value="yes"]').check();
      await planner.pressOf(form, planner.t('plan.write.save'));
      const line = planner.page.locator('#check-choice_explained');
      assert.ok((await line.innerText()).includes(planner.t('plan.check_state.met')));
      await planner.leave();
    });

    test('a colleague tells of what is theirs from their own list', async () => {
      const owner = await region.colleague('roof@sabil.example', locale);
      await owner.open('/plan/my-nodes');
      await owner.page.locator('main details > summary').first().click();
      await owner.choose('plan.field.progress', 'under_way');
      await owner.type('plan.field.story', story);
      await owner.press('plan.tell.send');
      await owner.reads('plan.tell.thanks');
      await lookAt(owner);
      await owner.leave();
    });
  });
