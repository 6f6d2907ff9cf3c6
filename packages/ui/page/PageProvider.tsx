import type { Translate } from '@qantara/kernel';
import { createContext, type ReactNode } from 'react';
import type { PageContext } from '../page-context.ts';

/** What every component of a page may read. */
export type ProvidedPage = { page: PageContext; t: Translate };

export const ProvidedPageContext = createContext<ProvidedPage | null>(null);

/** Gives a page its language, region and account; the root route places it. */
export function PageProvider({ page, t, children }: ProvidedPage & { children: ReactNode }) {
  return <ProvidedPageContext value={{ page, t }}>{children}</ProvidedPageContext>;
}
