import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { hsdsRoutes, type FoundTable, type ImportId } from '../contract/index.ts';
import hsdsCss from './hsds.css?url';
import { mappingOf } from './mapping-form-values.ts';
import { TableMappingFields } from './TableMappingFields.tsx';
import { useTargets } from './TargetField.tsx';

export const handle: PageHandle = { formId: 'mapping' };

export function links() {
  return [{ rel: 'stylesheet', href: hsdsCss }];
}

/** The columns of the file, with what they were said to be before, or probably are. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const importId = (params['importId'] ?? '') as ImportId;
  const api = apiOf(context, hsdsRoutes);
  return { taken: await api.getImport({ importId }), ...(await api.getMapping({ importId })) };
}

/** Keeps the mapping for the source, and reads the file by it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const importId = (params['importId'] ?? '') as ImportId;
    const input = { ...mappingOf(values.toObject()), importId };
    await apiOf(context, hsdsRoutes).mapImport(input, { commandId });
    return redirect(`/${params['locale']}/admin/imports/${importId}`);
  });
}

function useLabels(tables: FoundTable[]): Record<string, string> {
  const { t } = usePage();
  return Object.fromEntries(
    tables.flatMap(({ table, columns }, at) => [
      [`tables.${at}.rows`, `${table}: ${t('hsds.field.rows')}`],
      [`tables.${at}.organisation`, `${table}: ${t('hsds.field.organisation')}`],
      [`tables.${at}.dayOrder`, `${table}: ${t('hsds.field.dayOrder')}`],
      ...columns.map(({ column }, index) => [`tables.${at}.columns.${index}.target`, `${table}: ${column}`]),
    ]),
  ) as Record<string, string>;
}

/** What the columns of a file say, chosen once for a source and kept for its next files. */
export default function MappingPage() {
  const { taken, tables, mapping, isSaved } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const targets = useTargets();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('hsds.import.title'), path: '/admin/imports' },
          { label: t('hsds.import.of', { file: taken.fileName }), path: `/admin/imports/${taken.importId}` },
        ]}
      />
      <PageTitle title={t('hsds.mapping.title')} lead={<p>{t('hsds.mapping.lead', { source: taken.source })}</p>} />
      <Notice>
        <p>{t(isSaved ? 'hsds.mapping.as_before' : 'hsds.mapping.suggested')}</p>
      </Notice>
      <CommandForm id="mapping" labels={useLabels(tables)}>
        {tables.map((table, at) => {
          const own = mapping.tables[at];
          return own === undefined ? null : (
            <TableMappingFields key={table.table} name={`tables.${at}`} table={table} mapping={own} targets={targets} />
          );
        })}
        <SubmitButton>{t('hsds.mapping.submit')}</SubmitButton>
      </CommandForm>
    </>
  );
}
