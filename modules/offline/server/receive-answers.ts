import { giveAnswers } from '@qantara/forms/server';
import { addUnnamed } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import { screenAnswers } from '@qantara/screening/server';
import { RECEIVED, type TakenAnswers } from '../contract/index.ts';
import type { OfflineTables } from './tables.gen.ts';

/**
 * Takes in what was answered where there was no network, by the rules of any answering; for somebody new who gave no name a record
 * without one. What is refused stays with its author, on their device, until they decide.
 */
export async function receiveAnswers(ctx: Ctx<OfflineTables>, given: TakenAnswers) {
  const { takenAt, ...answered } = given;
  const { locale, channel } = given;
  const personId = given.personId ?? (await addUnnamed(ctx, { languages: [locale] })).personId;
  const whole = { ...answered, personId, isDraft: false, responseId: null, revision: 0 };
  const { body, answers, responseId } = await giveAnswers(ctx, whole);
  if ((body.findings ?? []).length > 0) await screenAnswers(ctx, { personId, channel, body, answers, responseId });
  ctx.emit({
    type: 'answers.received',
    subject: responseId,
    personId,
    data: { form: given.formCode, version: given.version, takenAt, isNew: given.personId === null },
  });
  return { received: RECEIVED, responseId, personId } as const;
}
