import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  LocalText,
  NumberText,
  PageTitle,
  SubmitButton,
  usePage,
  type Column,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type ListedForm } from '../../contract/index.ts';
import { StateOfForm } from './StateOfForm.tsx';

/** One form with its versions, newest first. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const api = apiOf(context, formsRoutes);
  const { versions } = await api.listVersions({ formCode: params['formCode'] ?? '' });
  const [newest] = versions;
  if (newest === undefined) throw new Error('a form without a version');
  return { versions, newest, form: await api.getVersion({ formCode: newest.code, version: newest.version }) };
}

/** Begins the next version, or throws the draft away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, formsRoutes);
    const formCode = params['formCode'] ?? '';
    if (values.text('intent') === 'draft') {
      await api.draftForm({ formCode }, { commandId });
      return redirect(`/${params['locale']}/forms/${formCode}/edit`);
    }
    await api.discardDraft({ formCode, revision: values.number('revision') ?? 0 }, { commandId });
    return redirect(`/${params['locale']}/forms`);
  });
}

function Discard() {
  const { form } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <ConfirmDialog label={t('forms.form.discard')} title={t('forms.form.discard_title')} kind="danger">
      <CommandForm id="discard">
        <p>{t('forms.form.discard_text')}</p>
        <input type="hidden" name="revision" value={form.revision} />
        <SubmitButton intent="discard" kind="danger">
          {t('forms.form.discard')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function NextStep() {
  const { newest } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  if (newest.state === 'drafted')
    return (
      <>
        <ButtonLink to={href(`/forms/${newest.code}/edit`)} kind="action">
          {t('forms.form.go_on')}
        </ButtonLink>
        <Discard />
      </>
    );
  return (
    <CommandForm id="draft" className="inline">
      <SubmitButton intent="draft">{t('forms.form.next_version')}</SubmitButton>
    </CommandForm>
  );
}

/** A form: its versions, how often each was answered, and what can be done next. */
export default function FormPage() {
  const { versions, newest } = useLoaderData<typeof loader>();
  const { t, href, text, formats } = usePage();
  const number = (version: number) => t('forms.form.version', { number: formats.number(version) });
  const columns: Column<ListedForm>[] = [
    {
      key: 'version',
      heading: t('forms.form.version_heading'),
      cell: ({ code, version }) => <Link to={href(`/forms/${code}/versions/${version}`)}>{number(version)}</Link>,
    },
    { key: 'state', heading: t('forms.list.state'), cell: ({ state }) => <StateOfForm state={state} /> },
    {
      key: 'answered',
      heading: t('forms.list.answered'),
      cell: ({ answered }) => <NumberText value={answered} />,
      isNumber: true,
    },
    { key: 'changed', heading: t('forms.list.changed'), cell: ({ changedAt }) => <DateText value={changedAt} /> },
    {
      key: 'paper',
      heading: t('forms.form.paper'),
      cell: ({ code, version }) => (
        <Link to={href(`/forms/${code}/versions/${version}/print`)}>{t('forms.form.print')}</Link>
      ),
    },
    {
      key: 'files',
      heading: t('forms.form.files'),
      cell: ({ code, version }) => (
        <Link to={href(`/forms/${code}/versions/${version}/export`)}>{t('forms.form.as_file')}</Link>
      ),
    },
  ];
  return (
    <>
      <Breadcrumbs items={[{ path: '/forms', label: t('forms.list.title') }]} />
      <PageTitle
        title={text(newest.title).text}
        eyebrow={t(`forms.purpose.${newest.purpose}`)}
        lead={<p>{t('forms.form.lead')}</p>}
      />
      <div className="actions">
        <NextStep />
        {versions.some(({ state }) => state === 'published') ? (
          <>
            <ButtonLink to={href(`/forms/${newest.code}/paper`)}>{t('forms.form.sheets')}</ButtonLink>
            <ButtonLink to={href(`/forms/${newest.code}/embeds`)}>{t('forms.form.embeds')}</ButtonLink>
          </>
        ) : null}
      </div>
      <DataTable
        caption={t('forms.form.versions')}
        columns={columns}
        rows={versions}
        keyOf={({ version }) => String(version)}
      />
      <p className="hint">
        {t('forms.form.code_is')} <LocalText value={{ en: newest.code }} />
      </p>
    </>
  );
}
