import {
  type Direction,
  type Formats,
  formatsFor,
  type Locale,
  type LocalizedText,
  type ShownText,
  textIn,
  type Translate,
} from '@qantara/kernel';
import { use } from 'react';
import { useLocation } from 'react-router';
import type { PageContext } from '../page-context.ts';
import { ProvidedPageContext } from './PageProvider.tsx';

/** What a component may ask of the page it stands on. */
export type UsedPage = {
  locale: Locale;
  direction: Direction;
  t: Translate;
  formats: Formats;
  text: (value: LocalizedText | null | undefined) => ShownText;
  region: PageContext['region'];
  account: PageContext['account'];
  can: (permission: string) => boolean;
  href: (path: string) => string;
  isSample: boolean;
  nonce: string;
  pathname: string;
  search: string;
};

const formatsByRegion = new Map<string, Formats>();

// Intl formatters are slow to make and never change: one set for each language and region.
function sharedFormats(locale: Locale, region: PageContext['region']): Formats {
  const key = `${locale} ${region.timeZone} ${region.numberingSystem}`;
  const formats = formatsByRegion.get(key) ?? formatsFor(locale, region);
  formatsByRegion.set(key, formats);
  return formats;
}

/** The address of a page in one language: `/services` becomes `/ar/services`. */
export function localeHref(locale: Locale, path: string): string {
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}

/** The language, words, formats, region and account of the page that is being shown. */
export function usePage(): UsedPage {
  const provided = use(ProvidedPageContext);
  const location = useLocation();
  if (provided === null) throw new Error('usePage is called outside PageProvider');
  const { page, t } = provided;
  const { locale, account } = page;
  return {
    locale,
    direction: page.direction,
    t,
    formats: sharedFormats(locale, page.region),
    text: (value) => textIn(value, locale),
    region: page.region,
    account,
    can: (permission) => permission === 'anyone' || (account?.permissions.includes(permission) ?? false),
    href: (path) => localeHref(locale, path),
    isSample: page.isSample,
    nonce: page.nonce,
    pathname: location.pathname,
    search: location.search,
  };
}
