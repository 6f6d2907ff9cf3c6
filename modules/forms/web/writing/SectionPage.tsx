import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalizedTextField,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { formsRoutes, type FormChange } from '../../contract/index.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { conditionOf } from './condition-of.ts';
import { getDraft } from './get-draft.ts';

export const handle: PageHandle = { formId: 'section' };

/** The draft, and which of its sections is meant; none for a new one. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const form = await getDraft(context, params['formCode'] ?? '');
  const asked = new URL(request.url).searchParams.get('section');
  const at = asked === null ? form.body.sections.length : Number(asked);
  return { form, at, section: form.body.sections[at] ?? null };
}

/** Keeps the words and the condition of a section. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { change } = values.toObject() as { change: FormChange };
    const condition = change.kind === 'save_section' ? conditionOf(values, 'change.isAskedWhen') : {};
    const of = { formCode: params['formCode'] ?? '', revision: values.number('revision') ?? 0 };
    const section = values.number('change.section');
    const sent = { ...change, ...(section === undefined ? {} : { section }), ...condition } as FormChange;
    await apiOf(context, formsRoutes).changeForm({ ...of, change: sent }, { commandId });
    return redirect(`/${params['locale']}/forms/${of.formCode}/edit`);
  });
}

/** What a section is called, and when it is asked. */
export default function SectionPage() {
  const { form, at, section } = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  return (
    <>
      <Breadcrumbs
        items={[
          { path: `/forms/${form.code}`, label: text(form.title).text },
          { path: `/forms/${form.code}/edit`, label: t('forms.edit.title') },
        ]}
      />
      <PageTitle title={t('forms.edit.section', { number: formats.number(at + 1) })} />
      <CommandForm id="section" words="forms">
        <input type="hidden" name="revision" value={form.revision} />
        <input type="hidden" name="change.kind" value={section === null ? 'add_section' : 'save_section'} />
        {section === null ? null : <input type="hidden" name="change.section" value={at} />}
        <LocalizedTextField
          name="change.title"
          label={t('forms.field.title')}
          defaultValue={section?.title ?? null}
          required={section === null}
        />
        {section === null ? null : (
          <ConditionFields
            form={form}
            before={{ section: at, question: 0 }}
            name="change.isAskedWhen"
            formula={section.isAskedWhen}
          />
        )}
        <SubmitButton>{t('forms.edit.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
