import { Refusal } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DataTable,
  PageTitle,
  Stat,
  StatRow,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type SeriesImportId, type SeriesRefusal } from '../../contract/index.ts';

/** A file and what of it was not taken. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const importId = (params['importId'] ?? '') as SeriesImportId;
  return apiOf(context, indicatorsRoutes).getSeriesImport({ importId });
}

/** Writes what was read, or gives it up. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const importId = (params['importId'] ?? '') as SeriesImportId;
    const api = apiOf(context, indicatorsRoutes);
    const intent = values.text('intent');
    if (intent === 'write') await api.writeSeriesImport({ importId }, { commandId });
    else if (intent === 'discard') await api.discardSeriesImport({ importId }, { commandId });
    else throw new Refusal('invalid_input');
    return redirect(request.url);
  });
}

const PARTS = ['added', 'changed', 'same', 'refused'] as const;

function Refused({ refusals }: { refusals: SeriesRefusal[] }) {
  const { t, formats } = usePage();
  if (refusals.length === 0) return null;
  return (
    <DataTable<SeriesRefusal>
      caption={t('indicators.imports.refused')}
      rows={refusals}
      keyOf={({ at, code }) => `${at} ${code}`}
      columns={[
        { key: 'at', heading: t('indicators.imports.line'), cell: ({ at }) => formats.number(at), isNumber: true },
        {
          key: 'why',
          heading: t('indicators.imports.why'),
          cell: ({ code }) => t(`indicators.row_refusal.${code}`),
        },
        { key: 'value', heading: t('indicators.imports.stands'), cell: ({ value }) => <Bdi>{value ?? ''}</Bdi> },
      ]}
    />
  );
}

/** What writing a file would do, or did, and each line that was not taken, with the reason. */
export default function SeriesImportPage() {
  const { seriesImport, refusals } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { fileName, status, outcome, format } = seriesImport;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/indicators', label: t('indicators.kept.title') },
          { path: '/work/indicators/imports', label: t('indicators.imports.title') },
        ]}
      />
      <PageTitle
        title={t('indicators.imports.one')}
        eyebrow={t(`indicators.format.${format}`)}
        lead={
          <p>
            <Bdi>{fileName}</Bdi>
          </p>
        }
      />
      <p>{t(`indicators.imports.is_${status}`)}</p>
      <StatRow>
        {PARTS.map((part) => (
          <Stat key={part} label={t(`indicators.imports.${part}`)} value={outcome[part]} />
        ))}
      </StatRow>
      {status === 'read' ? (
        <CommandForm id="decide">
          <div className="actions">
            <SubmitButton intent="write">{t('indicators.imports.write')}</SubmitButton>
            <SubmitButton kind="plain" intent="discard">
              {t('indicators.imports.discard')}
            </SubmitButton>
          </div>
        </CommandForm>
      ) : null}
      <Refused refusals={refusals} />
    </>
  );
}
