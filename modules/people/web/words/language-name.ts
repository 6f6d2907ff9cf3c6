import { LOCALES, type Locale, type Translate } from '@qantara/kernel';
import { NamedLanguage } from '../../contract/index.ts';

/**
 * A language's name in our own words: those of the browser and of the server differ, and a page that says two things is drawn anew
 * under the fingers of whoever types. A code that has no words here stays itself.
 */
export function languageName(code: string, t: Translate): string {
  const named = NamedLanguage.safeParse(code);
  return named.success ? t(`people.language.${named.data}`) : code;
}

/** Languages to choose from, with those that somebody speaks already. */
export function languageChoices(spoken: readonly string[], t: Translate): { value: string; label: string }[] {
  return [...new Set([...NamedLanguage.options, ...spoken])].map((value) => ({ value, label: languageName(value, t) }));
}

/** The language in which something is read to somebody: the first of theirs in which the product speaks, or that of the page. */
export function readingLocale(languages: readonly string[], fallback: Locale): Locale {
  return languages.flatMap((code) => LOCALES.find((locale) => locale === code) ?? [])[0] ?? fallback;
}
