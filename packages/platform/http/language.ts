import { LOCALES, type Locale } from '@qantara/kernel';

function weightOf(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  return { tag, weight: quality === undefined ? 1 : Number(quality.trim().slice(2)) || 0 };
}

/** The product's language that a browser asks for, by its weights (RFC 9110 §12.5.4); the first one where it asks for none. */
export function languageOf(acceptLanguage: string | null): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map(weightOf)
    .filter((part) => part.weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  for (const { tag } of asked) {
    const found = LOCALES.find((locale) => tag === locale || tag.startsWith(`${locale}-`));
    if (found !== undefined) return found;
  }
  return LOCALES[0];
}
