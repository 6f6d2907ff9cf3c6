import { refuse, textIn, type InputOf } from '@qantara/kernel';
import { AnswerChannel } from '@qantara/forms/contract';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { readingLocale } from '@qantara/people/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  Fieldset,
  isFormAnswer,
  LOCALE_CHOICES,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type FormAnswer,
  type PageHandle,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes } from '../contract/index.ts';
import screeningCss from './screening.css?url';
import { listAskedNeeds, type AskedNeed } from './asked-needs.ts';
import { SavedScreening } from './SavedScreening.tsx';

export const handle: PageHandle = { formId: 'screening' };

export function links() {
  return [{ rel: 'stylesheet', href: screeningCss }];
}

/** Whom is asked, and what about. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person, safeContact } = await apiOf(context, peopleRoutes).getPerson({ personId });
  return { person, isDisguised: safeContact.isDisguised, needs: await listAskedNeeds(context) };
}

type Input = InputOf<typeof screeningRoutes.recordScreening>;

/** Keeps the answers; the code that comes back is shown in this one answer and nowhere after. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { needs = {}, wants = {}, ...rest } = values.toObject() as Partial<Input>;
    if (Object.keys(needs).length === 0) refuse('nothing_marked');
    // A wish for help is only asked about where something is hard: what the page hid again is not sent.
    const asked = Object.fromEntries(Object.entries(wants).filter(([code]) => needs[code] === 'yes'));
    const input = { ...rest, needs, wants: asked, personId: params['personId'] ?? '' } as Input;
    const { accessCode } = await apiOf(context, screeningRoutes).recordScreening(input, { commandId });
    const answer: FormAnswer = { kind: 'form-answer', form: 'screening', refusal: null, typed: { accessCode } };
    return answer;
  });
}

function NeedQuestion({ need }: { need: AskedNeed }) {
  const { t, locale } = usePage();
  const hint = need.question === null ? undefined : textIn(need.question, locale).text;
  return (
    <Fieldset legend={textIn(need.name, locale).text} {...(hint === undefined ? {} : { hint })}>
      <RadioGroup
        name={`needs.${need.needCode}`}
        label={t('screening.record.need')}
        options={['yes', 'no', 'prefer_not_to_say'].map((value) => ({ value, label: t(`screening.record.${value}`) }))}
        inline
      />
      <RadioGroup
        name={`wants.${need.needCode}`}
        label={t('screening.record.want')}
        options={['yes', 'no'].map((value) => ({ value, label: t(`screening.record.${value}`) }))}
        inline
      />
    </Fieldset>
  );
}

/** A navigator asks, with the person beside them or on the telephone. */
export default function RecordScreeningPage() {
  const { person, isDisguised, needs } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const answer = useActionData<unknown>();
  const accessCode = isFormAnswer(answer) ? answer.typed['accessCode'] : undefined;
  if (typeof accessCode === 'string')
    return <SavedScreening {...{ accessCode, person, isDisguised }} form="screening" />;
  const name = person.displayName ?? t('screening.record.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${person.personId}`, label: name }]} />
      <PageTitle
        title={t('screening.record.title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('screening.record.lead')}</p>}
      />
      <CommandForm id="screening" className="form asked">
        <RadioGroup
          name="channel"
          label={t('screening.field.channel')}
          options={AnswerChannel.exclude(['self', 'widget']).options.map((value) => ({
            value,
            label: t(`forms.channel.${value}`),
          }))}
          defaultValue="navigator"
          inline
          required
        />
        <SelectField
          name="locale"
          label={t('screening.record.locale')}
          options={LOCALE_CHOICES}
          defaultValue={readingLocale(person.languages, locale)}
          required
        />
        {needs.map((need) => (
          <NeedQuestion key={need.needCode} need={need} />
        ))}
        <SubmitButton>{t('screening.record.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
