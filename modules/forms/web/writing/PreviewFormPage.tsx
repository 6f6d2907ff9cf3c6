import { dayIn, refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  isFormAnswer,
  Notice,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormAnswer,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { areaChoices } from '@qantara/territory/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { Link, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type WrittenForm } from '../../contract/index.ts';
import { FormQuestions } from '../answering/FormQuestions.tsx';
import { NoticeTable } from '../exchange/NoticeTable.tsx';
import { stepThrough } from '../answering/step-through.ts';
import { useSheet } from '../answering/use-sheet.ts';

export const handle: PageHandle = { formId: 'preview' };

async function getForm({ context, params }: Pick<LoaderFunctionArgs, 'context' | 'params'>) {
  const version = Number(params['version'] ?? 0);
  return apiOf(context, formsRoutes).getVersion({ formCode: params['formCode'] ?? '', version });
}

/** One version, as those who answer it see it. */
export async function loader(args: LoaderFunctionArgs) {
  const { areas } = await apiOf(args.context, territoryRoutes).listAreas({});
  return { form: await getForm(args), areas: areaChoices(areas, args.context.get(pageContext).locale) };
}

const NOTHING: TypedValues = {};

/** Judges what was tried out and keeps nothing of it. */
export async function action(args: ActionFunctionArgs) {
  const { locale, region } = args.context.get(pageContext);
  return answerForm(args.request, async (values) => {
    const form = await getForm(args);
    if (!isTriable(form)) refuse('form_not_whole');
    const { body } = form;
    const today = dayIn(region.timeZone, new Date());
    const step = stepThrough(values, { body, today, locale });
    if ('again' in step) return step.again;
    const fits: FormAnswer = {
      kind: 'form-answer',
      form: 'preview',
      refusal: null,
      typed: { ...values.typed(), fits: 'yes' },
    };
    return fits;
  });
}

/** A draft with a formula that cannot be run cannot be tried. */
function isTriable(form: Pick<WrittenForm, 'faults'>): boolean {
  return !form.faults.some(({ code }) => code.startsWith('formula_') && !code.endsWith('_answer'));
}

function Tried({ typed }: { typed: TypedValues }) {
  const { form, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const sheet = useSheet(form.body, typed);
  return (
    <>
      {typed['fits'] === 'yes' ? (
        <Notice kind="success">
          <p>{t('forms.preview.fits')}</p>
        </Notice>
      ) : null}
      <CommandForm id="preview">
        <FormQuestions sheet={sheet} areas={areas} />
        <SubmitButton>{t('forms.preview.try')}</SubmitButton>
      </CommandForm>
    </>
  );
}

/** A form to try out: asked as it is asked of people, judged as their answers are, and nothing is kept. */
export default function PreviewFormPage() {
  const { form } = useLoaderData<typeof loader>();
  const { t, href, text, formats } = usePage();
  const answer = useActionData<unknown>();
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/forms', label: t('forms.list.title') },
          { path: `/forms/${form.code}`, label: text(form.title).text },
        ]}
      />
      <PageTitle
        title={text(form.title).text}
        eyebrow={t('forms.form.version', { number: formats.number(form.version) })}
        lead={<p>{t('forms.preview.lead')}</p>}
      />
      {form.body.findings === undefined ? null : (
        <p>
          <Link to={href(`/forms/${form.code}/versions/${form.version}/needs`)}>{t('forms.edit.findings')}</Link>
        </p>
      )}
      {isTriable(form) ? (
        <Tried typed={isFormAnswer(answer) ? answer.typed : NOTHING} />
      ) : (
        <Notice kind="warning">
          <p>{t('forms.preview.not_yet')}</p>
        </Notice>
      )}
      {form.brought === null || form.brought.notices.length === 0 ? null : (
        <details>
          <summary>{t('forms.report.title')}</summary>
          <NoticeTable
            notices={form.brought.notices}
            caption={t('forms.report.from', { file: form.brought.fileName })}
          />
        </details>
      )}
    </>
  );
}
