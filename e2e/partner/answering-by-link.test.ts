import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

type Item = { referralId: string; status: string };

/** Referrals that wait for a partner's answer, of those that the navigator sent; an open request has no partner yet. */
async function waiting(navigator: Visitor): Promise<string[]> {
  const ask = async (path: string) => (await navigator.context.request.get(`${navigator.address}/api${path}`)).json();
  const { items } = (await ask('/worklist?view=open')) as { items: Item[] };
  const found: string[] = [];
  for (const { referralId, status } of items) {
    if (status !== 'requested') continue;
    const { referral } = (await ask(`/referrals/${referralId}`)) as { referral: { organisationId: string | null } };
    if (referral.organisationId !== null) found.push(referralId);
  }
  return found;
}

async function makeLink(navigator: Visitor, referralId: string): Promise<string> {
  await navigator.open(`/work/referrals/${referralId}`);
  await navigator.follow(navigator.t('referrals.open.links'));
  await lookAt(navigator);
  await navigator.press('partnerlinks.links.make');
  await navigator.reads('partnerlinks.links.once');
  await lookAt(navigator);
  const link = await navigator.page.locator('main .notice bdi').first().innerText();
  return new URL(link).pathname.replace(`/${navigator.locale}`, '');
}

for (const [at, locale] of JOURNEY_LOCALES.entries())
  describe(locale, () => {
    test('on a telephone, without script and without an account, a partner asks, accepts, helps and is done', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      const [referralId = ''] = (await waiting(salma)).slice(at * 2);
      const link = await makeLink(salma, referralId);
      const partner = await region.visitor({ locale, script: false });
      assert.equal(await partner.open(link), 200);
      await partner.reads('partnerlinks.page.who_after_yes');
      await lookAt(partner);
      await partner.type('partnerlinks.page.ask', 'Until when?');
      await partner.press('partnerlinks.page.send_question');
      await partner.reads('partnerlinks.questions.title');
      await partner.press('referrals.step.accept');
      await lookAt(partner);
      await partner.press('partnerlinks.page.send_question');
      await partner.reads('partnerlinks.page.lead');
      await lookAt(partner);
      const complete = partner.page.locator('details').filter({ hasText: partner.t('referrals.step.complete') });
      await complete.locator('summary').click();
      await partner.pressOf(complete, partner.t('referrals.step.complete'));
      await lookAt(partner);
      await partner.page.locator('[name=outcomeCode]').last().selectOption('help_given');
      await partner.press('referrals.step.complete');
      await partner.reads('partnerlinks.page.over');
      await lookAt(partner);
      await salma.open(`/work/referrals/${referralId}`);
      await salma.reads('referrals.status.completed');
      assert.ok((await salma.content()).includes(salma.t('referrals.how.link')));
      await lookAt(salma);
      await partner.leave();
      await salma.leave();
    });

    test('a link that was ended opens nothing, and says where to ask', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      const [referralId = ''] = (await waiting(salma)).slice(at * 2 + 1);
      const link = await makeLink(salma, referralId);
      await salma.open(`/work/referrals/${referralId}/links`);
      await salma.press('partnerlinks.links.revoke');
      await salma.reads('partnerlinks.state.revoked');
      const partner = await region.visitor({ locale, script: false });
      await partner.open(link);
      assert.equal(await partner.heading(), partner.t('partnerlinks.page.gone'));
      await lookAt(partner);
      await partner.leave();
      await salma.leave();
    });
  });
