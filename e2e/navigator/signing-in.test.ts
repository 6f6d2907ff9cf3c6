import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { SAMPLE_PASSWORD, sampleCode, signIn } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const EMAIL = 'salma@sabil.example';

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a wrong password is said plainly, and the e-mail stays written', async () => {
      const visitor = await region.visitor({ locale });
      await visitor.open('/sign-in');
      await visitor.type('identity.field.email', EMAIL);
      await visitor.type('identity.field.password', 'not the password');
      await visitor.press('identity.sign_in.go');
      await visitor.reads('refusal.sign_in_wrong');
      assert.equal(await visitor.field('identity.field.email').inputValue(), EMAIL);
      assert.equal(await visitor.field('identity.field.password').inputValue(), '', 'a password is never sent back');
      await lookAt(visitor);
      await visitor.leave();
    });

    test('a password alone opens no page of work: the second factor comes first', async () => {
      const visitor = await region.visitor({ locale });
      assert.equal(await visitor.open('/work'), 401);
      await lookAt(visitor);
      await visitor.follow(visitor.t('shell.sign_in'));
      await visitor.type('identity.field.email', EMAIL);
      await visitor.type('identity.field.password', SAMPLE_PASSWORD);
      await visitor.press('identity.sign_in.go');
      assert.match(visitor.where(), /second-factor/);
      for (const path of ['/work', '/work/people', '/work/requests', '/figures', '/account', '/plan/manage']) {
        assert.ok([401, 403].includes(await visitor.open(path)), path);
        assert.equal(await visitor.heading(), visitor.t('shell.error.signed_out.title'), path);
      }
      await visitor.open('/sign-in/second-factor');
      await visitor.type('identity.field.code', '000 000');
      await visitor.press('identity.second.go');
      await visitor.reads('refusal.second_factor_wrong');
      await lookAt(visitor);
      await visitor.type('identity.field.code', await sampleCode(visitor));
      await visitor.press('identity.second.go');
      assert.match(visitor.where(), /\/account\/news\?next=/, 'the wrong tries are told');
      await lookAt(visitor);
      await visitor.follow(visitor.t('identity.news.go_on'));
      assert.equal(visitor.where(), `/${locale}/work`);
      await visitor.leave();
    });

    test('who signs out is out on every page, also by the back button', async () => {
      const visitor = await region.colleague(EMAIL, locale);
      await visitor.open('/work');
      await visitor.page.locator('.account-box summary').click();
      await visitor.press('shell.sign_out');
      assert.equal(visitor.where(), `/${locale}`);
      await visitor.page.goBack();
      assert.equal(await visitor.heading(), visitor.t('shell.error.signed_out.title'));
      assert.equal(await visitor.open('/work/people'), 401);
      await visitor.leave();
    });

    test('a page of another role is refused plainly', async () => {
      const partner = await region.visitor({ locale });
      await signIn(partner, 'food@sabil.example');
      for (const path of ['/admin/accounts', '/admin/imports', '/work/people', '/work/requests']) {
        assert.equal(await partner.open(path), 403, path);
        await partner.reads('shell.error.forbidden.what');
        assert.equal(await partner.heading(), partner.t('shell.error.forbidden.title'));
      }
      await lookAt(partner);
      await partner.leave();
    });
  });
