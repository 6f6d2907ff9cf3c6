import { needPermission } from '@qantara/identity/web';
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
import { planRoutes, type PlanImport } from '../../contract/index.ts';

export const handle: PageHandle = { formId: 'import' };

/** The newest files of plans. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'plan:write');
  return apiOf(context, planRoutes).listPlanImports({});
}

/** Reads a file, and goes on to what is in it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const chosen = values.files('files');
    const files = await Promise.all(
      (chosen.length === 0 ? [undefined] : chosen).map((one) => sentFile(one, { field: 'files' })),
    );
    const { importId } = await apiOf(context, planRoutes).readPlanFile({ files }, { commandId });
    return redirect(`/${params['locale']}/plan/write/imports/${importId}`);
  });
}

const TONES = { read: 'waiting', written: 'done', discarded: 'stopped' } as const;

/** Plans that come as files: the next one, and what came of those before. */
export default function ImportPlanPage() {
  const { imports } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/plan/write', label: t('plan.list.title') }]} />
      <PageTitle title={t('plan.import.title')} lead={<p>{t('plan.import.lead')}</p>} />
      <CommandForm id="import" hasFiles labels={{ files: t('plan.field.files') }}>
        <FileField
          name="files"
          label={t('plan.field.files')}
          hint={t('plan.import.hint')}
          accept=".json,.xlsx,.zip,.csv"
          multiple
          required
        />
        <SubmitButton>{t('plan.import.read')}</SubmitButton>
      </CommandForm>
      <DataTable<PlanImport>
        caption={t('plan.import.before')}
        rows={imports}
        keyOf={({ importId }) => importId}
        empty={<EmptyState title={t('plan.import.none')} />}
        columns={[
          {
            key: 'file',
            heading: t('plan.field.fileName'),
            cell: ({ importId, fileName }) => (
              <Link to={href(`/plan/write/imports/${importId}`)}>
                <Bdi>{fileName}</Bdi>
              </Link>
            ),
          },
          {
            key: 'status',
            heading: t('plan.import.status'),
            cell: ({ status }) => <StatusBadge tone={TONES[status]} label={t(`plan.import_status.${status}`)} />,
          },
          { key: 'at', heading: t('plan.import.at'), cell: ({ requestedAt }) => <DateText value={requestedAt} /> },
        ]}
      />
    </>
  );
}
