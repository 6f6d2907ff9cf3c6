import { Refusal } from '@qantara/kernel';
import { apiOf, pageContext, PageTitle, usePage } from '@qantara/ui';
import { Link, redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { localPath } from '../local-path.ts';

/** Sends the browser to the provider; a link and not a form, for a form may not lead to another website. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { locale } = context.get(pageContext);
  const next = localPath(new URL(request.url).searchParams.get('next')) ?? '';
  try {
    const { address } = await apiOf(context, identityRoutes).startOpenId({ next, locale });
    return redirect(address);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { code: fault.code };
  }
}

/** Why nobody could be sent to the provider, and the way back. */
export default function GoToProviderPage() {
  const { code } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.open_id.title')} lead={<p>{t(`refusal.${code}`)}</p>} />
      <p className="actions">
        <Link to={href('/sign-in')}>{t('identity.second.again')}</Link>
      </p>
    </>
  );
}
