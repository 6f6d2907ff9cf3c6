import { FormQuestions, stepThrough, useSheet } from '@qantara/forms/web';
import { dayIn } from '@qantara/kernel';
import {
  ASK_STEPS,
  atStep,
  CarriedFields,
  checkStep,
  contactOf,
  ContactFields,
  DangerNumbers,
  listAskedNeeds,
  NeedsFields,
  stepBefore,
  stepOf,
  WantsFields,
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
  const step = stepOf(values.text('step'));
  const typed: TypedValues = { ...values.typed(), commandId };
  if (values.text('intent') === 'back') return atStep(stepBefore(step), typed);
  checkStep(step, values);
  if (step === 'needs') return atStep('wants', typed);
  if (step === 'wants') return atStep('contact', typed);
  const { locale } = context.get(pageContext);
  const asked = { needs: values.all('needs'), wants: values.all('wants'), ...contactOf(values), locale };
  const given = { embedKey: params['embedKey'] ?? '', ...asked };
  const { accessCode } = await apiOf(context, embedsRoutes).askThrough(given, { commandId });
  return atStep('done', { accessCode });
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
  const { t, formats } = usePage();
  const step = stepOf(typed['step']);
  const shown = step === 'done' ? 'needs' : step;
  const number = formats.number(ASK_STEPS.indexOf(shown) + 1);
  return (
    <>
      <PageTitle
        title={t(`screening.ask.${shown}_title`)}
        eyebrow={t('screening.ask.step', { step: number, steps: formats.number(ASK_STEPS.length) })}
        lead={<p>{t(`screening.ask.${shown}_lead`)}</p>}
      />
      {shown === 'needs' ? <DangerNumbers /> : null}
      <CommandForm id="ask" action="?" labels={useLabels()}>
        <input type="hidden" name="step" value={shown} />
        <CarriedFields typed={typed} step={shown} />
        {shown === 'needs' ? <NeedsFields needs={needs} /> : null}
        {shown === 'wants' ? <WantsFields needs={needs} marked={[typed['needs[]'] ?? []].flat()} /> : null}
        {shown === 'contact' ? <ContactFields areas={areas} /> : null}
        <div className="actions">
          <SubmitButton intent="next">
            {t(shown === 'contact' ? 'screening.ask.send' : 'screening.ask.next')}
          </SubmitButton>
          {shown === 'needs' ? null : (
            <SubmitButton intent="back" kind="plain" skipsChecks>
              {t('screening.ask.back')}
            </SubmitButton>
          )}
        </div>
      </CommandForm>
    </>
  );
}

const OF_CONTACT = ['needs', 'wants', 'safeContact', 'contactKind', 'contactValue', 'contactNote', 'displayName'];

function useLabels(): Record<string, string> {
  const { t } = usePage();
  const labels = OF_CONTACT.map((name) => [name, t(`screening.field.${name}`)] as const);
  return { ...Object.fromEntries(labels), areaId: t('screening.ask.area') };
}

function Answering({ typed }: { typed: TypedValues }) {
  const { form, areas } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const sheet = useSheet(form.body, typed);
  return (
    <>
      <PageTitle title={text(form.title).text} lead={<p>{t('embeds.page.lead')}</p>} />
      <DangerNumbers />
      <CommandForm id="ask" action="?" labels={useLabels()}>
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
