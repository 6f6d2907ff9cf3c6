import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locale } from '@qantara/kernel';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest, type RegionUnderTest } from '../stage/region-under-test.ts';
import { Telephone, withKeyring } from '../stage/telephone.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const EMAIL = 'first@region.example';
const PASSWORD = 'quiet herons cross the delta';

/** Sets an empty region up and signs its administrator in for the first time. */
async function firstAdministrator(region: RegionUnderTest, locale: Locale): Promise<[Visitor, Telephone]> {
  const visitor = await region.visitor({ locale });
  await visitor.open('/setup');
  await visitor.type('identity.field.setupCode', /with the code (\S+)/.exec(region.printed())?.[1] ?? '');
  await visitor.type('identity.field.displayName', 'Amina Mansour');
  await visitor.type('identity.field.email', EMAIL);
  await visitor.type('identity.field.password', 'aminamansour1');
  await visitor.press('identity.setup.go');
  await visitor.reads('validation.password_about_you', { field: visitor.t('identity.field.password') });
  await lookAt(visitor);
  await visitor.type('identity.field.password', PASSWORD);
  await visitor.press('identity.setup.go');
  await visitor.type('identity.field.email', EMAIL);
  await visitor.type('identity.field.password', PASSWORD);
  await visitor.press('identity.sign_in.go');
  const telephone = await Telephone.linkedOn(visitor);
  await visitor.type('identity.field.code', telephone.code());
  await visitor.press('identity.second.go');
  return [visitor, telephone];
}

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
      await visitor.type('identity.field.password', PASSWORD);
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

      await visitor.open('/admin/accounts/new');
      await visitor.mark(visitor.t('identity.role.planner'));
      await visitor.type('identity.field.displayName', 'Karim Noor');
      await visitor.type('identity.field.email', 'karim@region.example');
      await visitor.press('identity.accounts.new_go');
      await visitor.reads('identity.link.hand_over');
      await lookAt(visitor);
      const link = await visitor.page.locator('.enrolment-link bdi').innerText();

      const colleague = await region.visitor({ locale, script: false });
      await colleague.page.goto(link.trim());
      await lookAt(colleague);
      await colleague.type('identity.field.password', PASSWORD);
      await colleague.type('identity.field.code', (await Telephone.linkedOn(colleague)).code());
      await colleague.press('identity.enrol.go');
      await colleague.reads('identity.codes.once');
      assert.equal(await colleague.page.locator('.recovery-codes li').count(), 10);
      await lookAt(colleague);
      await lead(colleague, 'identity.codes.kept', /plan\/manage/);
      await colleague.page.goto(link.trim());
      await colleague.reads('refusal.enrolment_not_found');
      await lookAt(colleague);

      await visitor.open('/admin/accounts');
      await visitor.follow('Karim Noor');
      await lookAt(visitor);
      await visitor.page
        .getByRole('button', { name: visitor.t('identity.sessions.end') })
        .first()
        .click();
      await visitor.page.waitForLoadState('networkidle');
      await visitor.reads('identity.sessions.none');
      assert.equal(await colleague.open('/account'), 401, 'ended from there, at once');
      await colleague.leave();
      await visitor.leave();
    });
  });
