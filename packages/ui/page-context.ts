import type { Direction, Invoke, Locale, LocalizedText, RegionSettings, Translate } from '@qantara/kernel';
import { createContext } from 'react-router';

/** What the host server knows of one request before any page is asked. */
export type PageContext = {
  locale: Locale;
  direction: Direction;
  nonce: string;
  pathname: string;
  search: string;
  region: RegionSettings & {
    name: LocalizedText;
    /** Whom to call in danger, by `emergency`, `violence`, `tonight`; what the region has not said is not there. */
    dangerNumbers: Record<string, string>;
  };
  isSample: boolean;
  account: null | {
    displayName: string;
    /** None while nobody has agreed to the first one. */
    role: string | null;
    organisationName: LocalizedText | null;
    permissions: string[];
  };
};

/** Where loaders and actions find the way to the handlers. */
export const invokeContext = createContext<Invoke>();

/** Where loaders and actions find the request's language, region and account. */
export const pageContext = createContext<PageContext>();

/** The words of the request's language, for what is no page: the headings of a file. */
export const wordsContext = createContext<Translate>();
