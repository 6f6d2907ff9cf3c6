import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Bdi,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  NumberText,
  PageTitle,
  Stat,
  StatRow,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { oversightRoutes, type ConsentWatch, type WatchedOverride } from '../contract/index.ts';
import { PersonMark } from './OpeningsTable.tsx';
import oversightCss from './oversight.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: oversightCss }];
}

/** What people said when they were asked, and where sharing went without their word. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'oversight:read');
  return apiOf(context, oversightRoutes).getConsentWatch({});
}

function ByBasis({ rows }: { rows: ConsentWatch['byBasis'] }) {
  const { t } = usePage();
  return (
    <DataTable<ConsentWatch['byBasis'][number]>
      caption={t('oversight.consents.by_basis')}
      rows={rows}
      keyOf={(row) => `${row.basis} ${JSON.stringify(row.organisationName)}`}
      empty={<EmptyState title={t('oversight.consents.no_overrides')} />}
      columns={[
        { key: 'basis', heading: t('oversight.consents.basis'), cell: (row) => t(`people.basis.${row.basis}`) },
        {
          key: 'organisation',
          heading: t('oversight.consents.organisation'),
          cell: (row) => (row.organisationName === null ? '–' : <LocalText value={row.organisationName} quiet />),
        },
        {
          key: 'count',
          heading: t('oversight.consents.count'),
          isNumber: true,
          cell: (row) => <NumberText value={row.count} />,
        },
        {
          key: 'untold',
          heading: t('oversight.consents.untold'),
          isNumber: true,
          cell: (row) => <NumberText value={row.untold} />,
        },
      ]}
    />
  );
}

function Until({ one }: { one: WatchedOverride }) {
  const { t } = usePage();
  return (
    <>
      <DateText value={one.startsAt} style="dateTime" />
      <br />
      <small>
        {t(one.endedAt === null ? 'oversight.consents.until' : 'oversight.consents.ended')}{' '}
        <DateText value={one.endedAt ?? one.endsAt} style="dateTime" />
      </small>
    </>
  );
}

function OneByOne({ overrides }: { overrides: WatchedOverride[] }) {
  const { t, formats, text } = usePage();
  if (overrides.length === 0) return null;
  return (
    <DataTable<WatchedOverride>
      caption={t('oversight.consents.one_by_one')}
      rows={overrides}
      keyOf={({ overrideId }) => overrideId}
      columns={[
        {
          key: 'basis',
          heading: t('oversight.consents.basis'),
          cell: (one) => (
            <>
              {t(`people.basis.${one.basis}`)}
              <br />
              <small>
                <Bdi>{one.reason}</Bdi>
              </small>
            </>
          ),
        },
        {
          key: 'who',
          heading: t('oversight.consents.who'),
          cell: (one) => (
            <>
              <Bdi>{one.accountName ?? '–'}</Bdi>
              <br />
              <small>{one.organisationName === null ? '–' : <LocalText value={one.organisationName} quiet />}</small>
            </>
          ),
        },
        {
          key: 'whose',
          heading: t('oversight.log.whose'),
          cell: ({ personId }) => <PersonMark personId={personId} />,
        },
        {
          key: 'to',
          heading: t('oversight.consents.to'),
          cell: (one) => (
            <>
              {formats.list(one.recipientNames.map((name) => text(name).text))}
              <br />
              <small>{one.categories.map((category) => t(`people.category.${category}`)).join(' · ')}</small>
            </>
          ),
        },
        { key: 'when', heading: t('oversight.consents.when'), cell: (one) => <Until one={one} /> },
        {
          key: 'telling',
          heading: t('oversight.consents.told'),
          cell: ({ telling }) => t(`people.telling.${telling}`),
        },
      ]}
    />
  );
}

function ByText({ watch }: { watch: ConsentWatch }) {
  const { t } = usePage();
  return (
    <DataTable<ConsentWatch['byText'][number]>
      caption={t('oversight.consents.by_text')}
      rows={watch.byText}
      keyOf={({ purpose, textNumber }) => `${purpose} ${String(textNumber)}`}
      columns={[
        {
          key: 'text',
          heading: t('oversight.consents.text'),
          cell: ({ purpose, textNumber }) => (
            <>
              {t(`people.purpose.${purpose}`)}
              {' · '}
              {textNumber === null
                ? t('people.consents.no_text')
                : t('people.text.version', { number: String(textNumber) })}
            </>
          ),
        },
        {
          key: 'agreed',
          heading: t('oversight.consents.agreed'),
          isNumber: true,
          cell: ({ agreed }) => <NumberText value={agreed} />,
        },
        {
          key: 'refused',
          heading: t('oversight.consents.refused'),
          isNumber: true,
          cell: ({ refused }) => <NumberText value={refused} />,
        },
      ]}
    />
  );
}

function Reasons({ rows }: { rows: ConsentWatch['refusedFor'] }) {
  const { t } = usePage();
  if (rows.length === 0) return null;
  return (
    <DataTable<ConsentWatch['refusedFor'][number]>
      caption={t('oversight.consents.reasons')}
      rows={rows}
      keyOf={({ reasonCode }) => reasonCode ?? 'none'}
      columns={[
        {
          key: 'reason',
          heading: t('oversight.consents.reason'),
          cell: ({ reasonCode }) =>
            reasonCode === null ? t('people.refusal.not_said') : t(`people.refusalReason.${reasonCode}`),
        },
        {
          key: 'count',
          heading: t('oversight.consents.count'),
          isNumber: true,
          cell: ({ count }) => <NumberText value={count} />,
        },
      ]}
    />
  );
}

/** For the one who watches over it: how often people agreed, said no and took back, and every sharing without their word. */
export default function ConsentsPage() {
  const watch = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  return (
    <>
      <PageTitle
        title={t('oversight.consents.title')}
        lead={<p>{t('oversight.consents.lead', { date: formats.date(watch.since) })}</p>}
      />
      <StatRow>
        <Stat label={t('oversight.consents.agreed')} value={watch.said.agreed} />
        <Stat label={t('oversight.consents.refused')} value={watch.said.refused} />
        <Stat label={t('oversight.consents.withdrawn')} value={watch.said.withdrawn} />
        <Stat label={t('oversight.consents.overridden')} value={watch.overrides.length} />
      </StatRow>
      <ByBasis rows={watch.byBasis} />
      <OneByOne overrides={watch.overrides} />
      <ByText watch={watch} />
      <Reasons rows={watch.refusedFor} />
    </>
  );
}
