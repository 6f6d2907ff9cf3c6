import { directionOf, LOCALES, type Locale } from '@qantara/kernel';
import { Notice, usePage } from '@qantara/ui';
import type { ConsentText } from '../../contract/index.ts';

/** The published words to say, first in the person's own language, and which version they are. */
export function Aloud({ spoken, language }: { spoken: ConsentText; language: Locale }) {
  const { t, href } = usePage();
  const others = LOCALES.filter((locale) => locale !== language);
  const said = (locale: Locale) => (
    <blockquote key={locale} className="spoken" lang={locale} dir={directionOf(locale)}>
      {spoken.words[locale]}
    </blockquote>
  );
  return (
    <Notice title={t('people.consent.aloud')}>
      {said(language)}
      <details>
        <summary>{t('people.consent.aloud_other')}</summary>
        {others.map(said)}
      </details>
      <p className="text-version">
        <a href={href(`/consent-texts/${spoken.purpose}/${spoken.number}`)} target="_blank" rel="noreferrer">
          {t('people.text.version', { number: String(spoken.number) })}
        </a>
      </p>
    </Notice>
  );
}
