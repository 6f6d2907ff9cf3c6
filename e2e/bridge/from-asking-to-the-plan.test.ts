import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FigureTable } from '@qantara/indicators/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { needName, organisationName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { formatsIn, inWords, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** One person for each language: their name as they write it and as a navigator of the other script hears it. */
const PEOPLE = {
  ar: {
    name: 'رقية بن سعيد',
    heard: 'Rokaya Ben Saïd',
    need: 'housing',
    organisation: 'roof',
    partner: 'roof@sabil.example',
    stranger: 'food@sabil.example',
  },
  fr: {
    name: 'Meriem Ben Brahim',
    heard: 'مريم بن إبراهيم',
    need: 'food',
    organisation: 'foodbank',
    partner: 'food@sabil.example',
    stranger: 'work@sabil.example',
  },
};

async function waiting(navigator: Visitor): Promise<string[]> {
  await navigator.open('/work/requests');
  return navigator.page
    .locator('input[name=screeningId]')
    .evaluateAll((inputs) => inputs.map((one) => one.id || (one as HTMLInputElement).value));
}

type Counts = { gotHelp: FigureTable['total']; closed: FigureTable['total'] };

/** What this year's work on one need, or on all of them, came to, as those read it who may open the records behind it. */
async function countsOf(reader: Visitor, need: string | null): Promise<Counts> {
  const year = new Date().getFullYear();
  const count = async (code: string) => {
    const question = `startsOn=${year}-01-01&endsOn=${year + 1}-01-01${need === null ? '' : `&needCode=${need}`}`;
    const answer = await reader.context.request.get(`${reader.address}/api/indicators/${code}/figures?${question}`);
    return ((await answer.json()) as FigureTable).total;
  };
  return { gotHelp: await count('got_help_rate'), closed: await count('closure_rate') };
}

function publicGotHelp(): Promise<FigureTable> {
  return region.ask<FigureTable>(`/public/indicators/got_help_rate/figures?year=${new Date().getFullYear()}`);
}

function oneMore(figure: FigureTable['total']) {
  const { numerator, denominator } = figure;
  assert.ok(numerator !== null && denominator !== null, 'the figure is told');
  return { numerator: numerator + 1, denominator: denominator + 1 };
}

function countedIn({ numerator, denominator }: FigureTable['total']) {
  return { numerator, denominator };
}

