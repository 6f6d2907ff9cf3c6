import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeWorkbook } from '@qantara/platform';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

/** A form that somebody made for another program: a condition that no form here can run, and a type that nobody knows. */
function aFile(code: string): Buffer {
  const survey = [
    ['type', 'name', 'label::Arabic (ar)', 'label::French (fr)', 'label::English (en)', 'relevant'],
    ['select_one yn', 'Hungry', 'هل يكفيك الطعام؟', 'Mangez-vous assez ?', 'Do you eat enough?', ''],
    ['text', 'why', 'ما الذي ينقصك؟', 'Que vous manque-t-il ?', 'What is missing?', "regex(${Hungry}, 'n.')"],
    ['osm', 'building', 'أي بناية؟', 'Quel bâtiment ?', 'Which building?', ''],
  ];
  const choices = [
    ['list_name', 'name', 'label::Arabic (ar)', 'label::French (fr)', 'label::English (en)'],
    ['yn', 'yes', 'نعم', 'Oui', 'Yes'],
    ['yn', 'no', 'لا', 'Non', 'No'],
  ];
  const settings = [
    ['form_title', 'form_id', 'qantara_purpose'],
    ['الطعام · Manger', code, 'screening'],
  ];
  const sheets = [
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    { name: 'settings', rows: settings },
  ];
  return Buffer.from(writeWorkbook(sheets));
}

async function bringIn(author: Visitor, code: string): Promise<void> {
  await author.open('/forms');
  await author.follow(author.t('forms.import.title'));
  await lookAt(author);
  await author
    .field('forms.field.content')
    .setInputFiles({ name: 'form.xlsx', mimeType: 'application/octet-stream', buffer: aFile(code) });
  await author.press('forms.import.bring');
  assert.equal(author.where(), `/${author.locale}/forms/${code}/edit/report`);
}

async function writeFinding(author: Visitor, code: string): Promise<void> {
  await author.open(`/forms/${code}/edit/findings/food`);
  await author.page.locator('summary', { hasText: author.t('screening.findings.has_need') }).click();
  await author.page.locator('[name="hasNeedWhen.0.question"]').selectOption('hungry');
  await author.page.locator('[name="hasNeedWhen.0.comparison"]').selectOption('is');
  await author.page.locator('[name="hasNeedWhen.0.value"]').fill('no');
  await lookAt(author);
  await author.press('screening.findings.save');
  await author.reads('screening.findings.written');
  await lookAt(author);
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('without script a planner brings a form in, mends what could not be carried, and gives it out again', async () => {
      const code = `brought_${locale}`;
      const author = await region.visitor({ locale, script: false });
      await signIn(author, 'planner@sabil.example');
      await bringIn(author, code);
      await author.reads('forms.report.open');
      assert.match(await author.content(), /regex/);
      await lookAt(author);
      await author.open(`/forms/${code}/edit`);
      await author.press('forms.edit.publish');
      await author.reads('refusal.form_not_whole');
      await author.open(`/forms/${code}/edit/report`);
      await author.follow('why');
      await author.page.locator('[name="change.question.isAskedWhen"]').fill("${hungry} = 'no'");
      await author.press('forms.edit.save');
      await author.open(`/forms/${code}/edit/report`);
      await author.press('forms.report.settle');
      assert.doesNotMatch(await author.content(), new RegExp(author.t('forms.report.settle')));
      await lookAt(author);
      await writeFinding(author, code);
      await author.open(`/forms/${code}/versions/1/needs`);
      await author.mark(author.t('forms.answer.no'));
      await author.press('screening.findings.look');
      await author.reads('screening.findings.ask_wanted');
      await lookAt(author);
      await author.open(`/forms/${code}/edit`);
      await author.press('forms.edit.publish');
      await author.reads('forms.state.published');
      await author.follow(author.t('forms.form.as_file'));
      await lookAt(author);
      const file = await author.context.request.get(
        `${author.address}/${locale}/forms/${code}/versions/1/files/xlsform`,
      );
      assert.equal(file.status(), 200);
      assert.match(file.headers()['content-disposition'] ?? '', /brought_\w+-v1\.xlsx/);
      await author.leave();
    });
  });
