import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FoundServices } from '@qantara/directory/contract';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { serviceName } from '../stage/sample-names.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** A service for each language, what somebody knows better, and what they are answered. */
const SAID = {
  ar: { key: 'youth-after-school', phone: '+216 70 555 901', message: 'الرقم تغيّر', answer: 'شكرًا، اتصلنا وتأكدنا' },
  fr: {
    key: 'tongues-french-for-work',
    phone: '+216 70 555 902',
    message: 'Le numéro a changé',
    answer: 'Merci, vérifié',
  },
} as const;

async function serviceId(name: string): Promise<string> {
  const found = await region.ask<FoundServices>(`/services?words=${encodeURIComponent(name)}`);
  const one = found.items.find((item) => Object.values(item.name).includes(name));
  return one?.serviceId ?? assert.fail(`${name} is not found`);
}

const codeOn = async (visitor: Visitor) => (await visitor.page.locator('.access-code .code').innerText()).trim();

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { key, phone, message, answer } = SAID[locale];
    const name = serviceName(key, locale);

    test('anyone says what is wrong, a librarian takes it, the page shows it, and the answer is read by the code', async () => {
      const id = await serviceId(name);
      const resident = await region.visitor({ locale, script: false });
      await resident.open(`/services/${id}`);
      await resident.follow(resident.t('directory.upkeep.wrong'));
      await lookAt(resident);
      await resident.follow(resident.t('curation.suggest_kind.change'));
      await resident.press('curation.suggest.send');
      await resident.reads('ui.form.not_sent');
      await lookAt(resident);
      await resident.type('curation.field.message', message);
      await resident.type('curation.field.phone', phone);
      await resident.press('curation.suggest.send');
      await resident.reads('curation.sent.title');
      const code = await codeOn(resident);
      await lookAt(resident);
      await resident.open(`/services/${id}`);
      assert.ok(!(await resident.content()).includes(phone), 'nothing changes before somebody has checked');

      const librarian = await region.colleague('librarian@sabil.example', locale);
      await librarian.open('/curation/suggestions');
      await librarian.follow(name);
      await librarian.page.getByText(message).first().waitFor();
      await lookAt(librarian);
      await librarian.type('curation.field.answer', answer);
      await librarian.press('curation.moderate.accept.change');
      await librarian.reads('curation.moderate.done');
      await lookAt(librarian);
      await librarian.open(`/curation/services/${id}/history`);
      assert.ok((await librarian.content()).includes(phone), 'what changed is in the history');
      await librarian.leave();

      await resident.open(`/services/${id}`);
      assert.ok((await resident.content()).includes(phone), 'the public page says it now');
      await resident.open('/suggestions');
      await resident.type('curation.field.code', '0000-0000-0000');
      await resident.press('curation.answer.open');
      await resident.reads('refusal.suggestion_not_found');
      await resident.type('curation.field.code', code.toLowerCase());
      await resident.press('curation.answer.open');
      await resident.reads('curation.answer_title.accepted');
      assert.ok((await resident.content()).includes(answer));
      await lookAt(resident);
      await resident.leave();
    });

    test('a missing service is told of without script, and a claim says how to be reached', async () => {
      const resident = await region.visitor({ locale, script: false });
      await resident.open('/services');
      await resident.follow(resident.t('directory.upkeep.missing'));
      await resident.type('curation.suggest_new.name', message);
      await resident.press('curation.suggest.send');
      await resident.reads('curation.sent.title');
      await resident.open(`/services/${await serviceId(name)}/suggest?kind=claim`);
      await resident.press('curation.suggest.send');
      await resident.reads('ui.form.not_sent');
      await lookAt(resident);
      await resident.leave();
    });
  });
