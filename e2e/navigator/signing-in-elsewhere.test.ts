import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { FakeProvider } from '@qantara/identity/testing';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { sampleCode } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const provider = new FakeProvider();
const region = regionUnderTest({
  isNamed: true,
  settings: async () => {
    await provider.open();
    return {
      QANTARA_OPENID_ISSUER: provider.issuer,
      QANTARA_OPENID_CLIENT: 'qantara',
      QANTARA_OPENID_SECRET: 'kept between the two',
      QANTARA_OPENID_LABEL_AR: 'خدمة الوزارة',
      QANTARA_OPENID_LABEL_FR: 'Service du ministère',
      QANTARA_OPENID_MATCH: 'email',
    };
  },
});
after(() => provider.close());

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('the provider says no, or does not know the address: it is told in one’s own language', async () => {
      const visitor = await region.visitor({ locale, script: false });
      for (const [who, key] of [
        [null, 'identity.open_id.refused'],
        [{ sub: 'x', email: 'salma@sabil.example', email_verified: false }, 'identity.open_id.unverified'],
        [{ sub: 'y', email: 'nobody@sabil.example', email_verified: true }, 'identity.open_id.unknown'],
      ] as const) {
        provider.who = who;
        await visitor.open('/sign-in?next=%2Far%2Fwork');
        await visitor.page.locator('a[href*="sign-in/provider"]').click();
        await visitor.page.waitForURL(/sign-in\?problem=/);
        await visitor.reads(key);
      }
      await lookAt(visitor);
      await visitor.leave();
    });

    test('who has an account comes in by the provider, and gives our second factor', async () => {
      const visitor = await region.visitor({ locale, script: false });
      provider.who = { sub: 'salma there', email: 'salma@sabil.example', email_verified: true };
      await visitor.open('/sign-in');
      await lookAt(visitor);
      await visitor.page.locator('a[href*="sign-in/provider"]').click();
      await visitor.page.waitForURL(/second-factor/);
      await visitor.type('identity.field.code', await sampleCode(visitor));
      await visitor.press('identity.second.go');
      assert.equal(visitor.where(), `/${locale}/work`);
      await visitor.open('/account');
      await visitor.reads('identity.provider.linked_since');
      await lookAt(visitor);
      await visitor.leave();
    });

    test('an answer that nobody here asked for opens nothing', async () => {
      const visitor = await region.visitor({ locale });
      await visitor.page.goto(`${region.address()}/en/sign-in/return?code=x&state=${crypto.randomUUID()}.x`);
      assert.match(visitor.where(), /problem=expired/);
      await visitor.leave();
    });
  });
