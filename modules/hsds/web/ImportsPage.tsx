import {
  answerForm,
  apiOf,
  Bdi,
  Checkbox,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  FileField,
  LOCALE_CHOICES,
  NumberText,
  PageTitle,
  SelectField,
  sentFile,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type NewImport, type ServiceImport } from '../contract/index.ts';
import { ImportStatusBadge } from './ImportStatusBadge.tsx';

export const handle: PageHandle = { formId: 'import' };

/** The newest imports. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, hsdsRoutes).listImports({});
}

/** Takes a package in, and shows how it goes. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = {
      source: values.text('source') ?? '',
      language: values.text('language'),
      isTrial: values.flag('isTrial'),
      ...(await sentFile(values.files('content')[0])),
    } as NewImport;
    const { importId } = await apiOf(context, hsdsRoutes).requestImport(input, { commandId });
    return redirect(`/${params['locale']}/admin/imports/${importId}`);
  });
}

function ImportForm({ sources }: { sources: string[] }) {
  const { t } = usePage();
  return (
    <CommandForm id="import" hasFiles>
      <FileField
        name="content"
        label={t('hsds.field.content')}
        hint={t('hsds.import.content_hint')}
        accept=".zip,.csv,.tsv,.xlsx,.json,.ndjson,.jsonl,.xml"
        required
      />
      <TextField
        name="source"
        label={t('hsds.field.source')}
        hint={t('hsds.import.source_hint')}
        width="medium"
        maxLength={100}
        suggestions={sources}
        required
      />
      <SelectField
        name="language"
        label={t('hsds.field.language')}
        emptyLabel={t('hsds.import.language_said')}
        options={LOCALE_CHOICES}
      />
      <Checkbox name="isTrial" label={t('hsds.field.isTrial')} hint={t('hsds.import.trial_hint')} defaultChecked />
      <SubmitButton>{t('hsds.import.submit')}</SubmitButton>
    </CommandForm>
  );
}

/** Directories of others taken in: what came of each, and the next one. */
export default function ImportsPage() {
  const { imports, sources } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('hsds.import.title')} lead={<p>{t('hsds.import.lead')}</p>} />
      <ImportForm sources={sources} />
      <h2>{t('hsds.import.past')}</h2>
      <DataTable<ServiceImport>
        caption={t('hsds.import.past')}
        hidesCaption
        rows={imports}
        keyOf={(one) => one.importId}
        empty={<EmptyState title={t('hsds.import.none')} />}
        columns={[
          {
            key: 'file',
            heading: t('hsds.field.fileName'),
            cell: (one) => (
              <Link to={href(`/admin/imports/${one.importId}`)}>
                <Bdi>{one.fileName}</Bdi>
              </Link>
            ),
          },
          { key: 'source', heading: t('hsds.field.source'), cell: (one) => <Bdi>{one.source}</Bdi> },
          {
            key: 'when',
            heading: t('hsds.import.when'),
            cell: (one) => <DateText value={one.requestedAt} style="dateTime" />,
          },
          {
            key: 'status',
            heading: t('hsds.import.status'),
            cell: (one) => <ImportStatusBadge status={one.status} />,
          },
          {
            key: 'services',
            heading: t('hsds.import.services'),
            isNumber: true,
            cell: (one) => <NumberText value={one.servicesSaved} />,
          },
          {
            key: 'refused',
            heading: t('hsds.import.rows_refused'),
            isNumber: true,
            cell: (one) => <NumberText value={one.rowsRefused} />,
          },
        ]}
      />
    </>
  );
}
