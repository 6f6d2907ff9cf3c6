import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const PHRASE = 'seven herons over the river';

const push = async ({ page, t }: Visitor, key: string) =>
  page
    .getByRole('button', { name: exactly(t(key)) })
    .first()
    .click();

async function unlock(visitor: Visitor, key: string): Promise<void> {
  await visitor.page.locator('[name=phrase]').fill(PHRASE);
  await push(visitor, key);
  await visitor.page.locator('h2', { hasText: visitor.t('offline.begin.title') }).waitFor();
}

async function prepare(visitor: Visitor): Promise<void> {
  await visitor.open('/work/offline');
  await visitor.page.locator('[name=phrase]').waitFor();
  await lookAt(visitor);
  await unlock(visitor, 'offline.gate.begin');
  await visitor.page.locator('summary', { hasText: visitor.t('offline.take.title') }).click();
  const form = visitor.page.locator('.taken', {
    hasText: { ar: 'استقبال أسرة', fr: 'Accueil d’un foyer', en: '' }[visitor.locale],
  });
  await form.getByRole('button', { name: exactly(visitor.t('offline.take.take')) }).click();
  await visitor.page.locator('#begin').waitFor();
  await visitor.page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await lookAt(visitor);
}

const entries = (visitor: Visitor, state: string) => visitor.page.locator(`[data-entry=${state}]`);

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a form is answered without network, survives closing, and is sent once the network is back', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      await prepare(salma);
      await salma.context.setOffline(true);
      await salma.page.reload();
      await unlock(salma, 'offline.gate.unlock');
      await push(salma, 'offline.begin.go');
      await salma.page.locator('[name="answers.home_kind"][value=own]').check();
      await salma.page.waitForTimeout(1000);
      await salma.page.reload();
      await unlock(salma, 'offline.gate.unlock');
      await push(salma, 'offline.begin.go_on');
      assert.ok(await salma.page.locator('[name="answers.home_kind"][value=own]').isChecked());
      await lookAt(salma);
      await push(salma, 'offline.answer.finalise');
      // What has come up, or is still asked, is answered.
      await salma.page.waitForTimeout(500);
      if ((await salma.page.locator('#answers').count()) > 0) await push(salma, 'offline.answer.finalise');
      await entries(salma, 'ready').first().waitFor();
      await salma.page.reload();
      await unlock(salma, 'offline.gate.unlock');
      assert.equal(await entries(salma, 'ready').count(), 1);
      const kept = await salma.page.evaluate(async () => {
        const databases = await indexedDB.databases();
        return databases.map(({ name }) => name);
      });
      assert.ok(kept.includes('qantara'));
      await salma.context.setOffline(false);
      await entries(salma, 'sent').first().waitFor();
      assert.equal(await entries(salma, 'ready').count(), 0);
      await lookAt(salma);
      await salma.leave();
    });

    test('signed out, nothing is lost: it is sent when the colleague signs in again', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      await prepare(salma);
      await salma.context.clearCookies();
      await push(salma, 'offline.begin.go');
      await salma.page.locator('[name="answers.home_kind"][value=own]').check();
      await push(salma, 'offline.answer.finalise');
      await entries(salma, 'ready').first().waitFor();
      await salma.page.getByText(salma.t('offline.contact.sign_in')).first().waitFor();
      await lookAt(salma);
      await salma.leave();
    });
  });
