import { directionOf, LOCALES, textIn, type Locale } from '@qantara/kernel';
import { CONSENT_FORM } from '@qantara/people/web';
import { Bdi, CommandForm, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { Cohort } from '../contract/index.ts';

type Given = { cohort: Cohort; personId: string; language: Locale };

/** What to read, first in the person's own language: what it is called, who runs it, what for. */
function Aloud({ cohort, language }: Omit<Given, 'personId'>) {
  const { t } = usePage();
  const said = (locale: Locale) => (
    <blockquote key={locale} lang={locale} dir={directionOf(locale)}>
      <p>
        <strong>
          <Bdi>{textIn(cohort.name, locale).text}</Bdi>
        </strong>
        {' – '}
        <Bdi>{textIn(cohort.organisationName, locale).text}</Bdi>
      </p>
      <p>{textIn(cohort.purpose, locale).text}</p>
    </blockquote>
  );
  return (
    <Notice title={t('cohorts.aloud')}>
      {said(language)}
      <details>
        <summary>{t('cohorts.aloud_other')}</summary>
        {LOCALES.filter((locale) => locale !== language).map(said)}
      </details>
    </Notice>
  );
}

/**
 * What a person is told before they are asked, and the way to the page where their word is recorded, yes or no: who runs it and what
 * it needs are ticked there. Nothing of their record is looked at before.
 */
export function AgreeForm({ cohort, personId, language }: Given) {
  const { t, href, pathname } = usePage();
  return (
    <section>
      <h2>{t('cohorts.agree_title')}</h2>
      <Aloud cohort={cohort} language={language} />
      <p>
        {t('cohorts.agree_shares')} {cohort.categories.map((one) => t(`people.category.${one}`)).join(' · ')}
      </p>
      <CommandForm id={CONSENT_FORM} action={href(`/work/people/${personId}/consent?purpose=cohort`)}>
        <input type="hidden" name="recipients[]" value={cohort.organisationId} />
        {cohort.categories.map((category) => (
          <input key={category} type="hidden" name="categories[]" value={category} />
        ))}
        <input type="hidden" name="then" value={pathname} />
        <input type="hidden" name="thenForm" value="agreed" />
        <SubmitButton intent="begin">{t('cohorts.agree')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
