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
  NumberText,
  PageTitle,
  sentFile,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { assetsRoutes, type AssetImport } from '../contract/index.ts';
import { AssetImportBadge } from './AssetImportBadge.tsx';

export const handle: PageHandle = { formId: 'import' };

/** The newest files that were taken in. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, assetsRoutes).listAssetImports({});
}

/** Reads a file, and goes on to what its properties mean. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = { source: values.text('source') ?? '', ...(await sentFile(values.files('content')[0])) };
    const { importId } = await apiOf(context, assetsRoutes).readAssetFile(input, { commandId });
    return redirect(`/${params['locale']}/work/assets/imports/${importId}`);
  });
}

function FileForm() {
  const { t } = usePage();
  return (
    <CommandForm id="import" hasFiles>
      <FileField
        name="content"
        label={t('assets.field.content')}
        hint={t('assets.import.content_hint')}
        accept=".geojson,.json,application/geo+json,application/json"
        required
      />
      <TextField
        name="source"
        label={t('assets.field.source')}
        hint={t('assets.import.source_hint')}
        width="medium"
        maxLength={100}
        required
      />
      <SubmitButton>{t('assets.import.read')}</SubmitButton>
    </CommandForm>
  );
}

/** Maps of others taken in: the next file, and what came of those before. */
export default function AssetImportsPage() {
  const { imports } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/assets', label: t('assets.kept.title') }]} />
      <PageTitle title={t('assets.import.title')} lead={<p>{t('assets.import.lead')}</p>} />
      <FileForm />
      <h2>{t('assets.import.past')}</h2>
      <DataTable<AssetImport>
        caption={t('assets.import.past')}
        hidesCaption
        rows={imports}
        keyOf={({ importId }) => importId}
        empty={<EmptyState title={t('assets.import.none')} />}
        columns={[
          {
            key: 'file',
            heading: t('assets.field.fileName'),
            cell: ({ importId, fileName }) => (
              <Link to={href(`/work/assets/imports/${importId}`)}>
                <Bdi>{fileName}</Bdi>
              </Link>
            ),
          },
          { key: 'source', heading: t('assets.field.source'), cell: ({ source }) => <Bdi>{source}</Bdi> },
          {
            key: 'when',
            heading: t('assets.import.when'),
            cell: ({ requestedAt }) => <DateText value={requestedAt} style="dateTime" />,
          },
          {
            key: 'status',
            heading: t('assets.kept.state'),
            cell: ({ status }) => <AssetImportBadge status={status} />,
          },
          {
            key: 'features',
            heading: t('assets.import.features'),
            isNumber: true,
            cell: ({ features }) => <NumberText value={features} />,
          },
        ]}
      />
    </>
  );
}
