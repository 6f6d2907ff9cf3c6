import { LOCALES, type Locale } from '@qantara/kernel';

/** A language's name as the reader's language says it; a code that nobody knows stays itself. */
export function languageName(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Languages that are spoken at a counter of the region; any other is written by its code. */
const COMMON = [
  'ar',
  'fr',
  'en',
  'ber',
  'it',
  'es',
  'de',
  'tr',
  'fa',
  'ur',
  'so',
  'ti',
  'am',
  'sw',
  'ff',
  'bm',
  'ln',
  'ru',
  'uk',
  'zh',
];

/** Languages to choose from, with those that somebody speaks already. */
export function languageChoices(spoken: readonly string[], locale: Locale): { value: string; label: string }[] {
  return [...new Set([...COMMON, ...spoken])].map((value) => ({ value, label: languageName(value, locale) }));
}

/** The language in which something is read to somebody: the first of theirs in which the product speaks, or that of the page. */
export function readingLocale(languages: readonly string[], fallback: Locale): Locale {
  return languages.flatMap((code) => LOCALES.find((locale) => locale === code) ?? [])[0] ?? fallback;
}
