import { apiOf, Notice, pageContext, usePage } from '@qantara/ui';
import { Link, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';

/** How many role requests wait for the word of whoever reads the page; none where they may not agree. */
export async function countWaitingRoles(context: LoaderFunctionArgs['context']): Promise<number> {
  const { account } = context.get(pageContext);
  if (account === null || !account.permissions.includes('role:agree')) return 0;
  return (await apiOf(context, identityRoutes).countRoleRequests({})).count;
}

/** At the place of work of those who can agree: how many wait for their word. */
export function WaitingRequests({ count }: { count: number }) {
  const { t, href } = usePage();
  if (count === 0) return null;
  return (
    <Notice kind="warning" title={t('identity.requests.wait_for_you', { count })}>
      <p>
        <Link to={href('/role-requests')}>{t('identity.requests.look')}</Link>
      </p>
    </Notice>
  );
}
