import { answerForm, apiOf, ButtonLink, isFormAnswer, pageContext, usePage, type PageHandle } from '@qantara/ui';
import { areaChoices } from '@qantara/territory/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { screeningRoutes } from '../contract/index.ts';
import screeningCss from './screening.css?url';
import { AskDone } from './AskDone.tsx';
import { AskStepForm } from './AskStepForm.tsx';
import { listAskedNeeds } from './asked-needs.ts';
import { stepOf } from './ask-steps.ts';
import { goOnAsking } from './go-on-asking.ts';

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

/** Goes a step on or back, or sends. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { locale } = context.get(pageContext);
  return answerForm(request, async (values, commandId) =>
    goOnAsking({ values, commandId, locale }, (asked) =>
      apiOf(context, screeningRoutes).askForHelp(asked, { commandId }),
    ),
  );
}

/** Asking for help without an account: what is hard, what one wants, how to be reached, and the code. */
export default function AskPage() {
  const { needs, areas } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const answer = useActionData<unknown>();
  const typed = isFormAnswer(answer) ? answer.typed : {};
  const step = stepOf(typed['step']);
  const isRefused = isFormAnswer(answer) && answer.refusal !== null;
  if (step === 'done') return <AskDone accessCode={String(typed['accessCode'] ?? '')} />;
  return (
    <AskStepForm
      step={step}
      typed={typed}
      needs={needs}
      areas={areas}
      showsDanger={!isRefused}
      instead={<ButtonLink to={href('/services')}>{t('screening.ask.directory')}</ButtonLink>}
    />
  );
}
