import { LOCALES, type Locale } from '@qantara/kernel';

/** One line of a value as people read it, with its language where it has one. */
export type ValueLine = { text: string; language: Locale | null };

const MOST_LINES = 12;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isLocalized = (value: Record<string, unknown>): boolean =>
  Object.keys(value).every((key) => LOCALES.includes(key as Locale));

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value))
    return value
      .map(plain)
      .filter((part) => part !== '')
      .join(', ');
  if (!isObject(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  // Identifiers say nothing to people.
  const said = Object.entries(value).filter(([field]) => field !== 'id' && !field.endsWith('_id'));
  return said
    .map(([, one]) => plain(one))
    .filter((part) => part !== '')
    .join(' · ');
}

/** A value of a record as lines: a text in each of its languages, a list line by line, a row by what it says. */
export function valueLines(value: unknown): ValueLine[] {
  if (isObject(value) && isLocalized(value))
    return LOCALES.flatMap((language) => {
      const text = plain(value[language]);
      return text === '' ? [] : [{ text, language }];
    });
  const lines = (Array.isArray(value) ? value : [value]).map(plain).filter((text) => text !== '');
  return lines.slice(0, MOST_LINES).map((text) => ({ text, language: null }));
}

/** The name of a field without its language: `name.ar` is the name in Arabic. */
export function fieldParts(field: string): { field: string; language: Locale | null } {
  const [name = '', ending] = field.split('.');
  const language = LOCALES.find((locale) => locale === ending) ?? null;
  return { field: name, language };
}
