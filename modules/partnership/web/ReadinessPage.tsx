import { needPermission } from '@qantara/identity/web';
import { apiOf, Breadcrumbs, DataTable, EmptyState, LocalText, NumberText, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { Dimension, partnershipRoutes, type Readiness } from '../contract/index.ts';
import { PartnershipLinks } from './PartnershipLinks.tsx';
import { StandingBadge } from './StandingBadge.tsx';

/** How ready the partners are; to a partner, its own sheet. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  return apiOf(context, partnershipRoutes).listReadiness({});
}

/** Who can begin, who is on the way, and of whom nobody knows (D2.1). */
export default function ReadinessPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const ready = organisations.filter(({ standing }) => standing === 'ready').length;
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('partnership.crumb.governance') }]} />
      <PageTitle title={t('partnership.readiness.title')} lead={<p>{t('partnership.readiness.lead')}</p>} />
      <PartnershipLinks />
      <p>{t('partnership.readiness.count', { ready, all: organisations.length })}</p>
      <DataTable<Readiness>
        caption={t('partnership.readiness.title')}
        hidesCaption
        rows={organisations}
        keyOf={({ organisationId }) => organisationId}
        empty={<EmptyState title={t('partnership.readiness.none')} />}
        columns={[
          {
            key: 'name',
            heading: t('partnership.field.organisationId'),
            cell: ({ organisationId, organisationName }) => (
              <Link to={href(`/work/partnership/readiness/${organisationId}`)}>
                <LocalText value={organisationName} quiet />
              </Link>
            ),
          },
          {
            key: 'standing',
            heading: t('partnership.readiness.standing'),
            cell: ({ standing }) => <StandingBadge standing={standing} />,
          },
          {
            key: 'looked',
            heading: t('partnership.readiness.looked_at'),
            cell: ({ notLookedAt }) =>
              t('partnership.readiness.of_all', {
                looked: Dimension.options.length - notLookedAt.length,
                all: Dimension.options.length,
              }),
          },
          {
            key: 'late',
            heading: t('partnership.readiness.late_steps'),
            isNumber: true,
            cell: ({ lateSteps }) => <NumberText value={lateSteps} />,
          },
        ]}
      />
    </>
  );
}
