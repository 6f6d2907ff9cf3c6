import { answerForm, apiOf, ButtonLink, Notice, pageContext, PageTitle, usePage } from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { localPath } from './local-path.ts';
import { RecoveryNews } from './own/RecoveryNews.tsx';
import { placeOfWork } from './place-of-work.ts';

/** What happened at this account's door since its owner was last here. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale, account } = context.get(pageContext);
  const own = await apiOf(context, identityRoutes).getOwnAccount({});
  const next = localPath(new URL(request.url).searchParams.get('next'));
  return { own, next: next ?? `/${locale}${placeOfWork(account?.permissions ?? [])}` };
}

/** The owner stops a recovery that they did not need. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (_values, commandId) => {
    await apiOf(context, identityRoutes).cancelOwnRecovery({}, { commandId });
    return redirect(request.url);
  });
}

/** Told once, after signing in: tries that failed, a recovery that others asked for, codes that are used up. */
export default function AccountNewsPage() {
  const { own, next } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.news.title')} />
      {own.failedTries === 0 ? null : (
        <Notice kind="warning" title={t('identity.news.failed', { count: own.failedTries })}>
          <p>{t('identity.news.failed_text')}</p>
        </Notice>
      )}
      <RecoveryNews recovery={own.recovery} livingLink={own.livingLink} />
      {own.codesLeft > 0 || own.isSample ? null : (
        <Notice kind="info" title={t('identity.news.no_codes')}>
          <p>{t('identity.news.no_codes_text')}</p>
          <p>
            <Link to={href('/account/recovery-codes')}>{t('identity.codes.make')}</Link>
          </p>
        </Notice>
      )}
      <p className="actions">
        <ButtonLink to={next} kind="action">
          {t('identity.news.go_on')}
        </ButtonLink>
        <ButtonLink to={href('/account')}>{t('identity.account.title')}</ButtonLink>
      </p>
    </>
  );
}
