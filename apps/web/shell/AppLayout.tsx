import { Icon, LanguageSwitch, LocalText, Mark, SkipLink, usePage } from '@qantara/ui';
import staffCss from '@qantara/ui/staff.css?url';
import { Outlet } from 'react-router';

export const handle = { shell: 'staff', script: true };

export function links() {
  return [{ rel: 'stylesheet', href: staffCss }];
}

/** A page that stands on a device where there may be no network: nobody's name is in it, and few ways lead away. */
export default function AppLayout() {
  const { t, href, region } = usePage();
  return (
    <>
      <SkipLink />
      <header className="header">
        <div className="inner">
          <a href={href('/work')} className="brand">
            <Mark />
            <LocalText value={region.name} quiet />
          </a>
          <LanguageSwitch formId={undefined} />
        </div>
        <div className="inner">
          <a href={href('/work')} className="account-link">
            <Icon name="person" />
            <span>{t('shell.to_work')}</span>
          </a>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="content">
        <Outlet />
      </main>
    </>
  );
}
