import { textIn } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  Notice,
  PageTitle,
  Pagination,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type HistoryLine } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { useHistoryWords } from './edit/use-history-words.ts';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** One page of what changed, newest first. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const { searchParams } = new URL(request.url);
  const page = searchParams.get('page') ?? '1';
  const api = apiOf(context, curationRoutes);
  const { name } = await api.getEditedService({ serviceId });
  const found = await api.listHistory({ serviceId, page, perPage: 50 });
  return { serviceId, name, found, isUndone: searchParams.get('said') === 'undone' };
}

/** Takes back what was changed here at one moment. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const serviceId = (params['serviceId'] ?? '') as ServiceId;
    await apiOf(context, curationRoutes).undoChange({ serviceId, at: values.text('at') ?? '' }, { commandId });
    return redirect(`/${params['locale']}/curation/services/${serviceId}/history?said=undone`);
  });
}

type ShownLine = HistoryLine & { index: number; isFirst: boolean };

/** The lines with words for whoever reads them; the first of each moment is where that moment is taken back. */
function shownLines(lines: HistoryLine[]): ShownLine[] {
  const told = lines.filter(({ object, field }) => object === 'service' || !UNTOLD.test(field));
  return told.map((line, index) => ({ ...line, index, isFirst: told[index - 1]?.at !== line.at }));
}

/** What a part of a record belongs to is no news. */
const UNTOLD = /_id$|^(freq|notes|link_type)/;

function Undo({ line }: { line: ShownLine }) {
  const { t, formats } = usePage();
  if (!line.isFirst || line.by !== 'here') return null;
  return (
    <CommandForm id={`undo-${line.index}`} action="?" className="one-button">
      <input type="hidden" name="at" value={line.at} />
      <SubmitButton kind="plain">
        {t('curation.history.undo')} <span className="vh">{formats.dateTime(line.at)}</span>
      </SubmitButton>
    </CommandForm>
  );
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
  const { serviceId, name, found, isUndone } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const rows = shownLines(found.items);
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          { label: textIn(name, locale).text, path: `/curation/services/${serviceId}` },
        ]}
      />
      <PageTitle title={t('curation.history.title')} lead={<p>{t('curation.history.lead')}</p>} />
      {isUndone ? <Notice kind="success" title={t('curation.history.undone')} isNews /> : null}
      <DataTable<ShownLine>
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
          { key: 'undo', heading: t('curation.history.undo'), cell: (line) => <Undo line={line} /> },
        ]}
      />
      <Pagination {...found} />
    </>
  );
}
