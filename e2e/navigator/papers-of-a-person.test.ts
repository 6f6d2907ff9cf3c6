import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { inventedPdf, inventedPicture } from '../../apps/server/sample/invented-files.ts';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { needName } from '../stage/sample-names.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const PDF = { name: 'عقد.pdf', mimeType: 'application/pdf', buffer: inventedPdf('Lease') };
const PHOTO = { name: 'photo.png', mimeType: 'image/png', buffer: inventedPicture() };

/** A navigator who works on a telephone without script. */
async function navigatorWithoutScript(locale: (typeof JOURNEY_LOCALES)[number]): Promise<Visitor> {
  const salma = await region.visitor({ locale, script: false });
  salma.page.setDefaultTimeout(8000);
  await signIn(salma, 'salma@sabil.example');
  return salma;
}

async function aPersonOf(salma: Visitor): Promise<string> {
  const answer = await salma.context.request.post(`${salma.address}/api/people`, {
    headers: { origin: salma.address },
    data: { displayName: 'Amina Trabelsi', birthYear: 1984 },
  });
  return ((await answer.json()) as { personId: string }).personId;
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('without script a paper is added, refused, saved and taken away', async () => {
      const salma = await navigatorWithoutScript(locale);
      const personId = await aPersonOf(salma);
      await salma.open(`/work/people/${personId}`);
      await salma.follow(salma.t('referrals.person.papers'));
      await lookAt(salma);
      const chosen = salma.page.locator('main input[type=file]');
      await chosen.setInputFiles({ ...PDF, buffer: Buffer.from('%PDF-1.7 << /S /JavaScript >>') });
      await salma.press('attachments.action.add');
      await salma.reads('refusal.attachment_active', { part: '/JavaScript' });
      await lookAt(salma);
      await chosen.setInputFiles(PDF);
      await salma.press('attachments.action.add');
      await lookAt(salma);
      const coming = salma.page.waitForEvent('download');
      await salma.page.getByRole('link', { name: PDF.name }).first().click();
      const saved = await coming;
      assert.equal(saved.suggestedFilename(), PDF.name);
      assert.deepEqual(await readFile(await saved.path()), PDF.buffer);
      await salma.page
        .locator('details')
        .filter({ hasText: salma.t('attachments.action.remove') })
        .first()
        .locator('summary')
        .click();
      await lookAt(salma);
      await salma.press('attachments.action.remove_sure');
      assert.equal(await salma.page.getByRole('link', { name: PDF.name }).count(), 0);
      await lookAt(salma);
      await salma.leave();
    });

    test('without script a form keeps the photo that was chosen, also when another answer is refused', async () => {
      const salma = await navigatorWithoutScript(locale);
      const personId = await aPersonOf(salma);
      await salma.open(`/work/people/${personId}/forms/household_intake`);
      await salma.page.locator('main input[type=file]').setInputFiles(PHOTO);
      await salma.press('screening.forms.give');
      await salma.reads('forms.answer.given_file');
      await lookAt(salma);
      await salma.press('screening.forms.save');
      await salma.open(`/work/people/${personId}/papers`);
      assert.equal(await salma.page.getByRole('link', { name: PHOTO.name }).count(), 1, 'the photo was added once');
      await salma.leave();
    });

    test('by a code, without script, the person sends a photo and sees that it came', async () => {
      const visitor = await region.visitor({ locale, script: false });
      visitor.page.setDefaultTimeout(8000);
      await visitor.open('/ask');
      await visitor.mark(needName('food', locale));
      await visitor.press('screening.ask.next');
      await visitor.mark(needName('food', locale));
      await visitor.press('screening.ask.next');
      await visitor.mark(visitor.t('screening.safeContact.no_contact'));
      await visitor.press('screening.ask.send');
      const code = (await visitor.page.locator('.access-code .code').innerText()).trim();
      await visitor.open('/follow');
      await visitor.type('referrals.follow.code', code);
      await visitor.press('referrals.follow.open');
      await visitor.follow(visitor.t('referrals.follow.my_papers'));
      await lookAt(visitor);
      await visitor.press('attachments.action.send');
      await lookAt(visitor);
      await visitor.field('attachments.field.photo').setInputFiles(PHOTO);
      await visitor.press('attachments.action.send');
      await visitor.reads('attachments.mine.sent');
      assert.ok((await visitor.content()).includes(PHOTO.name));
      await lookAt(visitor);
      const large = Buffer.concat([PHOTO.buffer, Buffer.alloc(9 * 1024 * 1024)]);
      await visitor.field('attachments.field.file').setInputFiles({ ...PHOTO, buffer: large });
      await visitor.press('attachments.action.send');
      await visitor.reads('attachments.mine.sent');
      await visitor.leave();
    });
  });
