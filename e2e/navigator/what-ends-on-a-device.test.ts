import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read, send } from '../stage/ask-as.ts';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';
import { begin, countKept, entries, finalise, prepare, push, unlock } from './on-a-device.ts';

const region = regionUnderTest();
const NAMES = { ar: 'سندس البوزيدي', fr: 'Aziliz Kervella', en: '' };
const REST = { ar: 'الطرابلسي', fr: 'Le Bihan', en: '' };
const OTHER_PHRASE = 'a lighthouse made of warm bread';

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a session that ended while away: one is asked to sign in, nothing is lost, and it is sent afterwards', async () => {
      const salma = await region.colleague('salma@sabil.example', locale);
      await prepare(salma);
      await salma.context.clearCookies();
      await begin(salma);
      await finalise(salma);
      await entries(salma, 'ready').first().waitFor();
      await salma.page.getByText(salma.t('offline.contact.sign_in')).first().waitFor();
      await lookAt(salma);
      await signIn(salma, 'salma@sabil.example');
      await salma.open('/work/offline');
      await unlock(salma);
      await entries(salma, 'sent').first().waitFor();
      assert.equal(await entries(salma, 'ready').count(), 0);
      await salma.leave();
    });

    test('another account on the same device sees nothing of the first’s, and sends nothing of theirs', async () => {
      const device = await region.colleague('salma@sabil.example', locale);
      await send(device, '/people', { displayName: NAMES[locale] });
      await prepare(device, NAMES[locale]);
      await device.context.setOffline(true);
      await begin(device);
      await finalise(device);
      await entries(device, 'ready').first().waitFor();
      await push(device, 'offline.gate.lock');
      await device.context.clearCookies();
      await device.context.setOffline(false);
      await signIn(device, 'clinic@sabil.example');
      await device.open('/work/offline');
      await push(device, 'offline.gate.to_forget');
      await device.page.locator('[name=phrase]').fill(OTHER_PHRASE);
      await push(device, 'offline.gate.forget');
      await device.page.getByText(device.t('offline.trouble.not_yours')).first().waitFor();
      await push(device, 'offline.gate.to_begin');
      await unlock(device, 'offline.gate.begin', OTHER_PHRASE);
      assert.equal((await device.content()).includes(NAMES[locale]), false);
      for (const state of ['ready', 'waiting', 'sent']) assert.equal(await entries(device, state).count(), 0);
      await push(device, 'offline.gate.lock');
      // Whoever knows the first's phrase reads what they know; it is not sent as the other.
      await unlock(device);
      await device.page.getByText(device.t('offline.contact.another_account')).first().waitFor();
      assert.equal(await entries(device, 'ready').count(), 1);
      await lookAt(device);
      await device.leave();
    });

    test('a device that was ended elsewhere is wiped at its next contact, keys and all', async () => {
      const lost = await region.colleague('salma@sabil.example', locale);
      await send(lost, '/people', { displayName: NAMES[locale] });
      await prepare(lost, NAMES[locale]);
      assert.deepEqual(await countKept(lost), { copies: 3, entries: 0, keyRings: 1 });
      await lost.context.setOffline(true);
      const salma = await region.colleague('salma@sabil.example', locale);
      const { devices } = await read<{ devices: { deviceId: string }[] }>(salma, '/devices');
      await send(salma, `/devices/${devices[0]?.deviceId}/end`, {});
      assert.equal((await countKept(lost))['keyRings'], 1);
      await lost.context.setOffline(false);
      await lost.page.locator('h2', { hasText: lost.t('offline.gate.begin_title') }).waitFor();
      assert.deepEqual(await countKept(lost), { copies: 0, entries: 0, keyRings: 0 });
      await lookAt(lost);
      await Promise.all([lost.leave(), salma.leave()]);
    });

    test('whom one may know no more goes at the next contact; answers of that day wait for their author, and nobody else', async () => {
      const [officer, salma] = await Promise.all(
        ['protection@sabil.example', 'salma@sabil.example'].map((email) => region.colleague(email, locale)),
      );
      assert.ok(officer !== undefined && salma !== undefined);
      const name = `${NAMES[locale]} ${REST[locale]}`;
      const { personId } = await send<{ personId: string }>(salma, '/people', { displayName: name });
      await prepare(salma, name);
      await salma.context.setOffline(true);
      await begin(salma, personId);
      await finalise(salma);
      await entries(salma, 'ready').first().waitFor();
      // A colleague gives the record a class that the role of either does not open.
      await send(officer, `/people/${personId}/protection`, {
        recordClass: 'violence',
        reason: 'asked by the person',
      });
      await salma.context.setOffline(false);
      await entries(salma, 'sent').first().waitFor();
      assert.equal(await salma.page.locator('#begin [name=person] option').count(), 1);
      await salma.page
        .getByText(salma.t('offline.contact.here', { count: 1 }))
        .first()
        .waitFor();
      await lookAt(salma);
      // Nothing of them is on the device; they are decided at the server.
      await salma.open('/work/offline/waiting');
      await salma.reads('offline.waiting.lead');
      await lookAt(salma);
      await salma.page.locator('main table a').first().click();
      await salma.page.locator('#take').waitFor();
      assert.equal((await salma.content()).includes(NAMES[locale]), false);
      await lookAt(salma);
      await salma.press('offline.take_again.go');
      await salma.reads('offline.became.whole');
      await salma.reads('offline.waiting.none');
      await lookAt(salma);
      await Promise.all([officer.leave(), salma.leave()]);
    });
  });
