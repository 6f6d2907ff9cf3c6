import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { needName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const PASSWORD = 'quiet herons cross the delta';
const NEXT = 'three foxes under slow rain';
/** A number of each language's own, so that the two journeys do not wait for each other. */
const NAME: Record<(typeof JOURNEY_LOCALES)[number], { typed: string; again: string }> = {
  ar: { typed: '+٢١٦ ٥٠ ٥٥٥ ٣٢١', again: '50555321' },
  fr: { typed: 'Nour El-Houda', again: 'nour el-houda ' },
};

async function ask(visitor: Visitor): Promise<string> {
  const { locale } = visitor;
  await visitor.open('/ask');
  await visitor.mark(needName('food', locale));
  await visitor.press('screening.ask.next');
  await visitor.mark(needName('food', locale));
  await visitor.press('screening.ask.next');
  await visitor.mark(visitor.t('screening.safeContact.no_contact'));
  await visitor.press('screening.ask.send');
  await visitor.reads('screening.code.next_account');
  return (await visitor.page.locator('.access-code .code').innerText()).trim();
}

async function openWith(visitor: Visitor, code: string): Promise<void> {
  await visitor.open('/follow');
  await visitor.type('referrals.follow.code', code);
  await visitor.press('referrals.follow.open');
}

async function prove(visitor: Visitor, { name, password }: { name: string; password: string }, form: string) {
  const within = visitor.page.locator(`form#${form}`);
  await visitor.field('identity.field.signInName', within).fill(name);
  await visitor.field('identity.field.password', within).fill(password);
}

async function signIn(visitor: Visitor, name: string, password: string): Promise<void> {
  await visitor.open('/follow');
  await prove(visitor, { name, password }, 'account');
  await visitor.press('identity.keyring.open');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a resident without script makes a personal account, puts a second request into it, and ends it', async () => {
      const visitor = await region.visitor({ locale, script: false });
      const { typed, again } = NAME[locale];
      const first = await ask(visitor);
      await openWith(visitor, first);
      await visitor.follow(visitor.t('referrals.follow.no_code_next_time'));
      await visitor.reads('identity.keyring.danger_title');
      await lookAt(visitor);
      await prove(visitor, { name: typed, password: 'password12345' }, 'create');
      await visitor.press('identity.keyring.create');
      assert.ok(await visitor.page.locator('.error-summary').isVisible(), 'what everybody uses is refused');
      await lookAt(visitor);
      await prove(visitor, { name: typed, password: PASSWORD }, 'create');
      await visitor.press('identity.keyring.create');
      await visitor.reads('identity.keyring.done.created');
      await lookAt(visitor);
      await visitor.press('identity.keyring.sign_out');

      await signIn(visitor, again, 'not this one');
      await visitor.reads('refusal.keyring_wrong');
      await lookAt(visitor);
      await signIn(visitor, again, PASSWORD);
      await visitor.reads('referrals.follow.waiting_title');
      await visitor.follow(visitor.t('referrals.follow.to_account'));
      const second = await ask(visitor);
      await visitor.open('/follow/account');
      await visitor.follow(visitor.t('identity.keyring.to.add'));
      await lookAt(visitor);
      await visitor.type('identity.field.accessCode', second);
      await visitor.press('identity.keyring.add');
      await visitor.reads('identity.keyring.done.added');
      await visitor.reads('identity.keyring.requests', { count: 2 });
      await lookAt(visitor);
      const tab = await visitor.anotherTab();
      await tab.open('/follow/messages');
      await visitor.press('identity.keyring.see');
      assert.ok(visitor.where().endsWith('/follow'));
      await tab.type('referrals.messages.yours', visitor.t('referrals.follow.title'));
      await tab.press('referrals.messages.send');
      await tab.reads('refusal.other_request_open');
      await lookAt(tab);
      await tab.press('referrals.messages.send');
      await tab.reads('referrals.messages.sent');
      await tab.page.close();

      await visitor.open('/follow/account/password');
      await visitor.type('identity.field.signInName', again);
      await visitor.type('identity.field.currentPassword', PASSWORD);
      await visitor.type('identity.password.new', NEXT);
      await lookAt(visitor);
      await visitor.press('identity.password.go');
      await visitor.reads('identity.keyring.done.changed');

      const other = await region.visitor({ locale, script: false });
      await openWith(other, first);
      await other.open('/follow/account');
      await other.reads('identity.keyring.lost');
      await lookAt(other);
      await other.press('identity.keyring.take_out');
      await other.reads('identity.keyring.new_lead');
      await other.leave();

      await visitor.open('/follow/account');
      await visitor.reads('identity.keyring.requests', { count: 1 });
      await visitor.follow(visitor.t('identity.keyring.to.end'));
      await lookAt(visitor);
      await visitor.press('identity.keyring.end');
      await visitor.reads('referrals.follow.done.ended');
      await lookAt(visitor);
      await signIn(visitor, again, NEXT);
      await visitor.reads('refusal.keyring_wrong');
      await openWith(visitor, second);
      await visitor.reads('referrals.follow.waiting_title');
      await visitor.leave();
    });

    test('without a code or an account nobody reads a page of one', async () => {
      const visitor = await region.visitor({ locale, script: false });
      for (const path of ['', '/add', '/password', '/end']) {
        await visitor.open(`/follow/account${path}`);
        assert.ok(visitor.where().endsWith('/follow'), path);
      }
      await visitor.leave();
    });
  });
