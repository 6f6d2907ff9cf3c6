import type { InputOf, Locale } from '@qantara/kernel';
import type { FormAnswer, FormValues, TypedValues } from '@qantara/ui';
import type { screeningRoutes } from '../contract/index.ts';
import { atStep, checkStep, stepBefore, stepOf } from './ask-steps.ts';
import { contactOf } from './contact-of.ts';

type Asked = InputOf<typeof screeningRoutes.askForHelp>;
type Sent = { values: FormValues; commandId: string; locale: Locale };

/** Goes a step on or back; only the last one sends, once. A page loaded again sends nothing twice: the command keeps its id. */
export async function goOnAsking(
  { values, commandId, locale }: Sent,
  send: (asked: Asked) => Promise<{ accessCode: string }>,
): Promise<FormAnswer> {
  const step = stepOf(values.text('step'));
  const typed: TypedValues = { ...values.typed(), commandId };
  if (values.text('intent') === 'back') return atStep(stepBefore(step), typed);
  checkStep(step, values);
  if (step === 'needs') return atStep('wants', typed);
  if (step === 'wants') return atStep('contact', typed);
  const asked = { needs: values.all('needs'), wants: values.all('wants'), ...contactOf(values), locale };
  const { accessCode } = await send(asked);
  return atStep('done', { accessCode });
}
