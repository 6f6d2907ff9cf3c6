import { LOCALES } from '@qantara/kernel';

/** One text in one language, as `translations.csv` of our profile has it. */
export type TranslationRow = {
  resource_type: string;
  resource_id: string;
  field: string;
  language: string;
  text: string;
  origin?: string;
  translated_by?: string;
  translated_at?: string;
  from_language?: string;
  from_text?: string;
};

type Json = Record<string, unknown>;

const said = (value: unknown): value is string => typeof value === 'string' && value !== '';

const DETAILS = ['origin', 'translated_by', 'translated_at', 'from_language', 'from_text'] as const;

function detailsOf(details: unknown): Pick<TranslationRow, (typeof DETAILS)[number]> {
  if (typeof details !== 'object' || details === null) return {};
  return Object.fromEntries(
    DETAILS.flatMap((name) => {
      const value = (details as Json)[name];
      return said(value) ? [[name, value]] : [];
    }),
  );
}

/**
 * The texts of one record's `translations` (our profile: field → language → text, or → {text, origin, …}), one row a
 * language.
 */
export function translationRowsOf(object: string, id: string, translations: Json): TranslationRow[] {
  return Object.entries(translations).flatMap(([field, texts]) =>
    LOCALES.flatMap((language) => {
      const given = (texts as Json | null)?.[language];
      const text = typeof given === 'object' ? (given as Json | null)?.['text'] : given;
      if (!said(text)) return [];
      return [{ resource_type: object, resource_id: id, field, language, text, ...detailsOf(given) }];
    }),
  );
}
