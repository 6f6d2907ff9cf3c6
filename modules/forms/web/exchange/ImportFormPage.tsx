import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalText,
  PageTitle,
  SelectField,
  sentFile,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { type InputOf } from '@qantara/kernel';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { FormPurpose, formsRoutes, type Instrument } from '../../contract/index.ts';
import { FormFileFields } from './FormFileFields.tsx';

export const handle: PageHandle = { formId: 'import' };

/** The instruments that come with the program. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, formsRoutes).listInstruments({});
}

/** Brings a file or an instrument in as a draft, and shows its report. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, formsRoutes);
    const instrument = values.text('intent');
    if (instrument !== undefined && instrument !== 'file') {
      const added = await api.addInstrument({ instrument }, { commandId });
      return redirect(`/${params['locale']}/forms/${added.code}/edit/report`);
    }
    const said = values.toObject() as Partial<InputOf<typeof formsRoutes.importForm>>;
    const input = { ...said, ...(await sentFile(values.files('content')[0])) } as InputOf<
      typeof formsRoutes.importForm
    >;
    const form = await api.importForm(input, { commandId });
    return redirect(`/${params['locale']}/forms/${form.code}/edit/report`);
  });
}

function FileForm() {
  const { t } = usePage();
  return (
    <CommandForm id="import" hasFiles words="forms">
      <h2>{t('forms.import.file')}</h2>
      <FormFileFields />
      <SelectField
        name="purpose"
        label={t('forms.field.purpose')}
        hint={t('forms.import.purpose_hint')}
        options={FormPurpose.options.map((value) => ({ value, label: t(`forms.purpose.${value}`) }))}
      />
      <TextField name="formCode" label={t('forms.field.code')} hint={t('forms.import.code_hint')} />
      <SubmitButton intent="file">{t('forms.import.bring')}</SubmitButton>
    </CommandForm>
  );
}

function InstrumentItem({ instrument }: { instrument: Instrument }) {
  const { t, text } = usePage();
  return (
    <li>
      <h3>
        <LocalText value={instrument.title} />
      </h3>
      <p>
        <LocalText value={instrument.note} />
      </p>
      <CommandForm id={`add-${instrument.code}`}>
        <SubmitButton intent={instrument.code} kind="plain">
          {t('forms.import.add', { title: text(instrument.title).text })}
        </SubmitButton>
      </CommandForm>
    </li>
  );
}

/** Where a form that somebody already has comes in. */
export default function ImportFormPage() {
  const { instruments } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/forms', label: t('forms.list.title') }]} />
      <PageTitle title={t('forms.import.title')} lead={<p>{t('forms.import.lead')}</p>} />
      <FileForm />
      <section>
        <h2>{t('forms.import.instruments')}</h2>
        <ul className="kinds">
          {instruments.map((instrument) => (
            <InstrumentItem key={instrument.code} instrument={instrument} />
          ))}
        </ul>
      </section>
    </>
  );
}
