import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { signIn } from '../stage/sign-in.ts';
import type { Visitor } from '../stage/visitor.ts';
import { exactly, JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();

const WORDS = {
  ar: {
    name: 'دلال الأوراسي',
    form: 'سؤال الشتاء',
    heating: 'هل عندك تدفئة؟',
    why: 'ما الذي يمنع؟',
    children: 'أطفالك',
  },
  fr: {
    name: 'Ombeline Castagne',
    form: 'Question d’hiver',
    heating: 'Avez-vous du chauffage ?',
    why: 'Qu’est-ce qui manque ?',
    children: 'Vos enfants',
  },
};

async function inAll(visitor: Visitor, name: string, text: string): Promise<void> {
  for (const language of ['ar', 'fr', 'en']) await visitor.page.locator(`[name="${name}.${language}"]`).fill(text);
}

async function addQuestion(visitor: Visitor, kind: string, text: string): Promise<void> {
  await visitor.follow(visitor.t('forms.edit.add_question'));
  await visitor.follow(visitor.t(`forms.kind.${kind}`));
  await inAll(visitor, 'change.question.text', text);
}

async function startForm(author: Visitor, title: string): Promise<void> {
  await author.open('/forms');
  await author.follow(author.t('forms.list.new'));
  await inAll(author, 'title', title);
  await author.mark(author.t('forms.purpose.intake'));
  await author.type('forms.field.code', `winter_${author.locale}`);
  await lookAt(author);
  await author.press('forms.new.go');
}

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    const { name, form, heating, why, children } = WORDS[locale];

    test('a planner writes a form, tries it, is told what is missing, and publishes it', async () => {
      const author = await region.colleague('planner@sabil.example', locale);
      await startForm(author, form);
      await addQuestion(author, 'yes_no', heating);
      await author.press('forms.edit.save');
      await addQuestion(author, 'text', why);
      await author.page.locator('summary', { hasText: author.t('forms.condition.title') }).click();
      await author.page.locator('[name="when.0.question"]').selectOption({ label: heating });
      await author.page.locator('[name="when.0.comparison"]').selectOption('is');
      await author.page.locator('[name="when.0.value"]').fill('no');
      await lookAt(author);
      await author.press('forms.edit.save');
      await addQuestion(author, 'group', children);
      await author.press('forms.edit.save');
      await author.press('forms.edit.publish');
      await author.reads('refusal.form_not_whole');
      await lookAt(author);
      await author.follow(author.t('forms.edit.add_inside'));
      await author.follow(author.t('forms.kind.number'));
      await inAll(author, 'change.question.text', children);
      await author.press('forms.edit.save');
      await author.follow(author.t('forms.edit.preview'));
      await author.mark(author.t('forms.answer.no'));
      await author.page.getByLabel(exactly(why, '(\\s.*)?')).waitFor();
      await lookAt(author);
      await author.open(`/forms/winter_${locale}/edit`);
      await author.press('forms.edit.publish');
      await author.reads('forms.state.published');
      await lookAt(author);
      await author.leave();
    });

    test('without script a navigator fills it in: what follows from an answer is asked next, and nothing is lost', async () => {
      const salma = await region.visitor({ locale, script: false });
      await signIn(salma, 'salma@sabil.example');
      await salma.open('/work/people/new');
      await salma.type('people.field.displayName', name);
      await salma.press('people.new.save');
      await salma.follow(salma.t('referrals.person.forms'));
      await lookAt(salma);
      await salma.follow(form);
      await salma.mark(salma.t('forms.answer.no'));
      await salma.press('forms.answer.add_entry');
      await salma.page.locator('input[type=text][name$=".0.q4"]').fill('7');
      await salma.page.getByLabel(exactly(why, '(\\s.*)?')).fill('Mazout');
      await lookAt(salma);
      await salma.press('screening.forms.save');
      await salma.reads('forms.responseState.partial');
      await salma.follow(form, salma.page.locator('table'));
      assert.equal(await salma.page.getByLabel(exactly(why, '(\\s.*)?')).inputValue(), 'Mazout');
      await salma.press('screening.forms.give');
      assert.equal(await salma.heading(), form);
      assert.match(await salma.content(), /Mazout/);
      await lookAt(salma);
      await salma.leave();
    });
  });
