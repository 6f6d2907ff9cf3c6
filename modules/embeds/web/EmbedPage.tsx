import { FormQuestions, stepThrough, useSheet } from '@qantara/forms/web';
import { dayIn } from '@qantara/kernel';
import {
  atStep,
  contactOf,
  ContactFields,
  AskStepForm,
  DangerNumbers,
  useAskLabels,
  goOnAsking,
  listAskedNeeds,
  stepOf,
} from '@qantara/screening/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  answerForm,
  apiOf,
  CommandForm,
  isFormAnswer,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormAnswer,
  type FormValues,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import {
  data,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type HeadersArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import { embedsRoutes } from '../contract/index.ts';
import { EmbedDone } from './EmbedDone.tsx';
import embedCss from './embed.css?url';

export const handle: PageHandle = { formId: 'ask' };

export function links() {
  return [{ rel: 'stylesheet', href: embedCss }];
}

/** Whose pages may hold this one: the server writes it into the security policy. */
export function headers({ loaderHeaders }: HeadersArgs) {
  return loaderHeaders;
}

/** What stands in the partner's site, and in whose pages it may. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { locale } = context.get(pageContext);
  const embed = await apiOf(context, embedsRoutes).openEmbed({ embedKey: params['embedKey'] ?? '' });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const needs = embed.kind === 'ask' ? await listAskedNeeds(context) : [];
  const shown = { kind: embed.kind, organisationName: embed.organisationName, form: embed.form };
  return data(
    { ...shown, needs, areas: areaChoices(areas, locale) },
    { headers: { 'x-framed-by': embed.origins.join(' ') } },
  );
}

type Args = Pick<ActionFunctionArgs, 'context' | 'params'>;
type Sent = Args & { values: FormValues; commandId: string };

async function goStep({ context, params, values, commandId }: Sent): Promise<FormAnswer> {
  const { locale } = context.get(pageContext);
  return goOnAsking({ values, commandId, locale }, (asked) =>
    apiOf(context, embedsRoutes).askThrough({ embedKey: params['embedKey'] ?? '', ...asked }, { commandId }),
  );
}

async function giveForm({ context, params, values, commandId }: Sent): Promise<FormAnswer> {
  const { locale, region } = context.get(pageContext);
  const api = apiOf(context, embedsRoutes);
  const embedKey = params['embedKey'] ?? '';
  const { form } = await api.openEmbed({ embedKey });
  const step = stepThrough(values, { body: form.body, today: dayIn(region.timeZone, new Date()), locale });
  if ('again' in step) return step.again;
  const given = { embedKey, version: form.version, answers: step.answers, ...contactOf(values), locale };
  const { accessCode } = await api.answerThrough(given, { commandId });
  return atStep('done', { accessCode });
}

/** Goes a step on, or sends, once; it needs no cookie. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const sent = { context, params, values, commandId };
    return values.text('kind') === 'form' ? giveForm(sent) : goStep(sent);
  });
}

function Asking({ typed }: { typed: TypedValues }) {
  const { needs, areas } = useLoaderData<typeof loader>();
  const step = stepOf(typed['step']);
  return <AskStepForm step={step === 'done' ? 'needs' : step} typed={typed} needs={needs} areas={areas} showsDanger />;
}

function Answering({ typed }: { typed: TypedValues }) {
  const { form, areas } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const sheet = useSheet(form.body, typed);
  return (
    <>
      <PageTitle title={text(form.title).text} lead={<p>{t('embeds.page.lead')}</p>} />
      <DangerNumbers />
      <CommandForm id="ask" action="?" labels={useAskLabels()}>
        <input type="hidden" name="kind" value="form" />
        <FormQuestions sheet={sheet} areas={areas} />
        <h2>{t('screening.ask.contact_title')}</h2>
        <ContactFields areas={areas} />
        <SubmitButton>{t('screening.ask.send')}</SubmitButton>
      </CommandForm>
    </>
  );
}

/** Asking for help, or answering a form, in a partner's site. */
export default function EmbedPage() {
  const { kind } = useLoaderData<typeof loader>();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : {};
  if (typed['step'] === 'done') return <EmbedDone accessCode={String(typed['accessCode'] ?? '')} />;
  return kind === 'ask' ? <Asking typed={typed} /> : <Answering typed={typed} />;
}
