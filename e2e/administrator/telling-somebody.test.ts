import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator } from 'playwright-core';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const WRONG = { ar: 'هناك جديد {name}: {link}', fr: 'Du nouveau {name} : {link}' };
const RIGHT = { ar: 'هناك جديد لك هنا: {link}', fr: 'Du nouveau pour vous ici : {link}' };
const TEMPLATES = { ar: 'request.moved', fr: 'request.received' };

const PARTNER_LINK = /\/(?:ar|fr|en)\/r\/[A-Za-z0-9_-]{20,}$/;
const MOST_PAGES = 10;

/** Writes over all that stands in a field, also where the page came alive between choosing it and writing. */
async function writeOver(field: Locator, words: string): Promise<void> {
  await field.fill(words);
  if ((await field.inputValue()) !== words) await field.fill(words);
}

/** The link of a partner among what was kept, on whichever page it stands. */
async function findPartnerLink(admin: Visitor): Promise<string | undefined> {
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    await admin.open(`/notices/captured?page=${page}`);
    const links = await admin.page
      .locator('article a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const found = links.find((one) => PARTNER_LINK.test(one));
    if (found !== undefined || links.length === 0) return found;
  }
  return undefined;
}

/** The sender looks once a minute: whoever waits opens the pages again. */
async function untilKept(admin: Visitor): Promise<string> {
  for (let tries = 0; tries < 90; tries += 1) {
    const link = await findPartnerLink(admin);
    if (link !== undefined) return link;
    await wait(2000);
  }
  return assert.fail('no link of a partner was kept');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('an administrator writes the words of a message, and is told what cannot stand in them', async () => {
      const admin = await region.colleague('admin@sabil.example', locale);
      await admin.open(`/notices/templates/${TEMPLATES[locale]}`);
      await lookAt(admin);
      const short = admin.page.locator(`[name="short.${locale}"]`);
      await writeOver(short, WRONG[locale]);
      await admin.press('notifications.template.save');
      await admin.reads('ui.form.not_sent');
      const field = admin.t('notifications.field.short');
      await admin.reads('validation.placeholder_unknown', { field, name: 'name' });
      await lookAt(admin);
      assert.equal(await short.inputValue(), WRONG[locale], 'what was typed is kept');
      await writeOver(short, RIGHT[locale]);
      await admin.press('notifications.template.save');
      await admin.reads('notifications.template.preview_draft');
      await lookAt(admin);
      await admin.page
        .getByRole('button', { name: admin.t('notifications.template.publish') })
        .first()
        .click();
      const asked = admin.page.getByRole('dialog');
      await admin.pressOf(asked, admin.t('notifications.template.publish'));
      await admin.reads('notifications.template.version', { number: '1' });
      await admin.reads('notifications.textState.superseded');
      await lookAt(admin);
      await admin.leave();
    });

    test('a navigator reads what they were told, chooses how, and tries a message again', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      await salma.open('/work/notices');
      await lookAt(salma);
      if ((await salma.page.locator('.notice-item.unread').count()) > 0)
        await salma.press('notifications.own.mark_all');
      assert.equal(await salma.page.locator('.notice-item.unread').count(), 0);
      await salma.follow(salma.t('notifications.own.choose'));
      await lookAt(salma);
      await salma.choose('notifications.topic.safety', 'sms');
      await salma.type('notifications.field.phone', '');
      await salma.press('notifications.preference.save');
      await salma.reads('ui.form.not_sent');
      await lookAt(salma);
      await salma.type('notifications.field.phone', '+216 50 555 123');
      await salma.press('notifications.preference.save');
      await salma.reads('notifications.preference.saved');
      await lookAt(salma);
      await salma.open('/notices/sent?state=failed');
      await salma.reads('notifications.why.provider_failed');
      await lookAt(salma);
      if (locale === 'fr') await salma.press('notifications.sent.retry');
      await salma.leave();
    });

    test('what the sample would send is kept, with the link of a partner to open', async () => {
      const admin = await region.colleague('admin@sabil.example', locale);
      const link = await untilKept(admin);
      await lookAt(admin);
      const opened = await admin.page.goto(`${admin.address}${new URL(link).pathname}`);
      assert.equal(opened?.status(), 200, 'the partner’s page opens');
      await admin.leave();
    });
  });