/** Opens the step where it is folded, and takes it. */
async function takeStep(visitor: Visitor, step: string): Promise<void> {
  const words = visitor.t(`referrals.step.${step}`);
  const folded = visitor.page.locator('details.step', { has: visitor.page.locator(`#step-${step}`) });
  if ((await folded.getAttribute('open')) === null) await folded.locator('summary').click();
  await visitor.pressOf(folded, words);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, heard, need, organisation, partner: partnerEmail, stranger } = PEOPLE[locale];
    const partnerName = organisationName(organisation, locale);
    let accessCode = '';
    let personPath = '';
    let referralPath = '';
    let before: Counts;
    let beforeForAll: FigureTable;
    let navigator: Visitor;
    let partner: Visitor;

    test('a resident asks for help, without an account and without script', async () => {
      navigator = await region.colleague('salma@sabil.example', locale);
      before = await countsOf(navigator, need);
      beforeForAll = await publicGotHelp();
      const known = await waiting(navigator);
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/ask');
      await resident.mark(needName(need, locale));
      await resident.press('screening.ask.next');
      await resident.mark(needName(need, locale));
      await resident.press('screening.ask.next');
      await resident.mark(resident.t('screening.safeContact.may_contact'));
      await resident.mark(resident.t('people.contactKind.phone'));
      await resident.type('screening.field.contactValue', '+216 50 555 123');
      await resident.type('screening.field.displayName', name);
      await resident.press('screening.ask.send');
      accessCode = (await resident.page.locator('.access-code .code').innerText()).trim();
      assert.match(accessCode, /^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/);
      await resident.leave();
      const fresh = (await waiting(navigator)).filter((id) => !known.includes(id));
      assert.equal(fresh.length, 1, 'one request more waits');
      await lookAt(navigator);
      await navigator.pressOf(navigator.page.locator(`#take-${fresh[0]}`), navigator.t('screening.requests.take'));
      personPath = navigator.where().replace(/^\/../, '');
      assert.equal(await navigator.heading(), name);
    });

    test('the navigator finds the person by a name heard in the other script', async () => {
      await navigator.open('/work/people');
      await navigator.type('people.field.name', heard);
      await navigator.press('people.search.go');
      const found = navigator.page.getByRole('link', { name }).first();
      assert.equal(await found.getAttribute('href'), `/${locale}${personPath}`);
      await lookAt(navigator);
      await found.click();
      await navigator.page.waitForURL(`**${personPath}`);
      await lookAt(navigator);
    });

    test('without consent nothing is sent, and the page names the partner', async () => {
      await navigator.follow(navigator.t('referrals.person.refer'));
      const choice = navigator.page.locator('.service-choice', { hasText: partnerName });
      await choice.locator('input:enabled').first().check();
      await navigator.press('referrals.refer.send');
      assert.ok((await navigator.content()).includes(navigator.t('referrals.refer.missing_title')));
      assert.ok((await navigator.page.locator('.notice.warning').first().innerText()).includes(partnerName));
      await lookAt(navigator);
      const other = await navigator.anotherTab();
      await other.open(personPath);
      await other.reads('referrals.person.no_referrals');
      await other.page.close();
    });

    test('with the consent recorded for that partner, the choice made before is sent', async () => {
      await navigator.press('referrals.refer.ask_consent');
      assert.ok(await navigator.isMarked(partnerName), 'the partner who is missing is marked');
      await lookAt(navigator);
      await navigator.mark(navigator.t('people.givenHow.spoken'));
      await navigator.press('people.consent.save');
      await navigator.press('people.consent.go_on');
      assert.equal(navigator.where(), `/${locale}${personPath}`);
      const sent = navigator.page.locator('#referrals tbody tr');
      assert.equal(await sent.count(), 1);
      assert.ok((await sent.innerText()).includes(partnerName));
      referralPath = ((await sent.locator('a').getAttribute('href')) ?? '').replace(/^\/../, '');
      await lookAt(navigator);
    });

    test('the partner finds it in the worklist and accepts; a tab left open changes nothing', async () => {
      partner = await region.colleague(partnerEmail, locale);
      await partner.open('/work');
      await lookAt(partner);
      await partner.follow(name);
      assert.equal(partner.where(), `/${locale}${referralPath}`);
      const stale = await partner.anotherTab();
      await stale.open(referralPath);
      await takeStep(partner, 'accept');
      await partner.reads('referrals.story.accept');
      await lookAt(partner);
      await takeStep(stale, 'accept');
      await stale.reads('referrals.open.changed_title');
      assert.equal(await stale.page.locator('.timeline li').count(), 2, 'sent and accepted, once each');
      await lookAt(stale);
      await stale.page.close();
    });

    test('another partner’s desk does not know the referral', async () => {
      const other = await region.colleague(stranger, locale);
      assert.equal(await other.open(referralPath), 404);
      assert.equal(await other.heading(), other.t('shell.error.not_found.title'));
      assert.ok(!(await other.content()).includes(name));
      await lookAt(other);
      await other.leave();
    });

    test('the partner begins, and says what was done', async () => {
      await partner.open(referralPath);
      await takeStep(partner, 'start');
      assert.ok(await partner.page.locator('#step-complete').isVisible(), 'the next step stands open');
      await takeStep(partner, 'complete');
      await partner.reads('ui.form.not_sent');
      await lookAt(partner);
      await partner.choose('referrals.field.outcomeCode', 'help_given');
      await takeStep(partner, 'complete');
      await partner.reads('referrals.outcome.help_given');
      await partner.leave();
    });

    test('the resident opens the request with the code and says that help came', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/follow');
      await resident.type('referrals.follow.code', accessCode.toLowerCase().replaceAll('-', ' '));
      await resident.press('referrals.follow.open');
      await resident.reads('referrals.follow.status.completed', { organisation: partnerName });
      await lookAt(resident);
      await resident.press('referrals.confirmation.helped');
      await resident.reads('referrals.follow.you_said', { answer: resident.t('referrals.confirmation.helped') });
      await lookAt(resident);
      await resident.mark(resident.t('referrals.rating.4'));
      await resident.press('referrals.words.send');
      await resident.reads('referrals.follow.done.thanks');
      await resident.reads('referrals.rating.4');
      await resident.follow(resident.t('referrals.follow.my_file'));
      await resident.reads('ownfile.needs');
      await resident.reads('ownfile.openings_lead');
      await resident.reads('ownfile.by.looks_after');
      await lookAt(resident);
      await resident.page.locator('summary', { hasText: resident.t('people.consents.withdraw') }).click();
      await resident.press('people.consents.withdraw');
      await resident.reads('people.consents.withdrawn');
      await resident.open('/follow');
      await resident.press('referrals.follow.leave');
      await resident.open('/follow');
      assert.equal(await resident.heading(), resident.t('referrals.follow.title'), 'the request is closed behind them');
      await resident.leave();
      await navigator.open(referralPath);
      await navigator.reads('referrals.confirmation.helped');
      await navigator.leave();
    });

    test('the figures count exactly this one more, and the planner reads them in the plan', async () => {
      const planner = await region.colleague('planner@sabil.example', locale);
      const { gotHelp, closed } = await countsOf(planner, need);
      assert.deepEqual(countedIn(gotHelp), oneMore(before.gotHelp));
      assert.deepEqual(countedIn(closed), oneMore(before.closed));
      const { total: forAll, indicator } = await publicGotHelp();
      assert.deepEqual(countedIn(forAll), countedIn(beforeForAll.total), 'one more is never told to everybody');
      const { gotHelp: total } = await countsOf(planner, null);
      await planner.open('/plan/manage');
      const stat = planner.page.locator('.stat', { hasText: inWords(indicator.name, locale) });
      assert.ok((await stat.innerText()).includes(formatsIn(locale).percent(total.value ?? Number.NaN)));
      await lookAt(planner);
      await planner.leave();
    });
  });
