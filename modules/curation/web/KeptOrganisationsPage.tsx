import { apiOf, Breadcrumbs, ButtonLink, PageTitle, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import { OrganisationsTable } from './organisation/OrganisationsTable.tsx';

/** Every organisation that has entries. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { organisations } = await apiOf(context, curationRoutes).getFreshness({});
  return { organisations };
}

/** The organisations and what each has to confirm. */
export default function KeptOrganisationsPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle
        title={t('curation.freshness.all_organisations')}
        lead={<p>{t('curation.freshness.organisations')}</p>}
      />
      <p className="actions">
        <ButtonLink to={href('/curation/organisations/new')}>{t('curation.organisation.new')}</ButtonLink>
      </p>
      <OrganisationsTable rows={organisations} />
    </>
  );
}
