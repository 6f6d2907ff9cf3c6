import { type Locale, LOCALES } from '@qantara/kernel';

/** The same place under another language: `/fr/services/3` becomes `/ar/services/3`. */
export function otherLocalePath(pathname: string, locale: Locale): string {
  const [, first = '', ...rest] = pathname.split('/');
  const below = LOCALES.some((known) => known === first) ? rest : [first, ...rest];
  return ['', locale, ...below.filter((part) => part !== '')].join('/');
}
