import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { enrol, firstAdministrator, invite, NEW_PASSWORD } from '../stage/newcomers.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { withKeyring } from '../stage/telephone.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

/** Waits for the page that comes after a key has answered. */
async function touch(visitor: Visitor, key: string, lands: RegExp): Promise<void> {
  await visitor.page.locator('html[data-passkeys=on]').waitFor();
  await visitor.page.getByRole('button', { name: visitor.t(key) }).click();
  await visitor.page.waitForURL(lands);
  await visitor.page.waitForLoadState();
}

/** Follows a link that leads on to somewhere else than it says. */
async function lead(visitor: Visitor, key: string, lands: RegExp): Promise<void> {
  await visitor.page.getByRole('link', { name: visitor.t(key) }).click();
  await visitor.page.waitForURL(lands);
  await visitor.page.waitForLoadState();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const region = regionUnderTest({ sample: false, isNamed: true });

    test('an account gets a passkey, and opens with it alone; a colleague takes theirs by a link', async () => {
      const [visitor, telephone] = await firstAdministrator(region, locale);
      await visitor.reads('identity.news.no_codes');
      await lookAt(visitor);
      await withKeyring(visitor);

      await visitor.open('/account');
      await lookAt(visitor);
      await lead(visitor, 'identity.passkeys.add', /account\/confirm/);
      await lookAt(visitor);
      await visitor.type('identity.field.password', NEW_PASSWORD);
      await visitor.type('identity.field.code', telephone.code());
      await visitor.press('identity.confirm.go');
      assert.match(visitor.where(), /\/account\/passkeys\/new$/);
      await lookAt(visitor);
      await visitor.type('identity.field.label', 'Telephone');
      await touch(visitor, 'identity.passkeys.make', /account\?done=passkey/);
      assert.ok((await visitor.content()).includes('Telephone'));
      await lookAt(visitor);

      await visitor.open('/account/recovery-codes');
      await visitor.press('identity.codes.make');
      assert.equal(await visitor.page.locator('.recovery-codes li').count(), 10);
      await lookAt(visitor);
      for (const page of ['/account/password', '/account/telephone']) {
        await visitor.open(page);
        await lookAt(visitor);
      }

      await visitor.open('/sign-out');
      await visitor.press('identity.sign_out.go');
      await visitor.open('/sign-in');
      await lookAt(visitor);
      await touch(visitor, 'identity.sign_in.passkey', /admin\/accounts/);

      const link = await invite(visitor, { name: 'Karim Noor', role: 'planner' });
      await lookAt(visitor);
      const colleague = await region.visitor({ locale, script: false });
      await colleague.page.goto(link);
      await lookAt(colleague);
      await enrol(colleague, link);
      await colleague.reads('identity.codes.once');
      assert.equal(await colleague.page.locator('.recovery-codes li').count(), 10);
      await lookAt(colleague);
      await lead(colleague, 'identity.codes.kept', /plan\/manage/);
      await colleague.page.goto(link);
      await colleague.reads('refusal.enrolment_not_found');
      await lookAt(colleague);

      await visitor.open('/admin/accounts');
      await visitor.follow('Karim Noor');
      await lookAt(visitor);
      await visitor.press('identity.sessions.end');
      await visitor.reads('identity.sessions.none');
      assert.equal(await colleague.open('/account'), 401, 'ended from there, at once');
      await colleague.leave();
      await visitor.leave();
    });
  });
