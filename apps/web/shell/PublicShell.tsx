import { Arches, Icon, LanguageSwitch, LocalText, Mark, NavLinks, SafeExit, SkipLink, usePage } from '@qantara/ui';
import { placeOfWork } from '@qantara/identity/web';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { navigationOf } from '../module-pages.ts';
import { Footer } from './Footer.tsx';
import { menuOf, PUBLIC_MENU } from './menu.ts';
import { usePageHandle } from './page-handle.ts';

/** What stands around a resident's page: few ways, all in words. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t, href, region, can, account } = usePage();
  const { formId, safeExit } = usePageHandle();
  const items = menuOf(PUBLIC_MENU, navigationOf('public'), can).map(({ path, labelKey }) => ({
    path,
    label: t(labelKey),
  }));
  return (
    <>
      <SkipLink />
      <header className="header">
        <div className="inner">
          <Link to={href('/')} className="brand">
            <Mark />
            <LocalText value={region.name} quiet />
          </Link>
          <LanguageSwitch formId={formId} />
        </div>
        <div className="inner">
          <NavLinks label={t('shell.nav.label')} items={items} />
          <Link to={href(account === null ? '/sign-in' : placeOfWork(account.permissions))} className="account-link">
            <Icon name="person" />
            <span>{account === null ? t('shell.sign_in') : t('shell.to_work')}</span>
          </Link>
        </div>
        <Arches />
      </header>
      {safeExit === true ? <SafeExit /> : null}
      <main id="content" tabIndex={-1} className="content">
        {children}
      </main>
      <Footer formId={formId} />
    </>
  );
}
