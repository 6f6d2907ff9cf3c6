import { needPermission } from '@qantara/identity/web';
import { apiOf, Breadcrumbs, DataTable, EmptyState, LocalText, NumberText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { referralsRoutes, type ListedWaitList } from '../../contract/index.ts';

/** The services of this organisation that somebody waits for. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'referral:answer');
  return apiOf(context, referralsRoutes).listWaitLists({});
}

/** Where people wait for a place with us. */
export default function WaitListsPage() {
  const { lists } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work', label: t('referrals.work.title') }]} />
      <PageTitle title={t('referrals.wait.title')} lead={<p>{t('referrals.wait.lead')}</p>} />
      <DataTable<ListedWaitList>
        caption={t('referrals.wait.title')}
        hidesCaption
        rows={lists}
        keyOf={({ serviceId }) => serviceId}
        empty={<EmptyState title={t('referrals.wait.none')} />}
        columns={[
          {
            key: 'service',
            heading: t('referrals.work.service'),
            cell: ({ serviceId, serviceName }) => (
              <Link to={href(`/work/waiting/${serviceId}`)}>
                <LocalText value={serviceName} quiet />
              </Link>
            ),
          },
          { key: 'count', heading: t('referrals.wait.count'), cell: ({ count }) => <NumberText value={count} /> },
        ]}
      />
    </>
  );
}
