import { LOCALES, translatorFor, type LocalizedText } from '@qantara/kernel';
import ar from '../i18n/ar.json' with { type: 'json' };
import en from '../i18n/en.json' with { type: 'json' };
import fr from '../i18n/fr.json' with { type: 'json' };

const CATALOGUES = { ar, fr, en };

/** What is read to a person before they agree, beside the cohort's own purpose, in every language. */
export function cohortAloud(): LocalizedText {
  return Object.fromEntries(
    LOCALES.map((locale) => [locale, translatorFor(locale, CATALOGUES[locale])('cohorts.aloud_text')]),
  );
}
