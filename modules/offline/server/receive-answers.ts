import { Answers } from '@qantara/forms/contract';
import { giveAnswers } from '@qantara/forms/server';
import { newId, refuse } from '@qantara/kernel';
import { addUnnamed } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import { screenAnswers } from '@qantara/screening/server';
import { RECEIVED, type HandedOver, type TakenAnswers } from '../contract/index.ts';
import { attempt } from './attempt.ts';
import type { OfflineTables } from './tables.gen.ts';
import { saysDanger } from './tell-danger-waiting.ts';
import { insertWaiting } from './waiting-store.ts';

type OfflineCtx = Ctx<OfflineTables>;

/**
 * Applies whole answers by the rules of any answering; for somebody new who gave no name a record without one. Refuses what answering
 * and screening refuse.
 */
export async function applyAnswers(ctx: OfflineCtx, given: TakenAnswers) {
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
  return { personId, responseId };
}

function readAnswers(given: HandedOver): TakenAnswers {
  const read = Answers.safeParse(given.answers);
  return read.success ? { ...given, answers: read.data } : refuse('invalid_input');
}

/**
 * Keeps what could not be applied, for its author to decide. The event names nobody: whether there is such a person is not told to who
 * may not know, and not to those who do.
 */
async function keepWaiting(ctx: OfflineCtx, given: HandedOver, code: string): Promise<void> {
  const waitingId = newId(ctx.now.getTime());
  await insertWaiting(ctx.db, {
    personId: given.personId ?? newId(ctx.now.getTime()),
    waitingId,
    isContact: given.personId === null,
    accountId: ctx.actor.accountId ?? refuse('not_signed_in'),
    organisationId: ctx.actor.organisationId,
    code,
    sealed: ctx.vault.seal(JSON.stringify(given)),
    receivedAt: ctx.now,
  });
  const isDanger = await saysDanger(ctx, given);
  const { accountId } = ctx.actor;
  const data = { code, form: given.formCode, version: given.version, takenAt: given.takenAt, isDanger, accountId };
  ctx.emit({ type: 'answers.waiting', subject: waitingId, data });
}

/** Accepts what was answered where there was no network, and judges after: nothing that is whole is refused at the door. */
export async function receiveAnswers(ctx: OfflineCtx, given: HandedOver) {
  const outcome = await attempt(ctx, async (apart) => applyAnswers(apart, readAnswers(given)));
  if ('refusal' in outcome) await keepWaiting(ctx, given, outcome.refusal.code);
  return { received: RECEIVED, outcome: 'refusal' in outcome ? 'waiting' : 'applied' } as const;
}
