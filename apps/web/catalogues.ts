import { type Catalogue, type Locale, type Translate, translatorFor } from '@qantara/kernel';

type Loaders = Record<string, () => Promise<{ default: Catalogue }>>;

const LOADERS: Record<Locale, Loaders> = {
  ar: import.meta.glob<{ default: Catalogue }>(['../../{modules,packages}/*/i18n/ar.json', './i18n/ar.json']),
  fr: import.meta.glob<{ default: Catalogue }>(['../../{modules,packages}/*/i18n/fr.json', './i18n/fr.json']),
  en: import.meta.glob<{ default: Catalogue }>(['../../{modules,packages}/*/i18n/en.json', './i18n/en.json']),
};

const translators = new Map<Locale, Translate>();

/** Loads one language once: the server loads all three at its start, the browser only the reader's. */
export async function loadTranslator(locale: Locale): Promise<Translate> {
  const known = translators.get(locale);
  if (known !== undefined) return known;
  const parts = await Promise.all(Object.values(LOADERS[locale]).map((load) => load()));
  const t = translatorFor(locale, Object.assign({}, ...parts.map((part) => part.default)) as Catalogue);
  translators.set(locale, t);
  return t;
}

/** The translator of a language that was loaded before; a page is only shown after that. */
export function translatorOf(locale: Locale): Translate {
  const t = translators.get(locale);
  if (t === undefined) throw new Error(`the catalogue of ${locale} was not loaded`);
  return t;
}
