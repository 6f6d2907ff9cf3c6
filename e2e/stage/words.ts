import { formatsFor, textIn, type Formats, type Locale, type LocalizedText, type Translate } from '@qantara/kernel';
import { loadTranslators } from '../../apps/server/catalogues.ts';

const TRANSLATORS = loadTranslators();

/** The languages that every journey is made in. */
export const JOURNEY_LOCALES = ['ar', 'fr'] as const;

/** The product's own words in one language, from the catalogues that the pages take them from. */
export function wordsIn(locale: Locale): Translate {
  const translate = TRANSLATORS[locale];
  return (key, values) => {
    const text = translate(key, values);
    if (text === key) throw new Error(`No catalogue holds ${key} in ${locale}.`);
    return text;
  };
}

/** A text of the data in one language, as pages show it. */
export function inWords(text: LocalizedText | null | undefined, locale: Locale): string {
  return textIn(text, locale).text;
}

/** Dates and figures as the pages of the sample region write them. */
export function formatsIn(locale: Locale): Formats {
  return formatsFor(locale, { timeZone: 'Africa/Tunis', numberingSystem: 'latn' });
}

const MARKS = /[\u2066-\u2069\u200e\u200f]/g;

/** A pattern for exactly these words, whatever kinds of spaces and marks of direction stand between them. */
export function exactly(text: string, after = ''): RegExp {
  const escaped = text
    .replace(MARKS, '')
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '[\\s\u2066-\u2069]+');
  return new RegExp(`^[\\s\u2066-\u2069]*${escaped}${after}[\\s\u2066-\u2069]*$`);
}

/** What a page says, in one line, without marks of direction. */
export function plain(text: string): string {
  return text.replace(MARKS, '').replace(/\s+/g, ' ').trim();
}
