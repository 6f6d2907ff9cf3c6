import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Consent } from '@qantara/people/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { needName, organisationName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES, plain } from '../stage/words.ts';

const region = regionUnderTest();

const CHILDREN = {
  ar: { name: 'نور بن سالم', guardian: 'هالة بن سالم', asked: 'نور الهدى بن سالم' },
  fr: { name: 'Elias Morvan', guardian: 'Claire Morvan', asked: 'Élias Morvan' },
};

async function send<T>(visitor: Visitor, path: string, data: object): Promise<T> {
  const headers = { origin: visitor.address };
  const answer = await visitor.context.request.post(`${visitor.address}/api${path}`, { data, headers });
  assert.ok(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function read<T>(visitor: Visitor, path: string): Promise<T> {
  return (await (await visitor.context.request.get(`${visitor.address}/api${path}`)).json()) as T;
}

/** A service of the food bank to which the person is referred. */
async function refer(navigator: Visitor, personId: string): Promise<string> {
  type Found = { items: { service: { serviceId: string; organisationName: { fr: string } } }[]; hasMore: boolean };
  const wanted = organisationName('foodbank', 'fr');
  for (let page = 1; page < 6; page += 1) {
    const { items } = await read<Found>(navigator, `/services/matching?needCode=food&page=${page}`);
    const found = items.find(({ service }) => service.organisationName.fr === wanted);
    if (found === undefined) continue;
    const given = { personId, needCode: 'food', serviceIds: [found.service.serviceId] };
    const { referrals } = await send<{ referrals: { referralId: string }[] }>(navigator, '/referrals', given);
    return referrals[0]?.referralId ?? assert.fail('nothing was sent');
  }
  return assert.fail('the food bank has no service');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, guardian, asked } = CHILDREN[locale];
    const partnerName = organisationName('foodbank', locale);
    let navigator: Visitor;
    let partner: Visitor;
    let personId = '';
    let referralId = '';
    let receiptPath = '';

    test('of a child a guardian agrees in their own name, and the child is asked', async () => {
      navigator = await region.colleague('salma@sabil.example', locale);
      const birthYear = new Date().getFullYear() - 13;
      ({ personId } = await send<{ personId: string }>(navigator, '/people', { displayName: name, birthYear }));
      await navigator.open(`/work/people/${personId}/consent`);
      await navigator.reads('people.giver.minor_title', { age: 18 });
      await lookAt(navigator);
      await navigator.mark(partnerName);
      await navigator.mark(navigator.t('people.givenHow.spoken'));
      await navigator.press('people.consent.save');
      await navigator.reads('refusal.guardian_needed');
      await lookAt(navigator);
      await navigator.choose('people.field.proxyRelation', 'parent');
      await navigator.type('people.field.proxyName', guardian);
      await navigator.mark(navigator.t('people.childAssent.agreed'));
      await navigator.press('people.consent.save');
      assert.equal(await navigator.heading(), plain(navigator.t('people.receipt.title')));
      await lookAt(navigator);
      const { consents } = await read<{ consents: Consent[] }>(navigator, `/people/${personId}`);
      const [consent] = consents;
      assert.deepEqual(
        [consent?.proxyRelation, consent?.proxyName, consent?.childAssent, consent?.textNumber],
        ['parent', guardian, 'agreed', 2],
      );
    });

    test('the receipt is printed, and whoever holds it opens it without an account and finds nobody’s name', async () => {
      await navigator.mark(navigator.t('people.receiptForm.discreet'));
      await navigator.press('people.receipt.make');
      await navigator.page.locator('.receipt').first().waitFor();
      await lookAt(navigator);
      assert.ok((await navigator.page.pdf({ format: 'A5' })).length > 5_000);
      const href = await navigator.page
        .getByRole('link', { name: navigator.t('people.receipt.open') })
        .getAttribute('href');
      receiptPath = (href ?? '').replace(/^\/(?:ar|fr|en)/, '');
      const holder = await region.visitor({ locale, script: false });
      assert.equal(await holder.open(receiptPath), 200);
      await holder.reads('people.receipt.sheet_title');
      const shown = await holder.content();
      for (const hidden of [name, guardian, partnerName])
        assert.ok(!shown.includes(hidden), `${hidden} is on the receipt`);
      await lookAt(holder);
      await holder.leave();
    });

    test('under the consent the partner reads who it is', async () => {
      referralId = await refer(navigator, personId);
      partner = await region.colleague('food@sabil.example', locale);
      await partner.open(`/work/referrals/${referralId}`);
      assert.ok((await partner.content()).includes(name));
    });

    test('once it is taken back the partner reads nobody, is told by the referral’s mark, and the receipt opens no more', async () => {
      await navigator.open(`/work/people/${personId}`);
      const words = navigator.t('people.consents.withdraw');
      await navigator.page.locator('#consents').getByRole('button', { name: words }).first().click();
      await navigator.pressOf(navigator.page.locator('.dialog'), words);
      await navigator.reads('people.consents.withdrawn');
      await lookAt(navigator);
      await partner.open(`/work/referrals/${referralId}`);
      await partner.reads('referrals.open.no_person');
      assert.ok(!(await partner.content()).includes(name));
      await partner.open('/work');
      const notice = partner.page.locator('.notice.warning').filter({ hasText: referralId.slice(-8) });
      await notice.waitFor();
      assert.ok(!(await notice.innerText()).includes(name));
      await lookAt(partner);
      const holder = await region.visitor({ locale, script: false });
      await holder.open(receiptPath);
      assert.equal(await holder.heading(), plain(holder.t('people.receipt.gone_title')));
      await lookAt(holder);
      await holder.leave();
      await partner.leave();
    });

    test('a no is recorded and nobody asks again; what the law lets pass without consent is counted for the privacy officer', async () => {
      await navigator.open(`/work/people/${personId}/consent`);
      await navigator.mark(partnerName);
      await navigator.mark(navigator.t('people.givenHow.spoken'));
      await navigator.choose('people.refusal.why', 'privacy');
      await navigator.press('people.refusal.save');
      await navigator.reads('people.refusal.said_no');
      await lookAt(navigator);
      await navigator.open(`/work/people/${personId}/consent`);
      await navigator.reads('people.refusal.lately_title');
      await lookAt(navigator);
      await navigator.open(`/work/people/${personId}/override`);
      await navigator.page.locator('input[name=basis][value=child_at_risk]').check();
      await navigator.type('people.field.overrideReason', 'A neighbour says that the child is alone at night');
      await navigator.mark(partnerName);
      await navigator.mark(navigator.t('people.telling.tell'));
      await lookAt(navigator);
      await navigator.press('people.override.save');
      await navigator.reads('people.override.live');
      await lookAt(navigator);
      const officer = await region.colleague('privacy@sabil.example', locale);
      await officer.open('/oversight/consents');
      const told = await officer.content();
      assert.ok(told.includes('alone at night') && !told.includes(name), 'the reason is read, and nobody is named');
      await lookAt(officer);
      await officer.leave();
    });

    test('the person reads on their own page what was sent, and asks for a correction that a navigator accepts', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/ask');
      for (let step = 0; step < 2; step += 1) {
        await resident.mark(needName('food', locale));
        await resident.press('screening.ask.next');
      }
      await resident.mark(resident.t('screening.safeContact.no_contact'));
      await resident.type('screening.field.displayName', `${name} 2`);
      await resident.press('screening.ask.send');
      const code = (await resident.page.locator('.access-code .code').innerText()).trim();
      const { requests } = await read<{ requests: { screeningId: string; receivedAt: string; personId: string }[] }>(
        navigator,
        '/requests/waiting',
      );
      const [newest] = requests.toSorted((one, other) => other.receivedAt.localeCompare(one.receivedAt));
      const screeningId = newest?.screeningId ?? '';
      const taken = await send<{ personId: string }>(navigator, `/requests/${screeningId}/take`, { screeningId });
      const { personId: askerId } = taken;
      type Organisations = { items: { organisationId: string; name: { fr: string } }[] };
      const { items } = await region.ask<Organisations>('/organisations?perPage=100');
      const foodbank = items.find((one) => one.name.fr === organisationName('foodbank', 'fr'))?.organisationId;
      const given = {
        categories: ['identity', 'need'],
        recipients: [foodbank],
        givenHow: 'spoken',
        locale,
        textNumber: 2,
      };
      await send(navigator, `/people/${askerId}/consents`, given);
      await refer(navigator, askerId);

      await resident.open('/follow');
      await resident.type('referrals.follow.code', code);
      await resident.press('referrals.follow.open');
      await resident.open('/my-file');
      await resident.reads('ownfile.sent');
      assert.ok((await resident.page.locator('section[aria-labelledby=sent]').innerText()).includes(partnerName));
      await resident.choose('ownfile.field.field', 'name');
      await resident.type('ownfile.field.whatIsWrong', '…');
      await resident.press('ownfile.ask_correction');
      assert.equal(await resident.field('ownfile.field.whatIsWrong').inputValue(), '…', 'what was typed stays');
      await resident.type('ownfile.field.whatIsWrong', 'x y');
      await resident.type('ownfile.field.whatIsRight', asked);
      await resident.press('ownfile.ask_correction');
      await resident.reads('people.correctionStatus.waiting');
      await lookAt(resident);

      await navigator.open('/work/corrections');
      await lookAt(navigator);
      const item = navigator.page.locator('.tasks > li').filter({ hasText: asked });
      await navigator.pressOf(item, navigator.t('people.correction.accept'));
      await resident.open('/my-file');
      await resident.reads('people.correctionStatus.accepted');
      assert.ok((await resident.page.locator('.facts').first().innerText()).includes(asked));
      await resident.leave();
      await navigator.leave();
    });
  });
