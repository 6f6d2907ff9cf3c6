import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { enrol, firstAdministrator, invite, NEW_PASSWORD } from '../stage/newcomers.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Telephone } from '../stage/telephone.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const LOST = 'Noor Haddad';

async function openAccount(visitor: Visitor): Promise<void> {
  await visitor.open('/admin/accounts');
  await visitor.follow(LOST);
}

/** The step is refused until both factors are given, and then taken; without script it opens in place. */
async function takeStep(visitor: Visitor, telephone: Telephone, key: string): Promise<void> {
  const press = async (): Promise<void> => {
    await visitor.page.locator('details.confirm summary', { hasText: visitor.t(key) }).click();
    await visitor.pressOf(visitor.page.locator('details.confirm[open]'), visitor.t(key));
  };
  await openAccount(visitor);
  await press();
  assert.match(visitor.where(), /account\/confirm/);
  await visitor.type('identity.field.password', NEW_PASSWORD);
  await visitor.type('identity.field.code', telephone.code());
  await visitor.press('identity.confirm.go');
  await press();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const region = regionUnderTest({ sample: false, isNamed: true });

    test('two administrators give a lost account back; its owner sees it, and alone chooses what opens it', async () => {
      const [first] = await firstAdministrator(region, locale);
      const links = [
        await invite(first, { name: 'Second One', role: 'administrator' }),
        await invite(first, { name: 'Third One', role: 'administrator' }),
        await invite(first, { name: LOST, role: 'planner' }),
      ];
      const come = async (link = ''): Promise<[Visitor, Telephone]> => {
        const visitor = await region.visitor({ locale, script: false });
        return [visitor, await enrol(visitor, link)];
      };
      const [second, telephone] = await come(links[0]);
      const [third, otherTelephone] = await come(links[1]);
      const [owner] = await come(links[2]);

      await takeStep(second, telephone, 'identity.recovery.start');
      await second.reads('identity.recovery.wait');
      await lookAt(second);
      await owner.open('/account');
      await owner.reads('identity.recovery.own_text');
      await lookAt(owner);
      await takeStep(third, otherTelephone, 'identity.recovery.agree');
      await third.reads('identity.link.hand_over');
      await lookAt(third);
      const link = (await third.page.locator('.enrolment-link bdi').innerText()).trim();

      const back = await region.visitor({ locale, script: false });
      await back.page.goto(link);
      await back.reads('identity.enrol.recovery_text');
      await lookAt(back);
      await enrol(back, link);
      await back.reads('identity.codes.once');
      assert.equal(await owner.open('/account'), 401, 'whoever was in it is out');
      for (const visitor of [first, second, third, owner, back]) await visitor.leave();
    });
  });
