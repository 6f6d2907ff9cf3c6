import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read, send } from '../stage/ask-as.ts';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';
import type { Visitor } from '../stage/visitor.ts';
import { begin, entries, finalise, prepare, push, unlock } from './on-a-device.ts';

const region = regionUnderTest();
const NAMES = { ar: 'رحمة بن يحيى', fr: 'Solène Kermadec', en: '' };

const answeringsOf = async (visitor: Visitor, personId: string) =>
  (await read<{ responses: unknown[] }>(visitor, `/people/${personId}/responses`)).responses.length;

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a form is answered for somebody without network or server, survives closing, and is sent exactly once', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      const { personId } = await send<{ personId: string }>(salma, '/people', { displayName: NAMES[locale] });
      await prepare(salma, NAMES[locale]);
      await salma.context.setOffline(true);
      await region.stop();
      await salma.page.reload();
      await lookAt(salma);
      await unlock(salma);
      await begin(salma, personId);
      // A draft is kept a moment after something was typed.
      await salma.page.waitForTimeout(1000);
      await salma.page.reload();
      await unlock(salma);
      await push(salma, 'offline.begin.go_on');
      assert.ok(await salma.page.locator('[name="answers.home_kind"][value=own]').isChecked());
      await lookAt(salma);
      await finalise(salma);
      await entries(salma, 'ready').first().waitFor();
      await salma.page.reload();
      await unlock(salma);
      assert.equal(await entries(salma, 'ready').count(), 1);
      // A network without a server behind it is none.
      await salma.context.setOffline(false);
      await salma.page.waitForTimeout(3000);
      assert.equal(await entries(salma, 'ready').count(), 1);
      await region.startAgain();
      await entries(salma, 'sent').first().waitFor();
      assert.equal(await entries(salma, 'ready').count(), 0);
      assert.equal(await answeringsOf(salma, personId), 1);
      await salma.page.reload();
      await unlock(salma);
      await entries(salma, 'sent').first().waitFor();
      await salma.page.waitForTimeout(3000);
      assert.equal(await answeringsOf(salma, personId), 1);
      await lookAt(salma);
      await salma.leave();
    });
  });
