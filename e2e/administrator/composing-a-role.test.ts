import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { enrol } from '../stage/newcomers.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest({ isNamed: true });

const ROLES = {
  ar: { name: 'قارئ الحاجات بلا جواب', means: 'يرى ما لا تقدمه أي خدمة ويقرأ الاتفاقات.' },
  fr: {
    name: 'Lecteur des manques',
    means: 'Voit ce qu’aucun service n’offre et lit les accords.',
    slug: 'lecteur_manques',
  },
};

/** Waits for the page that a link led to: with script its address comes before it does. */
async function headed(visitor: Visitor, title: string): Promise<void> {
  await visitor.page.getByRole('heading', { level: 1, name: exactly(title) }).waitFor();
}

/** Fills in one language of a text in three. */
async function typeIn(visitor: Visitor, name: string, text: string): Promise<void> {
  await visitor.page.locator(`[name="${name}.${visitor.locale}"]`).fill(text);
}

/** Gives the second word on the newest request, without script. */
async function answerNewest(officer: Visitor, key: string): Promise<void> {
  await officer.open('/role-requests');
  await officer.pressOf(officer.page.locator('ul.cards > li').first(), officer.t(key));
}

async function compose(admin: Visitor, { name, means }: { name: string; means: string }): Promise<void> {
  await admin.open('/roles');
  await lookAt(admin);
  await admin.follow(admin.t('identity.roles.compose'));
  await headed(admin, admin.t('identity.compose.title'));
  await lookAt(admin);
  await admin.follow(admin.t('identity.role.librarian'), admin.page.locator('main'));
  await admin.page.locator('#role').waitFor();
  await admin.press('identity.compose.look');
  await admin.reads('ui.form.not_sent');
  await lookAt(admin);
  await typeIn(admin, 'name', name);
  await typeIn(admin, 'description', means);
  const box = (key: string) => admin.page.getByLabel(exactly(admin.t(key))).first();
  for (const key of ['identity.can.service.import', 'identity.can.directory.curate']) await box(key).uncheck();
  for (const key of ['identity.can.agreement.read', 'identity.can.account.create', 'identity.can.person.read'])
    await box(key).check();
  await admin.press('identity.compose.look');
  await admin.reads('refusal.role_accounts_and_records');
  await lookAt(admin);
  for (const key of ['identity.can.account.create', 'identity.can.person.read']) await box(key).uncheck();
  await admin.press('identity.compose.look');
  await admin.reads('identity.compose.more', { role: admin.t('identity.role.librarian') });
  await lookAt(admin);
  await admin.type('identity.field.reason', 'x');
  await admin.press('identity.compose.ask');
  await admin.reads('identity.compose.look_title');
  await admin.type('identity.field.reason', 'The council asks for it');
  await admin.press('identity.compose.ask');
  await admin.reads('identity.requests.another');
  await lookAt(admin);
}

/** Adds a colleague in a role; gives the link for them. */
async function add(admin: Visitor, colleague: { name: string; email: string; role: string }): Promise<string> {
  await admin.open('/admin/accounts/new');
  await admin.mark(colleague.role);
  await admin.type('identity.field.displayName', colleague.name);
  await admin.type('identity.field.email', colleague.email);
  await admin.press('identity.accounts.new_go');
  await admin.reads('identity.give.waits_title');
  await lookAt(admin);
  return (await admin.page.locator('.enrolment-link bdi').innerText()).trim();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, means } = ROLES[locale];

    test('an administrator composes a role and asks, a privacy officer agrees, a colleague sees what it says and no more', async () => {
      const admin = await region.colleague('admin@sabil.example', locale);
      await compose(admin, { name, means });
      const officer = await region.colleague(`privacy${locale === 'ar' ? '' : '2'}@sabil.example`, locale);
      await officer.open('/oversight');
      await officer.follow(officer.t('identity.requests.look'));
      await headed(officer, officer.t('identity.requests.title'));
      await lookAt(officer);
      await answerNewest(officer, 'identity.requests.agree');
      await officer.reads('identity.requests.done');
      await lookAt(officer);
      await admin.open('/roles');
      await admin.follow(name);
      await headed(admin, name);
      await admin.page.locator('#compare-with select').selectOption('librarian');
      await admin.pressOf(admin.page.locator('#compare-with'), admin.t('identity.compare.go'));
      await admin.reads('identity.compare.only', { role: name });
      await lookAt(admin);

      const person = { name: `Karim ${locale}`, email: `karim.${locale}@sabil.example`, role: name };
      const link = await add(admin, person);
      const colleague = await region.visitor({ locale, script: false });
      await enrol(colleague, link);
      await colleague.open('/account');
      await colleague.reads('identity.waiting.text');
      await lookAt(colleague);
      assert.equal(await colleague.open('/work/gaps'), 403, 'not before somebody agrees');
      await answerNewest(officer, 'identity.requests.agree');
      assert.equal(await colleague.open('/work/gaps'), 200, 'with the next request');
      assert.equal(await colleague.open('/work/agreements'), 200);
      await lookAt(colleague);
      for (const path of ['/curation', '/admin/accounts', '/roles', '/oversight'])
        assert.equal(await colleague.open(path), 403, path);

      await admin.open('/admin/accounts');
      await admin.follow(person.name);
      await headed(admin, person.name);
      await lookAt(admin);
      await admin.follow(admin.t('identity.give.open'));
      await headed(admin, admin.t('identity.give.title', { name: person.name }));
      await lookAt(admin);
      await admin.mark(admin.t('identity.role.inspector'));
      await admin.type('identity.field.reason', 'Moves to the inspection');
      await admin.press('identity.give.go');
      await admin.reads('identity.give.waits_text');
      await answerRefusal(officer);
      await colleague.open('/account');
      assert.ok((await colleague.content()).includes(means), 'the role is what it was');

      await admin.open('/roles');
      await admin.follow(name);
      await headed(admin, name);
      await admin.follow(admin.t('identity.roles.change'));
      await headed(admin, admin.t('identity.compose.change_title', { role: name }));
      await lookAt(admin);
      await admin.page
        .getByLabel(exactly(admin.t('identity.can.agreement.read')))
        .first()
        .uncheck();
      await admin.press('identity.compose.look');
      await admin.reads('identity.compose.less', { role: name });
      await lookAt(admin);
      await admin.type('identity.field.reason', 'It read too much');
      await admin.press('identity.compose.ask');
      assert.equal(await colleague.open('/work/agreements'), 403, 'what only takes away needs nobody else');
      for (const visitor of [admin, officer, colleague]) await visitor.leave();
    });
  });

/** Refuses the newest request, with the reason that is asked for. */
async function answerRefusal(officer: Visitor): Promise<void> {
  await officer.open('/role-requests');
  const card = officer.page.locator('ul.cards > li').first();
  await card
    .getByRole('button', { name: exactly(officer.t('identity.requests.refuse')) })
    .first()
    .click();
  const dialog = officer.page.getByRole('dialog');
  await dialog.getByLabel(exactly(officer.t('identity.field.note'), '(\\s.*)?')).fill('Inspectors are trained first');
  await officer.pressOf(dialog, officer.t('identity.requests.refuse'));
  await officer.reads('identity.request_state.refused');
  await lookAt(officer);
}
