import { LOCALES } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  sentFile,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type Undecided, type WrittenForm } from '../../contract/index.ts';
import { FaultList } from '../writing/FaultList.tsx';
import { getDraft } from '../writing/get-draft.ts';
import { NoticeTable, useNoticeText } from './NoticeTable.tsx';
import { placeOfQuestion } from './place-of-question.ts';
import { FormFileFields } from './FormFileFields.tsx';

export const handle: PageHandle = { formId: 'texts' };

/** The draft, with where it came from. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return getDraft(context, params['formCode'] ?? '');
}

/** Settles one thing that waits for somebody, or takes the words of a file over. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, formsRoutes);
    const of = { formCode: params['formCode'] ?? '', revision: values.number('revision') ?? 0 };
    if (values.text('intent') === 'texts') {
      const language = LOCALES.find((locale) => locale === values.text('language')) ?? 'ar';
      await api.takeTexts({ ...of, ...(await sentFile(values.files('content')[0])), language }, { commandId });
    } else {
      const at = values.number('at') ?? -1;
      await api.changeForm({ ...of, change: { kind: 'settle', at } }, { commandId });
    }
    return redirect(`/${params['locale']}/forms/${of.formCode}/edit/report`);
  });
}

function OpenItem({ form, open, at }: { form: WrittenForm; open: Undecided; at: number }) {
  const { t, href } = usePage();
  const told = useNoticeText();
  const address = placeOfQuestion(form, open.question);
  return (
    <li>
      <p>{told(open)}</p>
      <div className="moves">
        {address === undefined ? null : (
          <Link to={href(`/forms/${form.code}/edit/${address}`)}>
            {t('forms.report.mend')} <bdi>{open.question}</bdi>
          </Link>
        )}
        {open.code === 'text_needed' ? null : (
          <CommandForm id={`settle-${at}`} className="inline">
            <input type="hidden" name="revision" value={form.revision} />
            <input type="hidden" name="at" value={at} />
            <SubmitButton intent="settle" kind="plain">
              {t('forms.report.settle')}
            </SubmitButton>
          </CommandForm>
        )}
      </div>
    </li>
  );
}

function Open({ form }: { form: WrittenForm }) {
  const { t } = usePage();
  const open = form.body.undecided ?? [];
  if (open.length === 0) return null;
  return (
    <section>
      <h2>{t('forms.report.open')}</h2>
      <p>{t('forms.report.open_lead')}</p>
      <ol className="outline">
        {open.map((one, at) => (
          <OpenItem key={`${one.code} ${one.question} ${one.word}`} form={form} open={one} at={at} />
        ))}
      </ol>
    </section>
  );
}

function Texts({ form }: { form: WrittenForm }) {
  const { t } = usePage();
  if (form.body.undecided?.some(({ code }) => code === 'text_needed') !== true) return null;
  return (
    <CommandForm id="texts" hasFiles words="forms">
      <h2>{t('forms.report.texts')}</h2>
      <p>{t('forms.report.texts_lead')}</p>
      <input type="hidden" name="revision" value={form.revision} />
      <FormFileFields />
      <SubmitButton intent="texts">{t('forms.report.take')}</SubmitButton>
    </CommandForm>
  );
}

/** The report of a draft that came from a file: what was not carried, what somebody must decide, and what is still missing. */
export default function BroughtFormPage() {
  const form = useLoaderData<typeof loader>();
  const { t, href, text } = usePage();
  const notices = form.brought?.notices ?? [];
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/forms', label: t('forms.list.title') },
          { path: `/forms/${form.code}`, label: text(form.title).text },
        ]}
      />
      <PageTitle
        title={t('forms.report.title')}
        eyebrow={text(form.title).text}
        lead={form.brought === null ? undefined : <p>{t('forms.report.from', { file: form.brought.fileName })}</p>}
      />
      <p className="actions">
        <ButtonLink to={href(`/forms/${form.code}/edit`)} kind="action">
          {t('forms.form.go_on')}
        </ButtonLink>
      </p>
      {notices.length === 0 ? (
        <Notice kind="success">
          <p>{t('forms.report.nothing')}</p>
        </Notice>
      ) : null}
      <Texts form={form} />
      <Open form={form} />
      <FaultList form={{ ...form, faults: form.faults.filter(({ code }) => code !== 'undecided') }} />
      {notices.length === 0 ? null : <NoticeTable notices={notices} caption={t('forms.report.title')} />}
    </>
  );
}
