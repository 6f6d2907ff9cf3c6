import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  isFormAnswer,
  Notice,
  NumberField,
  PageTitle,
  RadioGroup,
  SubmitButton,
  TextArea,
  TextField,
  usePage,
  type FormAnswer,
  type PageHandle,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { GlassReason, peopleRoutes } from '../contract/index.ts';
import { GlassList } from './glass/GlassList.tsx';

const FORM = 'emergency';

export const handle: PageHandle = { formId: FORM };

/** One's own emergency openings, and those of people whom one's organisation looks after. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'person:read');
  const now = new Date().toISOString();
  return { ...(await apiOf(context, peopleRoutes).listOwnGlasses({})), now };
}

/** Opens the record; the name is posted, never put in an address. What was typed stays where nobody was found. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof peopleRoutes.breakGlass>;
    const { glassId } = await apiOf(context, peopleRoutes).breakGlass(given, { commandId });
    if (glassId !== null) return redirect(`/${params['locale']}/work/emergencies/${glassId}`);
    const typed = { ...values.typed(), found: 'nobody' };
    return { kind: 'form-answer', form: FORM, refusal: null, typed } satisfies FormAnswer;
  });
}

const hasFoundNobody = (answer: unknown): boolean => isFormAnswer(answer) && answer.typed['found'] === 'nobody';

function AskForm() {
  const { t } = usePage();
  return (
    <CommandForm id={FORM}>
      <TextField
        name="name"
        label={t('people.field.name')}
        hint={t('people.emergency.name_hint')}
        width="medium"
        autoComplete="off"
        maxLength={200}
        required
      />
      <NumberField name="birthYear" label={t('people.field.birthYear')} hint={t('people.emergency.either_hint')} />
      <TextField
        name="contact"
        label={t('people.field.contact')}
        hint={t('people.emergency.contact_hint')}
        width="medium"
        autoComplete="off"
        maxLength={200}
      />
      <RadioGroup
        name="reasonCode"
        label={t('people.field.reasonCode')}
        options={GlassReason.options.map((value) => ({ value, label: t(`people.glassReason.${value}`) }))}
        required
      />
      <TextArea
        name="reason"
        label={t('people.field.reason')}
        hint={t('people.emergency.reason_hint')}
        rows={3}
        maxLength={1000}
        required
      />
      <SubmitButton kind="danger">{t('people.emergency.open')}</SubmitButton>
    </CommandForm>
  );
}

/** Opening the record of somebody whom another organisation looks after, where it cannot wait; and the account of it. */
export default function EmergenciesPage() {
  const { own, ofOurs, now } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const answer = useActionData<unknown>();
  return (
    <>
      <PageTitle title={t('people.emergency.title')} lead={<p>{t('people.emergency.lead')}</p>} />
      {hasFoundNobody(answer) ? (
        <Notice kind="warning" title={t('people.emergency.nobody')} isNews>
          <p>{t('people.emergency.nobody_text')}</p>
        </Notice>
      ) : null}
      {can('person:break_glass') ? <AskForm /> : null}
      <h2>{t('people.emergency.own')}</h2>
      <GlassList glasses={own} now={now} hasLinks empty={t('people.emergency.own_none')} />
      <h2>{t('people.emergency.of_ours')}</h2>
      <GlassList glasses={ofOurs} now={now} empty={t('people.emergency.of_ours_none')} />
    </>
  );
}
