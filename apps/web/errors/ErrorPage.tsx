import { ButtonLink, PageTitle, usePage } from '@qantara/ui';
import { errorKind } from './error-kind.ts';

/** What happened, what is safe, and what to do, in plain words. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t, href, pathname, search, account } = usePage();
  const { kind: told, code, values } = errorKind(error);
  // Between the two factors, or with a resident's code, it is not a role that is missing but the sign-in.
  const kind = told === 'forbidden' && account === null ? 'signed_out' : told;
  const happened = kind === 'refused' && code !== null ? t(`refusal.${code}`, values) : t(`shell.error.${kind}.what`);
  return (
    <div className="error-page narrow">
      <PageTitle title={t(`shell.error.${kind}.title`)} lead={<p>{happened}</p>} />
      <h2>{t('shell.error.safe')}</h2>
      <p>{t(`shell.error.${kind}.safe`)}</p>
      <h2>{t('shell.error.next')}</h2>
      <p>{t(`shell.error.${kind}.next`)}</p>
      <p className="actions">
        {kind === 'signed_out' ? (
          <ButtonLink to={`${href('/sign-in')}?next=${encodeURIComponent(pathname + search)}`} kind="action">
            {t('shell.sign_in')}
          </ButtonLink>
        ) : (
          <ButtonLink to={href('/')} kind="action">
            {t('shell.error.home')}
          </ButtonLink>
        )}
        <ButtonLink to={href('/services')}>{t('shell.nav.services')}</ButtonLink>
      </p>
    </div>
  );
}
