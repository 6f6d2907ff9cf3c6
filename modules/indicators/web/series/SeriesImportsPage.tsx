import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  FileField,
  PageTitle,
  sentFile,
  StatusBadge,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { indicatorsRoutes, type SeriesImport } from '../../contract/index.ts';

export const handle: PageHandle = { formId: 'import' };

/** The newest files that were brought in. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, indicatorsRoutes).listSeriesImports({});
}

/** Reads a file, and goes on to what writing it would do. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const file = await sentFile(values.files('content')[0]);
    const { importId } = await apiOf(context, indicatorsRoutes).readSeriesFile(file, { commandId });
    return redirect(`/${params['locale']}/work/indicators/imports/${importId}`);
  });
}

const TONES = { read: 'waiting', written: 'done', discarded: 'stopped' } as const;

/** Files of values: the next one, and what came of those before. */
export default function SeriesImportsPage() {
  const { imports } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/indicators', label: t('indicators.kept.title') }]} />
      <PageTitle title={t('indicators.imports.title')} lead={<p>{t('indicators.imports.lead')}</p>} />
      <CommandForm id="import" hasFiles labels={{ content: t('indicators.field.content') }}>
        <FileField
          name="content"
          label={t('indicators.field.content')}
          hint={t('indicators.imports.hint')}
          accept=".csv,.xlsx,.json,text/csv,application/json"
          required
        />
        <SubmitButton>{t('indicators.imports.read')}</SubmitButton>
      </CommandForm>
      <DataTable<SeriesImport>
        caption={t('indicators.imports.before')}
        rows={imports}
        keyOf={({ importId }) => importId}
        empty={<EmptyState title={t('indicators.imports.none')} />}
        columns={[
          {
            key: 'file',
            heading: t('indicators.field.fileName'),
            cell: ({ importId, fileName }) => (
              <Link to={href(`/work/indicators/imports/${importId}`)}>
                <Bdi>{fileName}</Bdi>
              </Link>
            ),
          },
          {
            key: 'format',
            heading: t('indicators.imports.format'),
            cell: ({ format }) => t(`indicators.format.${format}`),
          },
          {
            key: 'status',
            heading: t('indicators.series.state'),
            cell: ({ status }) => <StatusBadge tone={TONES[status]} label={t(`indicators.import_status.${status}`)} />,
          },
          {
            key: 'at',
            heading: t('indicators.imports.at'),
            cell: ({ requestedAt }) => <DateText value={requestedAt} />,
          },
        ]}
      />
    </>
  );
}
