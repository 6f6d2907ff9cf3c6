import { directionOf, LOCALES, textIn, type Locale, type LocalizedText } from '@qantara/kernel';
import { ConsentManner } from '@qantara/people/contract';
import { CommandForm, LOCALE_NAMES, Notice, RadioGroup, SelectField, SubmitButton, usePage } from '@qantara/ui';
import type { Cohort } from '../contract/index.ts';

const MONTHS = [3, 6, 12, 24] as const;

type Given = { cohort: Cohort; aloud: LocalizedText; language: Locale };

/** What to read, first in the person's own language: who asks, what for, and that they may say no. */
function Aloud({ cohort, aloud, language }: Given) {
  const { t } = usePage();
  const said = (locale: Locale) => (
    <blockquote key={locale} lang={locale} dir={directionOf(locale)}>
      <p>
        <strong>{textIn(cohort.name, locale).text}</strong> – {textIn(cohort.organisationName, locale).text}
      </p>
      <p>{textIn(cohort.purpose, locale).text}</p>
      <p>{aloud[locale]}</p>
    </blockquote>
  );
  return (
    <Notice title={t('people.consent.aloud')}>
      {said(language)}
      <details>
        <summary>{t('people.consent.aloud_other')}</summary>
        {LOCALES.filter((locale) => locale !== language).map(said)}
      </details>
    </Notice>
  );
}

/** What a person is told before they agree to one cohort, and how they agreed. Nothing of their record is asked before. */
export function AgreeForm(given: Given) {
  const { t } = usePage();
  const { cohort, language } = given;
  return (
    <section>
      <h2>{t('cohorts.agree_title')}</h2>
      <Aloud {...given} />
      <p>
        {t('cohorts.agree_shares')} {cohort.categories.map((one) => t(`people.category.${one}`)).join(' · ')}
      </p>
      <CommandForm id="agree">
        <RadioGroup
          name="givenHow"
          label={t('people.field.givenHow')}
          options={ConsentManner.options.map((value) => ({ value, label: t(`people.givenHow.${value}`) }))}
          required
        />
        <SelectField
          name="months"
          label={t('people.field.months')}
          options={MONTHS.map((count) => ({ value: String(count), label: t('people.consent.months', { count }) }))}
          defaultValue="12"
          required
        />
        <SelectField
          name="locale"
          label={t('people.field.locale')}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          defaultValue={language}
          required
        />
        <SubmitButton intent="agree">{t('cohorts.agree')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
