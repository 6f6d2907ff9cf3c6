import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locale } from '@qantara/kernel';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { areaNameOf, needName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES, plain } from '../stage/words.ts';

const region = regionUnderTest();
const OTHER: Record<(typeof JOURNEY_LOCALES)[number], Locale> = { ar: 'fr', fr: 'ar' };
const NUMBER = '+216 50 555 321';

async function summary(visitor: Visitor): Promise<string> {
  return plain(await visitor.page.locator('.error-summary').innerText());
}

async function codeOn(visitor: Visitor): Promise<string> {
  return (await visitor.page.locator('.access-code .code').innerText()).trim();
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('what was marked stays through a forgotten field, a step back and a change of language', async () => {
      const visitor = await region.visitor({ locale, script: false });
      await visitor.open('/ask');
      await lookAt(visitor);
      await visitor.press('screening.ask.next');
      assert.ok(
        (await summary(visitor)).includes(plain(visitor.t('screening.field.needs'))),
        'what is missing is named',
      );
      await lookAt(visitor);

      await visitor.mark(needName('food', locale));
      await visitor.mark(needName('papers', locale));
      await visitor.press('screening.ask.next');
      await visitor.mark(needName('papers', locale));
      await lookAt(visitor);
      await visitor.press('screening.ask.back');
      assert.ok(await visitor.isMarked(needName('food', locale)), 'a step back loses nothing');
      await visitor.press('screening.ask.next');
      assert.ok(await visitor.isMarked(needName('papers', locale)), 'nor a step on again');
      await visitor.press('screening.ask.next');

      await visitor.mark(visitor.t('screening.safeContact.may_contact'));
      await visitor.mark(visitor.t('people.contactKind.phone'));
      await visitor.type('screening.field.displayName', 'سعاد Soualem');
      await visitor.field('screening.ask.area').selectOption({ label: areaNameOf('SABIL-MS', locale) });
      await visitor.press('screening.ask.send');
      assert.ok((await summary(visitor)).includes(plain(visitor.t('screening.field.contactValue'))));
      assert.equal(await visitor.field('screening.field.displayName').inputValue(), 'سعاد Soualem');
      await lookAt(visitor);

      await visitor.type('screening.field.contactValue', NUMBER);
      await visitor.switchTo(OTHER[locale]);
      assert.equal(await visitor.field('screening.field.contactValue').inputValue(), NUMBER);
      assert.equal(await visitor.field('screening.field.displayName').inputValue(), 'سعاد Soualem');
      assert.ok(await visitor.isMarked(visitor.t('people.contactKind.phone')));
      await lookAt(visitor);
      await visitor.press('screening.ask.send');
      const code = await codeOn(visitor);
      await lookAt(visitor);

      await visitor.switchTo(locale);
      assert.equal(await codeOn(visitor), code, 'the code is the same in every language, and is not lost');
      await visitor.follow(visitor.t('screening.code.follow'));
      await visitor.type('referrals.follow.code', 'AAAA-BBBB-CCCC');
      await visitor.press('referrals.follow.open');
      await visitor.reads('refusal.access_code_wrong');
      await lookAt(visitor);
      await visitor.type('referrals.follow.code', code);
      await visitor.press('referrals.follow.open');
      await visitor.reads('referrals.follow.waiting_title');
      await lookAt(visitor);
      await visitor.leave();
    });

    test('a request sent twice is one request: the same code comes back', async () => {
      const navigator = await region.colleague('youssef@sabil.example', locale);
      const countWaiting = async () => {
        await navigator.open('/work/requests');
        return navigator.page.locator('form[id^=take-]').count();
      };
      const before = await countWaiting();
      const visitor = await region.visitor({ locale, script: false });
      await visitor.open('/ask');
      await visitor.mark(needName('language', locale));
      await visitor.press('screening.ask.next');
      await visitor.mark(needName('language', locale));
      await visitor.press('screening.ask.next');
      await visitor.mark(visitor.t('screening.safeContact.no_contact'));
      const twin = await visitor.page.locator('form#ask').evaluate((form) => {
        const entries = [...new FormData(form as HTMLFormElement)].flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        );
        return new URLSearchParams(entries).toString();
      });
      await visitor.press('screening.ask.send');
      const code = await codeOn(visitor);
      const again = await visitor.context.request.post(`${visitor.address}/${locale}/ask`, {
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: visitor.address },
        data: `${twin}&intent=next`,
      });
      assert.ok((await again.text()).includes(code), 'the second answer is the first');
      assert.equal(await countWaiting(), before + 1);
      await visitor.leave();
      await navigator.leave();
    });
  });
