import { checkAnswers } from '@qantara/forms/domain';
import { acceptAnswers } from '@qantara/forms/server';
import type { Answers, FormDefinition } from '@qantara/forms/contract';
import { issueAccessCode } from '@qantara/identity/server';
import { dayIn, refuse } from '@qantara/kernel';
import { addResident } from '@qantara/people/server';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { ResidentContact } from '../contract/index.ts';
import { checkNeeds, countAsking, findingsOfAnswers, residentOf, tellScreening, type Way } from './record-screening.ts';
import type { ScreeningTables } from './tables.gen.ts';

type Given = { form: FormDefinition; answers: Answers; contact: ResidentContact };

/**
 * A resident without an account answers a form that has rules for needs: it waits as a request for help, and their code opens it.
 * Refuses `too_many_requests_from_here`, `form_finds_nothing`, `contact_needed`, and `invalid_input` with each question at fault.
 */
export async function answerAsResident(
  anyCtx: AnyCtx,
  { form, answers: given, contact }: Given,
  way: Way,
): Promise<{ accessCode: string }> {
  const ctx = withTables<ScreeningTables>(anyCtx);
  await countAsking(ctx);
  const { body } = form;
  if ((body.findings ?? []).length === 0) refuse('form_finds_nothing');
  const { locale } = contact;
  const answers = checkAnswers(body, given, { today: dayIn(ctx.timeZone, ctx.now), locale });
  const { found, isDanger } = findingsOfAnswers(ctx, { body, answers });
  await checkNeeds(ctx, found);
  const { personId } = await addResident(ctx, residentOf(contact));
  const responseId = await acceptAnswers(ctx, { personId, form, answers, channel: way.channel, locale });
  const { areaId } = contact;
  const kept = { personId, responseId, areaId, findings: found, isUrgent: isDanger, takenBy: null, now: ctx.now };
  await tellScreening(ctx, { ...kept, ...way });
  return { accessCode: await issueAccessCode(ctx, personId) };
}
