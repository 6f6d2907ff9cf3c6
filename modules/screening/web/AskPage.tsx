import type { InputOf, Locale } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  isFormAnswer,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormValues,
  type PageHandle,
  type TypedValues,
} from '@qantara/ui';
import { areaChoices } from '@qantara/territory/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes } from '../contract/index.ts';
import screeningCss from './screening.css?url';
import { AskDone } from './AskDone.tsx';
import { CarriedFields, ContactFields, NeedsFields, WantsFields } from './AskFields.tsx';
import { listAskedNeeds } from './asked-needs.ts';
import { ASK_STEPS, atStep, checkStep, stepBefore, stepOf, type AskStep } from './ask-steps.ts';
import { contactOf } from './contact-of.ts';
import { DangerNumbers } from './DangerNumbers.tsx';

export const handle: PageHandle = { formId: 'ask', safeExit: true };

export function links() {
  return [{ rel: 'stylesheet', href: screeningCss }];
}

/** What can be asked about, and where one may live. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context.get(pageContext);
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { needs: await listAskedNeeds(context), areas: areaChoices(areas, locale) };
}

type Request = InputOf<typeof screeningRoutes.askForHelp>;

function requestOf(values: FormValues, locale: Locale): Request {
  return {
    needs: values.all('needs'),
    wants: values.all('wants'),
    ...contactOf(values),
    locale,
  };
}

/** Goes a step on or back; only the last one sends, once. A page loaded again sends nothing twice: the command keeps its id. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const step = stepOf(values.text('step'));
    const typed: TypedValues = { ...values.typed(), commandId };
    if (values.text('intent') === 'back') return atStep(stepBefore(step), typed);
    checkStep(step, values);
    if (step === 'needs') return atStep('wants', typed);
    if (step === 'wants') return atStep('contact', typed);
    const { locale } = context.get(pageContext);
    const { accessCode } = await apiOf(context, screeningRoutes).askForHelp(requestOf(values, locale), { commandId });
    return atStep('done', { accessCode });
  });
}

function Fields({ step, typed }: { step: AskStep; typed: TypedValues }) {
  const { needs, areas } = useLoaderData<typeof loader>();
  if (step === 'wants') return <WantsFields needs={needs} marked={[typed['needs[]'] ?? []].flat()} />;
  return step === 'contact' ? <ContactFields areas={areas} /> : <NeedsFields needs={needs} />;
}

function Buttons({ step }: { step: AskStep }) {
  const { t, href } = usePage();
  return (
    <div className="actions">
      <SubmitButton intent="next">{t(step === 'contact' ? 'screening.ask.send' : 'screening.ask.next')}</SubmitButton>
      {step === 'needs' ? (
        <ButtonLink to={href('/services')}>{t('screening.ask.directory')}</ButtonLink>
      ) : (
        <SubmitButton intent="back" kind="plain" skipsChecks>
          {t('screening.ask.back')}
        </SubmitButton>
      )}
    </div>
  );
}

/** Asking for help without an account: what is hard, what one wants, how to be reached, and the code. */
export default function AskPage() {
  const { t, formats } = usePage();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : {};
  const step = stepOf(typed['step']);
  const isRefused = isFormAnswer(answer) && answer.refusal !== null;
  if (step === 'done') return <AskDone accessCode={String(typed['accessCode'] ?? '')} />;
  const number = formats.number(ASK_STEPS.indexOf(step) + 1);
  const fields = [
    'needs',
    'wants',
    'safeContact',
    'contactKind',
    'contactValue',
    'contactNote',
    'displayName',
    'areaId',
  ];
  return (
    <>
      <PageTitle
        title={t(`screening.ask.${step}_title`)}
        eyebrow={t('screening.ask.step', { step: number, steps: formats.number(ASK_STEPS.length) })}
        lead={<p>{t(`screening.ask.${step}_lead`)}</p>}
      />
      {step === 'needs' && !isRefused ? <DangerNumbers /> : null}
      <CommandForm
        id="ask"
        action="?"
        labels={Object.fromEntries(
          fields.map((name) => [name, name === 'areaId' ? t('screening.ask.area') : t(`screening.field.${name}`)]),
        )}
      >
        <input type="hidden" name="step" value={step} />
        <CarriedFields typed={typed} step={step} />
        <Fields step={step} typed={typed} />
        <Buttons step={step} />
      </CommandForm>
    </>
  );
}
