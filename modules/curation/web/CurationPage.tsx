import {
  apiOf,
  ButtonLink,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  Progress,
  Stat,
  StatRow,
  usePage,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type FreshnessReport } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { OrganisationsTable } from './organisation/OrganisationsTable.tsx';

const MOST_ORGANISATIONS = 10;

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** How true the directory can be now, and what waits. */
export async function loader({ context }: LoaderFunctionArgs) {
  return { report: await apiOf(context, curationRoutes).getFreshness({}) };
}

function Waiting({ waiting }: { waiting: FreshnessReport['waiting'] }) {
  const { t, href } = usePage();
  return (
    <StatRow>
      <Stat
        label={t('curation.waiting.suggestions')}
        value={waiting.suggestions}
        href={href('/curation/suggestions')}
      />
      <Stat label={t('curation.waiting.pairs')} value={waiting.pairs} href={href('/curation/pairs')} />
      <Stat label={t('curation.waiting.conflicts')} value={waiting.conflicts} href={href('/admin/sources/conflicts')} />
    </StatRow>
  );
}

function Shares({ all }: { all: FreshnessReport['all'] }) {
  const { t } = usePage();
  return (
    <>
      <div className="shares">
        <Progress label={t('curation.freshness.six')} value={all.withinSix} max={all.total} />
        <Progress label={t('curation.freshness.twelve')} value={all.withinTwelve} max={all.total} />
      </div>
      <StatRow>
        <Stat label={t('curation.freshness.total')} value={all.total} />
        <Stat label={t('curation.freshness.overdue')} value={all.overdue} />
        <Stat label={t('curation.freshness.never')} value={all.never} />
        <Stat label={t('curation.freshness.without_keeper')} value={all.withoutKeeper} />
      </StatRow>
    </>
  );
}

type Old = FreshnessReport['oldest'][number];

function Oldest({ rows }: { rows: Old[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<Old>
      caption={t('curation.freshness.oldest')}
      hidesCaption
      rows={rows}
      keyOf={({ serviceId }) => serviceId}
      empty={<EmptyState title={t('curation.freshness.none')} />}
      columns={[
        {
          key: 'name',
          heading: t('curation.entry'),
          cell: ({ serviceId, name }) => (
            <Link to={href(`/curation/services/${serviceId}`)}>
              <LocalText value={name} quiet />
            </Link>
          ),
        },
        {
          key: 'organisation',
          heading: t('field.organisationId'),
          cell: ({ organisationName }) => <LocalText value={organisationName} quiet />,
        },
        {
          key: 'assured',
          heading: t('curation.assured'),
          cell: ({ assuredAt }) => (assuredAt === null ? t('curation.standing.never') : <DateText value={assuredAt} />),
        },
      ]}
    />
  );
}

/** Where whoever keeps the directory begins the day: what waits, how fresh it is, what to ask for first. */
export default function CurationPage() {
  const { report } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('curation.freshness.title')} lead={<p>{t('curation.freshness.lead')}</p>}>
        <ButtonLink to={href('/curation/services')} kind="action">
          {t('curation.find.title')}
        </ButtonLink>
        <ButtonLink to={href('/curation/entries/new')}>{t('curation.entry_new.title')}</ButtonLink>
        <ButtonLink to={href('/curation/alerts')}>{t('curation.alerts.title')}</ButtonLink>
      </PageTitle>
      <h2>{t('curation.waiting.title')}</h2>
      <Waiting waiting={report.waiting} />
      <h2>{t('curation.freshness.shares')}</h2>
      <Shares all={report.all} />
      <h2>{t('curation.freshness.organisations')}</h2>
      <OrganisationsTable rows={report.organisations.slice(0, MOST_ORGANISATIONS)} />
      <p>
        <Link to={href('/curation/organisations')}>{t('curation.freshness.all_organisations')}</Link>
      </p>
      <h2>{t('curation.freshness.oldest')}</h2>
      <Oldest rows={report.oldest} />
    </>
  );
}
