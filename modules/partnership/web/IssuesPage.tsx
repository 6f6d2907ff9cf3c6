import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Breadcrumbs,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  NumberText,
  PageTitle,
  SelectField,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { IssueKind, IssueState, partnershipRoutes, type IssueLine } from '../contract/index.ts';
import { IssueBadge } from './IssueBadge.tsx';
import { PartnershipLinks } from './PartnershipLinks.tsx';

/** Open issues first; of one kind or state where that was chosen. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'governance:read');
  const query = new URL(request.url).searchParams;
  const state = IssueState.options.find((one) => one === query.get('state')) ?? null;
  const kind = IssueKind.options.find((one) => one === query.get('kind')) ?? null;
  return apiOf(context, partnershipRoutes).listIssues({ state, kind });
}

/** What does not go well between organisations, how long already, and what came of it (D2.2). */
export default function IssuesPage() {
  const { issues } = useLoaderData<typeof loader>();
  const { t, href, text, formats } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('partnership.crumb.governance') }]} />
      <PageTitle title={t('partnership.issues.title')} lead={<p>{t('partnership.issues.lead')}</p>} />
      <PartnershipLinks />
      <p>
        <ButtonLink to={href('/work/partnership/issues/new')}>{t('partnership.issues.new')}</ButtonLink>
      </p>
      <Filters id="issues" label={t('partnership.filter')}>
        <SelectField
          name="state"
          label={t('partnership.field.state')}
          options={IssueState.options.map((value) => ({ value, label: t(`partnership.issue_state.${value}`) }))}
        />
        <SelectField
          name="kind"
          label={t('partnership.field.kind')}
          options={IssueKind.options.map((value) => ({ value, label: t(`partnership.issue_kind.${value}`) }))}
        />
      </Filters>
      <DataTable<IssueLine>
        caption={t('partnership.issues.title')}
        hidesCaption
        rows={issues}
        keyOf={({ issueId }) => issueId}
        empty={<EmptyState title={t('partnership.issues.none')} />}
        columns={[
          {
            key: 'title',
            heading: t('partnership.field.title'),
            cell: ({ issueId, title }) => (
              <Link to={href(`/work/partnership/issues/${issueId}`)} dir="auto">
                {title}
              </Link>
            ),
          },
          {
            key: 'kind',
            heading: t('partnership.field.kind'),
            cell: ({ kind }) => t(`partnership.issue_kind.${kind}`),
          },
          {
            key: 'who',
            heading: t('partnership.field.organisationIds'),
            cell: ({ organisations }) => formats.list(organisations.map(({ name }) => text(name).text)),
          },
          {
            key: 'by',
            heading: t('partnership.issues.raised_by'),
            cell: ({ raisedBy }) => <LocalText value={raisedBy.name} quiet />,
          },
          {
            key: 'since',
            heading: t('partnership.field.raisedOn'),
            cell: ({ raisedOn }) => <DateText value={raisedOn} />,
          },
          {
            key: 'days',
            heading: t('partnership.issues.days_open'),
            isNumber: true,
            cell: ({ daysOpen }) => <NumberText value={daysOpen} />,
          },
          { key: 'state', heading: t('partnership.field.state'), cell: ({ state }) => <IssueBadge state={state} /> },
        ]}
      />
    </>
  );
}
