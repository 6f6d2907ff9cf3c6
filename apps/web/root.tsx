import type { ReactNode } from 'react';
import arabicFont from '@qantara/ui/fonts/readex-pro-arabic.woff2?url';
import latinFont from '@qantara/ui/fonts/readex-pro-latin.woff2?url';
import { type PageContext, pageContext, PageProvider } from '@qantara/ui';
import publicCss from '@qantara/ui/public.css?url';
import { use } from 'react';
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router';
import { translatorOf } from './catalogues.ts';
import { ErrorPage } from './errors/ErrorPage.tsx';
import { ServerPage } from './ServerPage.tsx';
import { usePageHandle } from './shell/page-handle.ts';
import mark from './mark.svg?url';
import { PublicShell } from './shell/PublicShell.tsx';

/** The page's language, region and account, for the browser; the nonce stays on the server. */
export function loader({ context }: LoaderFunctionArgs): PageContext {
  return { ...context.get(pageContext), nonce: '' };
}

/** The style sheet and the sign of every page. */
export function links() {
  return [
    { rel: 'stylesheet', href: publicCss },
    { rel: 'icon', type: 'image/svg+xml', href: mark },
  ];
}

function usePageContext(): PageContext {
  const server = use(ServerPage);
  const loaded = useRouteLoaderData<typeof loader>('root');
  const page = server ?? loaded;
  if (page === undefined) throw new Error('a page is shown without its context');
  return page;
}

/** The document around every page, also around one that failed. A page that asks for no script gets none. */
export function Layout({ children }: { children: ReactNode }) {
  const page = usePageContext();
  const { script, shell } = usePageHandle();
  const nonce = page.nonce === '' ? undefined : page.nonce;
  return (
    <html lang={page.locale} dir={page.direction} className={shell ?? 'public'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link
          rel="preload"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
          href={page.locale === 'ar' ? arabicFont : latinFont}
        />
        {/* React Aria writes a style element unless one of this name is there, which the security policy would block; the rule is in staff.css. */}
        {script === true ? <meta id="react-aria-pressable-style" name="pressable-style" content="staff.css" /> : null}
        <Meta />
        <Links />
      </head>
      <body>
        <PageProvider page={page} t={translatorOf(page.locale)}>
          {children}
        </PageProvider>
        {script === true ? <ScrollRestoration nonce={nonce} /> : null}
        {script === true ? <Scripts nonce={nonce} /> : null}
      </body>
    </html>
  );
}

/** Every page. */
export default function Root() {
  return <Outlet />;
}

/** What is shown when no page could answer. */
export function ErrorBoundary({ error }: { error: unknown }) {
  return (
    <PublicShell>
      <ErrorPage error={error} />
    </PublicShell>
  );
}
