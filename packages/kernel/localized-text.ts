import { z } from 'zod';

/** The three languages in the order in which a missing one falls back. */
export const LOCALES = ['ar', 'fr', 'en'] as const;

export const Locale = z.enum(LOCALES);
export type Locale = z.infer<typeof Locale>;

export type Direction = 'rtl' | 'ltr';

/** The direction in which a language is written. */
export function directionOf(locale: Locale): Direction {
  return locale === 'ar' ? 'rtl' : 'ltr';
}

const shortText = z.string().trim().max(20_000);

/** Text that people read, in up to three languages; at least one of them is there. */
export const LocalizedText = z
  .object({ ar: shortText.optional(), fr: shortText.optional(), en: shortText.optional() })
  .refine((text) => LOCALES.some((locale) => (text[locale] ?? '') !== ''), { params: { code: 'required' } });
export type LocalizedText = { ar?: string | undefined; fr?: string | undefined; en?: string | undefined };

/** Text that may be left out: one that is blank in every language is none. */
export const OptionalLocalizedText = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && Object.values(value).some(Boolean) ? value : null),
  LocalizedText.nullable(),
);

/** Text as it is shown, with the language it is in: `isFallback` is said to the reader, never hidden. */
export type ShownText = { text: string; locale: Locale; isFallback: boolean };

/** The text in the reader's language, or the first that there is, saying so. */
export function textIn(text: LocalizedText | null | undefined, locale: Locale): ShownText {
  for (const candidate of [locale, ...LOCALES]) {
    const value = text?.[candidate];
    if (value !== undefined && value !== '')
      return { text: value, locale: candidate, isFallback: candidate !== locale };
  }
  return { text: '', locale, isFallback: false };
}
