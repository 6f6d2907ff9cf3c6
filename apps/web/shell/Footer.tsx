import { LanguageSwitch, LocalText, Notice, usePage } from '@qantara/ui';
import { placeOfWork } from '@qantara/identity/web';
import { Link } from 'react-router';

/** Language, promises, and whether all this is invented. */
export function Footer({ formId }: { formId: string | undefined }) {
  const { t, href, isSample, region, account } = usePage();
  return (
    <footer className="footer">
      <div className="inner">
        {isSample ? (
          <Notice kind="warning" title={t('shell.sample.title')}>
            <p>{t('shell.sample.text')}</p>
          </Notice>
        ) : null}
        <LanguageSwitch formId={formId} />
        <ul className="footer-links">
          <li>
            <Link to={href('/accessibility')}>{t('shell.footer.accessibility')}</Link>
          </li>
          <li>
            <Link to={href('/privacy')}>{t('shell.footer.privacy')}</Link>
          </li>
          <li>
            <Link to={href('/hsds')}>{t('shell.footer.open_directory')}</Link>
          </li>
          <li>
            <Link to={href('/data')}>{t('shell.footer.open_data')}</Link>
          </li>
          <li>
            <Link to={href('/observatory')}>{t('observatory.nav')}</Link>
          </li>
          <li>
            <Link to={href(account === null ? '/sign-in' : placeOfWork(account.permissions))}>
              {account === null ? t('shell.sign_in') : t('shell.to_work')}
            </Link>
          </li>
        </ul>
        <p className="footer-region">
          <LocalText value={region.name} quiet />
          <span>{t('shell.footer.product')}</span>
        </p>
      </div>
    </footer>
  );
}
