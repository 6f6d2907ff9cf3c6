import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { needName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** What somebody may write who means harm, or nothing by it. */
const HOSTILE = '<img src=x onerror="document.title=1">\n‮=cmd|x‬ هل أحتاج إلى بطاقة؟';
const NAME: Record<(typeof JOURNEY_LOCALES)[number], string> = { ar: 'نورة الكاتبة', fr: 'Noura Écrit' };

async function ask(visitor: Visitor, name: string): Promise<string> {
  const { locale } = visitor;
  await visitor.open('/ask');
  await visitor.mark(needName('food', locale));
  await visitor.press('screening.ask.next');
  await visitor.mark(needName('food', locale));
  await visitor.press('screening.ask.next');
  await visitor.mark(visitor.t('screening.safeContact.no_contact'));
  await visitor.type('screening.field.displayName', name);
  await visitor.press('screening.ask.send');
  return (await visitor.page.locator('.access-code .code').innerText()).trim();
}

async function openWith(visitor: Visitor, code: string): Promise<void> {
  await visitor.open('/follow');
  await visitor.type('referrals.follow.code', code);
  await visitor.press('referrals.follow.open');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a person without script writes, is answered, and takes the whole request back', async () => {
      const visitor = await region.visitor({ locale, script: false });
      const code = await ask(visitor, NAME[locale]);
      await openWith(visitor, code);
      await visitor.follow(visitor.t('referrals.follow.my_messages'));
      await visitor.reads('referrals.messages.none');
      await lookAt(visitor);
      await visitor.press('referrals.messages.send');
      assert.ok(await visitor.page.locator('.error-summary').isVisible(), 'nothing is not a message');
      await visitor.type('referrals.messages.yours', HOSTILE);
      await visitor.press('referrals.messages.send');
      await visitor.reads('referrals.messages.sent');
      await visitor.reads('referrals.messages.not_read');
      assert.equal(await visitor.page.locator('main img').count(), 0, 'words are words');
      await lookAt(visitor);

      const navigator = await region.colleague('youssef@sabil.example', locale);
      await navigator.open('/work');
      assert.equal((await navigator.content()).includes(NAME[locale]), false, 'nobody is named before they are taken');
      await navigator.open('/work/requests');
      const newest = navigator.page.locator('form[id^=take-] button').last();
      const loaded = navigator.page.waitForURL(/\/work\/people\//);
      await newest.click();
      await loaded;
      await navigator.open('/work');
      await navigator.follow(NAME[locale]);
      await navigator.page.locator('.messages').waitFor();
      await navigator.reads('referrals.messages.new');
      assert.ok((await navigator.content()).includes('onerror'), 'the words stand as they were written');
      await lookAt(navigator);
      await navigator.type('referrals.messages.answer', 'نعم / oui');
      await navigator.press('referrals.messages.send');
      await navigator.open('/work');
      assert.equal(await navigator.page.getByRole('link', { name: NAME[locale], exact: true }).count(), 0);
      await navigator.leave();

      await visitor.open('/follow/messages');
      assert.ok((await visitor.content()).includes('نعم / oui'));
      await visitor.reads('referrals.messages.was_read');
      await visitor.follow(visitor.t('referrals.messages.back'));
      await visitor.follow(visitor.t('referrals.follow.stop_all'));
      await visitor.reads('referrals.stop.lead_all');
      await lookAt(visitor);
      await visitor.press('referrals.stop.send');
      assert.ok(await visitor.page.locator('.error-summary').isVisible(), 'a reason is asked for');
      await visitor.mark(visitor.t('referrals.stop.reason.no_longer_needed'));
      await visitor.press('referrals.stop.send');
      await visitor.reads('referrals.follow.done.stopped');
      await lookAt(visitor);
      await visitor.open('/follow/stop');
      assert.ok(visitor.where().endsWith('/follow'), 'there is nothing more to stop');
      await visitor.leave();
    });

    test('without a code nobody reads or stops anything', async () => {
      const visitor = await region.visitor({ locale, script: false });
      for (const path of ['/follow/messages', '/follow/stop', '/follow/words/0199aaaa-0000-7000-8000-000000000001']) {
        await visitor.open(path);
        assert.ok(visitor.where().endsWith('/follow'), path);
      }
      await visitor.leave();
    });
  });
