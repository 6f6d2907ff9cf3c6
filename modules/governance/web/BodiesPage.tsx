import { needPermission } from '@qantara/identity/web';
import { apiOf, ButtonLink, DataTable, EmptyState, LocalText, PageTitle, StatusBadge, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type Body } from '../contract/index.ts';

/** The bodies that the reader may see. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  return apiOf(context, governanceRoutes).listBodies({});
}

function Coverage({ required, filled, closedOn }: Pick<Body, 'required' | 'filled' | 'closedOn'>) {
  const { t } = usePage();
  if (closedOn !== null) return <StatusBadge tone="neutral" label={t('governance.closed_mark')} />;
  if (required === 0) return <>{t('governance.none_required')}</>;
  const label = t('governance.seats_filled', { filled, required });
  return <StatusBadge tone={filled < required ? 'attention' : 'done'} label={label} />;
}

/** Where organisations sit together, and whether those who must be there are. */
export default function BodiesPage() {
  const { bodies } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  return (
    <>
      <PageTitle title={t('governance.title')} lead={<p>{t('governance.lead')}</p>} />
      <p>
        <Link to={href('/work/governance/commitments')}>{t('governance.commitments')}</Link>
      </p>
      {can('governance:write') ? (
        <p>
          <ButtonLink to={href('/work/governance/new')}>{t('governance.new')}</ButtonLink>
        </p>
      ) : null}
      <DataTable<Body>
        caption={t('governance.title')}
        hidesCaption
        rows={bodies}
        keyOf={({ bodyId }) => bodyId}
        empty={<EmptyState title={t('governance.none')} />}
        columns={[
          {
            key: 'name',
            heading: t('governance.field.name'),
            cell: ({ bodyId, name }) => (
              <Link to={href(`/work/governance/bodies/${bodyId}`)}>
                <LocalText value={name} quiet />
              </Link>
            ),
          },
          { key: 'kind', heading: t('governance.field.kind'), cell: ({ kind }) => t(`governance.kind.${kind}`) },
          {
            key: 'host',
            heading: t('governance.host'),
            cell: ({ organisationName }) => <LocalText value={organisationName} quiet />,
          },
          { key: 'seats', heading: t('governance.required_seats'), cell: (body) => <Coverage {...body} /> },
        ]}
      />
    </>
  );
}
