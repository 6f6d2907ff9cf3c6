import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locale } from '@qantara/kernel';
import type { OpenRequest, Worklist } from '@qantara/referrals/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** Somebody at work without script: what helps people must not hang on it. */
async function atWork(email: string, locale: Locale): Promise<Visitor> {
  const visitor = await region.visitor({ locale, script: false });
  await signIn(visitor, email);
  return visitor;
}

async function worklist(visitor: Visitor, view = 'open'): Promise<Worklist['items']> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/worklist?view=${view}`);
  return ((await answer.json()) as Worklist).items;
}

async function offered(visitor: Visitor): Promise<OpenRequest[]> {
  const answer = await visitor.context.request.get(`${visitor.address}/api/open-requests`);
  return ((await answer.json()) as { requests: OpenRequest[] }).requests;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a partner sees what is needed and nobody’s name, claims it, and then knows who it is', async () => {
      const partner = await atWork('food@sabil.example', locale);
      const before = await offered(partner);
      assert.ok(before.length > 0, 'the sample has open requests for the food partner');
      await partner.open('/work/open-requests');
      await lookAt(partner);
      const [first] = before;
      const form = partner.page.locator(`#claim-${first?.referralId}-${first?.serviceId}`);
      await partner.pressOf(form, partner.t('referrals.open_requests.claim'));
      assert.match(partner.where(), new RegExp(`/work/referrals/${first?.referralId}`));
      await partner.reads('referrals.story.claim');
      await lookAt(partner);
      assert.ok(!(await offered(partner)).some(({ referralId }) => referralId === first?.referralId));
    });

    test('a partner refers on, and who asked is told where it went or that it came back', async () => {
      const partner = await atWork('food@sabil.example', locale);
      const item = (await worklist(partner)).find(({ status }) => status !== 'on-hold');
      assert.ok(item, 'the food partner has something');
      assert.equal(await partner.open(`/work/referrals/${item.referralId}/pass-on`), 200, await partner.content());
      assert.equal(await partner.page.locator('#pass-on').count(), 1, await partner.content());
      await lookAt(partner);
      await partner.mark(partner.t('referrals.onward.refer_on'));
      await partner.page.locator('input[name="serviceId"]').first().check();
      await partner.press('referrals.pass_on.send');
      await partner.reads('referrals.reason.referred_on');
      const words = ['went_on', 'came_back'].map((step) => partner.t(`referrals.story.${step}`));
      for (let tried = 0; tried < 300; tried += 1) {
        await partner.page.waitForTimeout(500);
        await partner.open(`/work/referrals/${item.referralId}`);
        const content = await partner.content();
        if (words.some((word) => content.includes(word))) return lookAt(partner);
      }
      assert.fail('nobody was told what became of it');
    });

    test('whoever waits stands on the list in their order, and a place is offered to the first', async () => {
      const partner = await atWork('food@sabil.example', locale);
      const [open] = await offered(partner);
      await partner.open('/work/open-requests');
      const claimed = partner.page.locator(`#claim-${open?.referralId}-${open?.serviceId}`);
      await partner.pressOf(claimed, partner.t('referrals.open_requests.claim'));
      const form = partner.page.locator('#step-hold');
      await form.locator('xpath=ancestor::details').locator('summary').click();
      await form.locator('select').selectOption('wait_listed');
      await partner.pressOf(form, partner.t('referrals.step.hold'));
      await partner.open('/work/waiting');
      await lookAt(partner);
      await partner.page.locator('main a[href*="/work/waiting/"]').first().click();
      await partner.page.waitForLoadState();
      await lookAt(partner);
      const list = partner.where();
      const isOpen = (await partner.page.locator('#offer').count()) === 0;
      if (!isOpen) await partner.press('referrals.wait.offer');
      assert.equal(partner.where(), list);
      await partner.reads('referrals.waiting.offered');
    });

    test('open work is given to a colleague, and its story says so', async () => {
      const navigator = await atWork('salma@sabil.example', locale);
      const [item] = await worklist(navigator);
      assert.ok(item);
      await navigator.open(`/work/hand-over?referral=${item.referralId}`);
      await lookAt(navigator);
      const to = navigator.field('referrals.field.toAccountId').locator('option:not([value=""])');
      const { accountId } = await owner(navigator);
      const values = await to.evaluateAll((options) => options.map((one) => one.getAttribute('value') ?? ''));
      await navigator.choose('referrals.field.toAccountId', values.find((value) => value !== accountId) ?? '');
      await navigator.choose('referrals.field.reasonCode', 'absence');
      await navigator.press('referrals.hand_over.one');
      await navigator.reads('referrals.story.hand_over');
      await navigator.reads('referrals.reason.absence');
      await lookAt(navigator);
    });

    async function owner(navigator: Visitor): Promise<{ accountId: string }> {
      const answer = await navigator.context.request.get(`${navigator.address}/api/me`);
      return ((await answer.json()) as { account: { accountId: string } }).account;
    }

    test('the plan of a person says in plain words what is to come of each need', async () => {
      const navigator = await atWork('salma@sabil.example', locale);
      const [item] = await worklist(navigator);
      await navigator.open(`/work/people/${item?.personId}/plan`);
      await lookAt(navigator);
    });
  });
