import { directoryRoutes } from '@qantara/directory/contract';
import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  DataTable,
  DateField,
  DateText,
  PageTitle,
  RadioGroup,
  SelectField,
  StatusBadge,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { ExportedState, ExportFormat, ExportKind, exportsRoutes, type TakenExport } from '../contract/index.ts';

/** What may be asked for, and what was taken before. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'referral:export');
  const { exports } = await apiOf(context, exportsRoutes).listExports({});
  const { needs } = await apiOf(context, directoryRoutes).listNeeds({});
  return { exports, needs: needs.map(({ needCode, name }) => ({ needCode, name })) };
}

/** An ordinary form: what it is answered with is a file, and the page stays. */
function AskForm() {
  const { needs } = useLoaderData<typeof loader>();
  const { t, text, can, href } = usePage();
  const kinds = ExportKind.options.filter((kind) => kind !== 'screenings' || can('screening:read'));
  return (
    <form method="post" action={href('/work/exports/file')} className="form">
      <RadioGroup
        name="kind"
        label={t('exports.field.kind')}
        options={kinds.map((value) => ({ value, label: t(`exports.kind.${value}`) }))}
        defaultValue="referrals"
        required
      />
      <SelectField
        name="state"
        label={t('exports.field.state')}
        options={ExportedState.options.map((value) => ({ value, label: t(`exports.state.${value}`) }))}
        defaultValue="all"
      />
      <SelectField
        name="needCode"
        label={t('exports.field.needCode')}
        options={needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
        emptyLabel={t('exports.all_needs')}
      />
      <DateField name="startsOn" label={t('exports.field.startsOn')} />
      <DateField name="endsOn" label={t('exports.last_day')} />
      <RadioGroup
        name="format"
        label={t('exports.field.format')}
        options={ExportFormat.options.map((value) => ({ value, label: t(`exports.format.${value}`) }))}
        defaultValue="xlsx"
        inline
        required
      />
      <p className="hint">{t('exports.told')}</p>
      <SubmitButton>{t('exports.take')}</SubmitButton>
    </form>
  );
}

/** Lists as files: which, of when, and what one took before. */
export default function ExportsPage() {
  const { exports } = useLoaderData<typeof loader>();
  const { t, formats } = usePage();
  return (
    <>
      <PageTitle title={t('exports.title')} lead={<p>{t('exports.lead')}</p>} />
      <AskForm />
      {exports.length === 0 ? null : (
        <DataTable<TakenExport>
          caption={t('exports.before')}
          rows={exports}
          keyOf={({ exportId }) => exportId}
          columns={[
            {
              key: 'at',
              heading: t('exports.when'),
              cell: ({ begunAt }) => <DateText value={begunAt} style="dateTime" />,
            },
            { key: 'kind', heading: t('exports.field.kind'), cell: ({ kind }) => t(`exports.kind.${kind}`) },
            { key: 'format', heading: t('exports.field.format'), cell: ({ format }) => t(`exports.format.${format}`) },
            { key: 'rows', heading: t('exports.rows'), isNumber: true, cell: ({ rows }) => formats.number(rows) },
            {
              key: 'whole',
              heading: t('exports.whole'),
              cell: ({ isWhole }) => (
                <StatusBadge
                  tone={isWhole ? 'done' : 'stopped'}
                  label={t(isWhole ? 'exports.is_whole' : 'exports.is_broken')}
                />
              ),
            },
          ]}
        />
      )}
    </>
  );
}
