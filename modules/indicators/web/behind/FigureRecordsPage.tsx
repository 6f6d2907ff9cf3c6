import {
  apiOf,
  Breadcrumbs,
  DataTable,
  DateText,
  EmptyState,
  LocalText,
  PageTitle,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type Breakdown, type FigureRecord } from '../../contract/index.ts';

/** The records behind the figure that the address names, as far as the reader may open them. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const asked = (name: string) => query.get(name) ?? undefined;
  return apiOf(context, indicatorsRoutes).listFigureRecords({
    code: query.get('code') ?? 'closure_rate',
    startsOn: asked('startsOn'),
    endsOn: asked('endsOn'),
    areaId: asked('areaId'),
    needCode: asked('needCode'),
    by: (query.get('by') ?? 'none') as Breakdown,
    key: query.get('key') ?? '',
    counted: query.get('counted') === 'true',
  });
}

function NameOf({ record: { path, name } }: { record: FigureRecord }) {
  const { href } = usePage();
  return (
    <Link to={href(path)}>
      <LocalText value={name} quiet />
    </Link>
  );
}

function MomentOf({ at }: Pick<FigureRecord, 'at'>) {
  if (at === null) return null;
  return <DateText value={at} style={at.length === 10 ? 'date' : 'dateTime'} />;
}

type Say = ReturnType<typeof usePage>['t'];

/** What a record says of itself; what none of these says has no column. */
function columnsOf(records: FigureRecord[], t: Say): Column<FigureRecord>[] {
  const column = (key: keyof FigureRecord, heading: string, cell: Column<FigureRecord>['cell']) =>
    records.some((record) => record[key] !== null) ? [{ key, heading, cell }] : [];
  return [
    { key: 'name', heading: t('indicators.records.name'), cell: (record) => <NameOf record={record} /> },
    ...column('at', t('indicators.records.at'), ({ at }) => <MomentOf at={at} />),
    ...column('about', t('indicators.records.about'), ({ about }) => <LocalText value={about} quiet />),
    ...column('organisationName', t('indicators.records.partner'), ({ organisationName }) => (
      <LocalText value={organisationName} quiet />
    )),
    ...column('stateWord', t('indicators.records.status'), ({ stateWord }) =>
      stateWord === null ? null : t(stateWord),
    ),
  ];
}

/** What a figure was counted from: each opens on its own page, under its own policy. */
export default function FigureRecordsPage() {
  const { indicator, records, hasMore } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/figures', label: t('indicators.figures.title') }]} />
      <PageTitle
        title={t('indicators.records.title')}
        eyebrow={text(indicator.name).text}
        lead={<p>{t('indicators.records.lead', { count: records.length })}</p>}
      />
      <DataTable<FigureRecord>
        caption={t('indicators.records.title')}
        hidesCaption
        rows={records}
        keyOf={({ path }) => path}
        columns={columnsOf(records, t)}
        empty={
          <EmptyState title={t('indicators.records.none')}>
            <p>{t('indicators.records.none_text')}</p>
          </EmptyState>
        }
      />
      {hasMore ? <p className="hint">{t('indicators.records.more')}</p> : null}
    </>
  );
}
