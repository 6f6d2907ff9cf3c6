import type { Locale } from '@qantara/kernel';

/** A language's name as the reader's language says it; a code that nobody knows stays itself. */
export function languageName(code: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
