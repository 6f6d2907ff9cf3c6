import { textIn } from '@qantara/kernel';
import { apiOf, Bdi, Breadcrumbs, DataTable, DateText, EmptyState, PageTitle, Pagination, usePage } from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type HistoryLine } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { useHistoryWords } from './edit/use-history-words.ts';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One page of what changed, newest first. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const api = apiOf(context, curationRoutes);
  const { name } = await api.getEditedService({ serviceId });
  return { serviceId, name, found: await api.listHistory({ serviceId, page, perPage: 50 }) };
}

function Value({ value }: { value: string | null }) {
  const { t } = usePage();
  const words = useHistoryWords();
  if (value === null) return <span className="missing">{t('curation.moderate.nothing')}</span>;
  return <Bdi>{words.value(value)}</Bdi>;
}

function Field({ line }: { line: HistoryLine }) {
  const words = useHistoryWords().field(line);
  if (words !== null) return <>{words}</>;
  return <Bdi latin>{line.object === 'service' ? line.field : `${line.object}.${line.field}`}</Bdi>;
}

function By({ by }: { by: string | null }) {
  const { t } = usePage();
  if (by === null || by === 'here') return <>{t('curation.history.here')}</>;
  return <Bdi>{by}</Bdi>;
}

/** What changed in a service, field by field: from what, to what, by whom, when. */
export default function HistoryPage() {
  const { serviceId, name, found } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const rows = found.items.map((line, index) => ({ ...line, index }));
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          { label: textIn(name, locale).text, path: `/curation/services/${serviceId}` },
        ]}
      />
      <PageTitle title={t('curation.history.title')} />
      <DataTable<HistoryLine & { index: number }>
        caption={t('curation.history.title')}
        hidesCaption
        rows={rows}
        keyOf={({ index }) => String(index)}
        empty={<EmptyState title={t('curation.history.none')} />}
        columns={[
          {
            key: 'field',
            heading: t('curation.history.field'),
            cell: (line) => <Field line={line} />,
          },
          { key: 'before', heading: t('curation.history.before'), cell: ({ before }) => <Value value={before} /> },
          { key: 'after', heading: t('curation.history.after'), cell: ({ after }) => <Value value={after} /> },
          { key: 'by', heading: t('curation.history.by'), cell: ({ by }) => <By by={by} /> },
          {
            key: 'at',
            heading: t('curation.history.at'),
            cell: ({ at }) => <DateText value={at} style="dateTime" />,
          },
        ]}
      />
      <Pagination {...found} />
    </>
  );
}
