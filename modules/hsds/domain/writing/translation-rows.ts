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
};

type Json = Record<string, unknown>;

const said = (value: unknown): value is string => typeof value === 'string' && value !== '';

function detailsOf(details: unknown): Pick<TranslationRow, 'origin' | 'translated_by' | 'translated_at'> {
  if (typeof details !== 'object' || details === null) return {};
  const { origin, translated_by: by, translated_at: at } = details as Json;
  return {
    ...(said(origin) ? { origin } : {}),
    ...(said(by) ? { translated_by: by } : {}),
    ...(said(at) ? { translated_at: at } : {}),
  };
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
