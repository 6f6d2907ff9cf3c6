import { Icon, LanguageSwitch, LocalText, Mark, NavLinks, SkipLink, usePage } from '@qantara/ui';
import { placeOfWork } from '@qantara/identity/web';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { navigationOf } from '../module-pages.ts';
import { Footer } from './Footer.tsx';
import { menuOf, STAFF_MENU } from './menu.ts';
import { usePageHandle } from './page-handle.ts';

function AccountBox() {
  const { t, href, account } = usePage();
  if (account === null) return <Link to={href('/sign-in')}>{t('shell.sign_in')}</Link>;
  return (
    <details className="account-box">
      <summary>
        <Icon name="person" />
        <bdi>{account.displayName}</bdi>
      </summary>
      <div className="account-panel">
        <p>
          <LocalText value={account.organisationName} quiet />
        </p>
        <Link to={href('/account')}>{t('shell.account')}</Link>
        <form method="post" action={href('/sign-out')}>
          <button type="submit" className="button plain">
            {t('shell.sign_out')}
          </button>
        </form>
      </div>
    </details>
  );
}

/** What stands around a page of people at work: their lists at the side, themselves at the top. */
export function StaffShell({ children }: { children: ReactNode }) {
  const { t, href, region, can, account } = usePage();
  const { formId } = usePageHandle();
  const items = menuOf(STAFF_MENU, navigationOf('staff'), can).map(({ path, labelKey }) => ({
    path,
    label: t(labelKey),
  }));
  return (
    <>
      <SkipLink />
      <header className="header staff-header">
        <div className="inner">
          <Link to={href(account === null ? '/' : placeOfWork(account.permissions))} className="brand">
            <Mark />
            <LocalText value={region.name} quiet />
          </Link>
          <LanguageSwitch formId={formId} />
          <AccountBox />
        </div>
      </header>
      <div className="staff-body">
        <NavLinks label={t('shell.nav.staff_label')} items={items} />
        <main id="content" tabIndex={-1} className="content">
          {children}
        </main>
      </div>
      <Footer formId={formId} />
    </>
  );
}
