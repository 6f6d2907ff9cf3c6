import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalizedTextField,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, type ActionFunctionArgs } from 'react-router';
import { FormPurpose, formsRoutes } from '../../contract/index.ts';

export const handle: PageHandle = { formId: 'new-form' };

/** Begins a form, and goes on to write it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof formsRoutes.startForm>;
    const form = await apiOf(context, formsRoutes).startForm(input, { commandId });
    return redirect(`/${params['locale']}/forms/${form.code}/edit`);
  });
}

/** The beginnings of a form: what it is called, what for, and its short name in files and addresses. */
export default function NewFormPage() {
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/forms', label: t('forms.list.title') }]} />
      <PageTitle title={t('forms.new.title')} lead={<p>{t('forms.new.lead')}</p>} />
      <CommandForm id="new-form">
        <LocalizedTextField name="title" label={t('forms.field.title')} required />
        <RadioGroup
          name="purpose"
          label={t('forms.field.purpose')}
          options={FormPurpose.options.map((value) => ({ value, label: t(`forms.purpose.${value}`) }))}
          required
        />
        <TextField name="code" label={t('forms.field.code')} hint={t('forms.new.code_hint')} required />
        <SubmitButton>{t('forms.new.go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
