import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DataTable,
  Icon,
  Notice,
  NumberText,
  PageTitle,
  Pagination,
  Stat,
  StatRow,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type ImportId, type RowRefusal, type ServiceImport } from '../contract/index.ts';
import { ImportNotesList } from './ImportNotesList.tsx';
import { ImportStatusBadge } from './ImportStatusBadge.tsx';

/** The import as it stands, and one page of what it refused. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const importId = (params['importId'] ?? '') as ImportId;
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const api = apiOf(context, hsdsRoutes);
  return {
    taken: await api.getImport({ importId }),
    refusals: await api.listRowRefusals({ importId, page, perPage: 50 }),
  };
}

function Result({ taken }: { taken: ServiceImport }) {
  const { t, pathname } = usePage();
  if (taken.status === 'failed') {
    return (
      <Notice kind="danger" title={t('hsds.import.failed')}>
        <p>{t(`hsds.import_failure.${taken.failure ?? 'import_broken'}`)}</p>
      </Notice>
    );
  }
  if (taken.status !== 'done') {
    return (
      <>
        {/* With its address and without a fragment: a browser that is told only "again" stays on the same page. */}
        <meta httpEquiv="refresh" content={`3; url=${pathname}`} />
        <Notice>
          <p>{t('hsds.import.under_way')}</p>
        </Notice>
        {taken.rowsTotal === null ? null : <Stat label={t('hsds.import.rows_read')} value={taken.rowsRead} />}
      </>
    );
  }
  return (
    <StatRow>
      <Stat label={t('hsds.import.organisations')} value={taken.organisationsSaved} />
      <Stat label={t('hsds.import.services')} value={taken.servicesSaved} />
      <Stat label={t('hsds.import.locations')} value={taken.locationsSaved} />
      <Stat label={t('hsds.import.ended')} value={taken.servicesEnded} />
      <Stat label={t('hsds.import.rows_refused')} value={taken.rowsRefused} />
      <Stat label={t('hsds.import.values_refused')} value={taken.valuesRefused} />
    </StatRow>
  );
}

function Refusals({
  refusals,
  importId,
}: {
  refusals: Awaited<ReturnType<typeof loader>>['refusals'];
  importId: string;
}) {
  const { t, href } = usePage();
  if (refusals.items.length === 0) return <p>{t('hsds.import.nothing_refused')}</p>;
  return (
    <>
      <p>{t('hsds.import.refused_text')}</p>
      <p>
        <a href={href(`/admin/imports/${importId}/refusals.csv`)} download>
          <Icon name="download" /> {t('hsds.import.download')}
        </a>
      </p>
      <DataTable<RowRefusal>
        caption={t('hsds.import.refused')}
        hidesCaption
        rows={refusals.items}
        keyOf={({ file, row, field, code }) => `${file} ${row} ${field} ${code}`}
        columns={[
          { key: 'file', heading: t('hsds.import.file'), cell: ({ file }) => <Bdi latin>{file}</Bdi> },
          {
            key: 'row',
            heading: t('hsds.import.row'),
            isNumber: true,
            cell: ({ row }) => <NumberText value={row} />,
          },
          {
            key: 'field',
            heading: t('hsds.import.field'),
            cell: ({ field }) => (field === null ? '' : <Bdi latin>{field}</Bdi>),
          },
          { key: 'why', heading: t('hsds.import.why'), cell: ({ code }) => t(`hsds.row_refusal.${code}`) },
          {
            key: 'value',
            heading: t('hsds.import.value'),
            cell: ({ value }) => (value === null ? '' : <Bdi>{value}</Bdi>),
          },
          {
            key: 'scope',
            heading: t('hsds.import.scope'),
            cell: ({ scope }) => t(`hsds.refusal_scope.${scope}`),
          },
        ]}
      />
      <Pagination {...refusals} />
    </>
  );
}

/** What came of one package: how much was saved, and what was refused, where and why. */
export default function ImportPage() {
  const { taken, refusals } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('hsds.import.title'), path: '/admin/imports' }]} />
      <PageTitle
        title={t('hsds.import.of', { file: taken.fileName })}
        eyebrow={<ImportStatusBadge status={taken.status} />}
        lead={
          <p>
            <Bdi>{taken.source}</Bdi>
            {taken.format === null ? null : (
              <>
                {' · '}
                <Bdi latin>{taken.format}</Bdi>
              </>
            )}
          </p>
        }
      />
      <Result taken={taken} />
      {taken.status === 'done' ? (
        <>
          <h2>{t('hsds.import.refused')}</h2>
          <Refusals refusals={refusals} importId={taken.importId} />
          {taken.notes === null ? null : <ImportNotesList notes={taken.notes} />}
        </>
      ) : null}
    </>
  );
}
