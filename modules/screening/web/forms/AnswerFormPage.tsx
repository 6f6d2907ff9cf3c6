import {
  AnswerChannel,
  formsRoutes,
  type FormDefinition,
  type FormResponse,
  type GiveAnswers,
} from '@qantara/forms/contract';
import { carryAnswers } from '@qantara/forms/domain';
import { answersOf, FormQuestions, PaperNames, stepThrough, typedOf, useSheet } from '@qantara/forms/web';
import { dayIn, Locale } from '@qantara/kernel';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { readingLocale } from '@qantara/people/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  isFormAnswer,
  LOCALE_CHOICES,
  Notice,
  pageContext,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type FormAnswer,
  type FormValues,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes } from '../../contract/index.ts';
import { SavedScreening } from '../SavedScreening.tsx';
import { asksForFiles, listPaperNames, withChosenFiles } from './keep-chosen-files.ts';
import screeningCss from '../screening.css?url';

export const handle: PageHandle = { formId: 'answers' };

export function links() {
  return [{ rel: 'stylesheet', href: screeningCss }];
}

type Args = Pick<LoaderFunctionArgs, 'context' | 'params' | 'request'>;

async function findBegun({ context, params, request }: Args): Promise<FormResponse | null> {
  const responseId = new URL(request.url).searchParams.get('response');
  if (responseId === null) return null;
  const begun = await apiOf(context, formsRoutes).getResponse({ personId: params['personId'] ?? '', responseId });
  return begun.state === 'partial' ? begun : null;
}

/** The answers with which the page begins: those that were begun, as the version that is asked now takes them. */
function beginningOf(begun: FormResponse | null, form: { body: FormResponse['body'] }, today: string) {
  if (begun === null) return { typed: {}, left: [] };
  const { answers, left } = carryAnswers(begun.answers, form.body, { today, locale: begun.locale });
  return { typed: typedOf(answers, form.body), left };
}

/** Whom is asked, what, and what they said so far. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, params } = args;
  const { locale, region } = context.get(pageContext);
  const personId = (params['personId'] ?? '') as PersonId;
  const { person, safeContact } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const form = await apiOf(context, formsRoutes).getForm({ formCode: params['formCode'] ?? '' });
  const begun = await findBegun(args);
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { typed, left } = beginningOf(begun, form, dayIn(region.timeZone, new Date()));
  const asked = {
    channel: begun?.channel ?? 'navigator',
    locale: begun?.locale ?? readingLocale(person.languages, locale),
  };
  return {
    person,
    isDisguised: safeContact.isDisguised,
    form,
    begun: begun === null ? null : { responseId: begun.responseId, revision: begun.revision },
    typed: { ...asked, ...typed } as TypedValues,
    left,
    areas: areaChoices(areas, locale),
    papers: await listPaperNames(context, { personId, body: form.body }),
  };
}

function givenOf(values: FormValues, personId: string, formCode: string): Omit<GiveAnswers, 'answers'> {
  return {
    personId,
    formCode,
    version: values.number('version') ?? 0,
    channel: AnswerChannel.catch('navigator').parse(values.text('channel')),
    locale: Locale.catch('ar').parse(values.text('locale')),
    isDraft: false,
    responseId: values.text('responseId') ?? null,
    revision: values.number('revision') ?? 0,
  };
}

type Sent = Args & { values: FormValues; commandId: string; form: Pick<FormDefinition, 'body' | 'code'> };

async function giveFrom({ context, params, values, commandId, form: { body, code } }: Sent) {
  const personId = params['personId'] ?? '';
  const { region } = context.get(pageContext);
  const api = apiOf(context, formsRoutes);
  const given = givenOf(values, personId, code);
  const back = `/${params['locale']}/work/people/${personId}`;
  if (values.text('intent') === 'save') {
    await api.giveAnswers({ ...given, answers: answersOf(values, body), isDraft: true }, { commandId });
    return redirect(`${back}/forms`);
  }
  const step = stepThrough(values, { body, today: dayIn(region.timeZone, new Date()), locale: given.locale });
  if ('again' in step) return step.again;
  const whole = { ...given, answers: step.answers };
  if ((body.findings ?? []).length === 0) {
    const { responseId } = await api.giveAnswers(whole, { commandId });
    return redirect(`${back}/responses/${responseId}`);
  }
  const { accessCode } = await apiOf(context, screeningRoutes).answerScreening(whole, { commandId });
  const saved: FormAnswer = { kind: 'form-answer', form: 'answers', refusal: null, typed: { accessCode } };
  return saved;
}

/** Keeps what was said so far, or all of it, with the papers that were chosen; from a form with rules for needs a screening follows. */
export async function action(args: ActionFunctionArgs) {
  const { context, params, request } = args;
  const personId = (params['personId'] ?? '') as PersonId;
  return answerForm(request, async (values, commandId) => {
    const form = await apiOf(context, formsRoutes).getForm({ formCode: params['formCode'] ?? '' });
    const asked = { context, personId, body: form.body, commandId };
    return withChosenFiles(values, asked, (whole) => giveFrom({ ...args, values: whole, commandId, form }));
  });
}

function Circumstances() {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="channel"
        label={t('screening.field.channel')}
        options={AnswerChannel.exclude(['self', 'widget']).options.map((value) => ({
          value,
          label: t(`forms.channel.${value}`),
        }))}
        required
        inline
      />
      <SelectField name="locale" label={t('screening.record.locale')} options={LOCALE_CHOICES} required />
    </>
  );
}

function Answering({ typed }: { typed: TypedValues }) {
  const { form, begun, areas, papers, typed: begin } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const sheet = useSheet(form.body, typed);
  return (
    <CommandForm id="answers" begin={begin} hasFiles={asksForFiles(form.body)}>
      <input type="hidden" name="version" value={form.version} />
      {begun === null ? null : (
        <>
          <input type="hidden" name="responseId" value={begun.responseId} />
          <input type="hidden" name="revision" value={begun.revision} />
        </>
      )}
      <Circumstances />
      <PaperNames value={papers}>
        <FormQuestions sheet={sheet} areas={areas} />
      </PaperNames>
      <div className="actions">
        <SubmitButton>{t('screening.forms.give')}</SubmitButton>
        <SubmitButton kind="plain" intent="save" skipsChecks>
          {t('screening.forms.save')}
        </SubmitButton>
      </div>
    </CommandForm>
  );
}

/** A form filled in with the person beside one, on the telephone or from paper; it may be gone on with later. */
export default function AnswerFormPage() {
  const { person, isDisguised, form, typed: begin, left } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : begin;
  const accessCode = typed['accessCode'];
  if (typeof accessCode === 'string') return <SavedScreening {...{ accessCode, person, isDisguised }} form="answers" />;
  const name = person.displayName ?? t('screening.record.unnamed');
  const base = `/work/people/${person.personId}`;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: base, label: name },
          { path: `${base}/forms`, label: t('screening.forms.title') },
        ]}
      />
      <PageTitle
        title={text(form.title).text}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('screening.forms.answer_lead')}</p>}
      />
      {left.length === 0 ? null : (
        <Notice kind="warning">
          <p>{t('screening.forms.left', { count: left.length })}</p>
        </Notice>
      )}
      <Answering typed={typed} />
    </>
  );
}
