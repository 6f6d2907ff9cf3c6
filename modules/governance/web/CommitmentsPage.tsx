import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations, organisationChoices } from '@qantara/organisations/web';
import {
  apiOf,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  PageTitle,
  SelectField,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { governanceRoutes, type Commitment } from '../contract/index.ts';
import { CommitmentBadge } from './MeetingBadge.tsx';

/** What was promised and is not settled first, by the day that it is due; of one organisation where one was chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  const organisationId = new URL(request.url).searchParams.get('organisationId');
  const listed = await apiOf(context, governanceRoutes).listCommitments({ organisationId });
  return { ...listed, organisations: await listAllOrganisations(context) };
}

/** What organisations promised one another, and what is overdue. */
export default function CommitmentsPage() {
  const { commitments, organisations } = useLoaderData<typeof loader>();
  const { t, href, locale } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('governance.title') }]} />
      <PageTitle title={t('governance.commitments')} lead={<p>{t('governance.commitments_lead')}</p>} />
      <Filters id="commitments" label={t('governance.filter')}>
        <SelectField
          name="organisationId"
          label={t('governance.field.organisationId')}
          options={organisationChoices(organisations, locale)}
        />
      </Filters>
      <DataTable<Commitment>
        caption={t('governance.commitments')}
        hidesCaption
        rows={commitments}
        keyOf={({ commitmentId }) => commitmentId}
        empty={<EmptyState title={t('governance.no_commitments')} />}
        columns={[
          {
            key: 'wording',
            heading: t('governance.promised'),
            cell: ({ commitmentId, wording }) => (
              <Link to={href(`/work/governance/commitments/${commitmentId}`)}>
                <LocalText value={wording} quiet />
              </Link>
            ),
          },
          {
            key: 'who',
            heading: t('governance.field.organisationId'),
            cell: ({ organisationName }) => <LocalText value={organisationName} quiet />,
          },
          { key: 'due', heading: t('governance.field.dueOn'), cell: ({ dueOn }) => <DateText value={dueOn} /> },
          { key: 'state', heading: t('governance.field.state'), cell: (one) => <CommitmentBadge {...one} /> },
        ]}
      />
    </>
  );
}
