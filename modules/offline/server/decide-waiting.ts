import { Answer, type Answers, type FormDefinition } from '@qantara/forms/contract';
import { carryAnswers } from '@qantara/forms/domain';
import { findAskedVersion, findForm, giveAnswers } from '@qantara/forms/server';
import { findActorOf } from '@qantara/identity/server';
import { dayIn, markOf, refuse } from '@qantara/kernel';
import { addUnnamed, findVisiblePerson } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import { HandedOver, type OpenedWaiting, type TakenAgain, type WaitingAnswers, type Whose } from '../contract/index.ts';
import { attempt } from './attempt.ts';
import { applyAnswers } from './receive-answers.ts';
import type { OfflineTables } from './tables.gen.ts';
import { listWaitingRows, removeWaiting, type KeptWaiting } from './waiting-store.ts';

type OfflineCtx = Ctx<OfflineTables>;

/** What waits for this colleague: their own, and of those whose account is closed what the wall lets them reach. */
async function listMine(ctx: OfflineCtx, waitingId?: string): Promise<KeptWaiting[]> {
  const mine: KeptWaiting[] = [];
  for (const row of await listWaitingRows(ctx.db, waitingId)) {
    const isOwn = row.accountId === ctx.actor.accountId;
    const author = isOwn ? undefined : await findActorOf(ctx, row.accountId);
    if (isOwn || author === undefined || !author.permissions.has('form:answer')) mine.push(row);
  }
  return mine;
}

async function getMine(ctx: OfflineCtx, waitingId: string): Promise<KeptWaiting> {
  const [row] = await listMine(ctx, waitingId);
  return row ?? refuse('waiting_answers_not_found');
}

const open = (ctx: OfflineCtx, row: KeptWaiting): HandedOver =>
  HandedOver.parse(JSON.parse(ctx.vault.open(row.sealed)));

function asListed(
  ctx: OfflineCtx,
  row: KeptWaiting,
  { given, asked }: { given: HandedOver; asked: FormDefinition | undefined },
): WaitingAnswers {
  return {
    waitingId: row.waitingId,
    code: row.code,
    formCode: given.formCode,
    title: asked?.title ?? null,
    mark: row.isContact ? null : markOf(row.personId),
    takenAt: given.takenAt,
    receivedAt: row.receivedAt.toISOString(),
    isOwn: row.accountId === ctx.actor.accountId,
  };
}

/** What waits for this colleague to decide, the oldest first. */
export async function listWaiting(ctx: OfflineCtx) {
  const waiting: WaitingAnswers[] = [];
  for (const row of await listMine(ctx)) {
    const given = open(ctx, row);
    waiting.push(asListed(ctx, row, { given, asked: await findForm(ctx, given.formCode) }));
  }
  return { waiting };
}

/** Those that are answers at all: what is none is left, and said. */
function readable(given: HandedOver): Answers {
  const read = Object.entries(given.answers).flatMap(([code, value]) => {
    const answer = Answer.safeParse(value);
    return answer.success && code.length <= 60 ? [[code, answer.data] as const] : [];
  });
  return Object.fromEntries(read);
}

function carry(ctx: OfflineCtx, given: HandedOver, form: FormDefinition) {
  const { answers } = carryAnswers(readable(given), form.body, {
    today: dayIn(ctx.timeZone, ctx.now),
    locale: given.locale,
  });
  const renamed = new Set(
    form.body.sections
      .flatMap(({ questions }) => questions)
      .filter(({ code }) => Object.hasOwn(answers, code))
      .map(({ code, formerly }) => formerly ?? code),
  );
  return { answers, left: Object.keys(given.answers).filter((code) => !renamed.has(code)) };
}

/** One of them with its answers. Refuses `waiting_answers_not_found`, also for another's whose account is open. */
export async function getWaiting(ctx: OfflineCtx, { waitingId }: { waitingId: string }): Promise<OpenedWaiting> {
  const row = await getMine(ctx, waitingId);
  const given = open(ctx, row);
  const asked = await findForm(ctx, given.formCode);
  const person = row.isContact ? undefined : await findVisiblePerson(ctx, row.personId);
  if (person !== undefined) ctx.noteAccess({ personId: row.personId, kind: 'response', subjectId: waitingId });
  return {
    ...asListed(ctx, row, { given, asked }),
    personId: row.isContact ? null : row.personId,
    displayName: person?.displayName ?? null,
    isReachable: person !== undefined,
    answers: readable(given),
    form: (await findAskedVersion(ctx, { code: given.formCode, version: given.version })) ?? asked ?? null,
    left: asked === undefined ? Object.keys(given.answers) : carry(ctx, given, asked).left,
  };
}

type Decided = { waitingId: string; whose: Whose; personId: string | null };

const whoseOf = (row: KeptWaiting, { whose, personId }: Decided): string | null => {
  if (whose === 'new' || (whose === 'same' && row.isContact)) return null;
  return whose === 'same' ? row.personId : (personId ?? refuse('person_not_found'));
};

/** As answers that were begun, to be gone on with: today's version asks for something that they lack. */
async function keepBegun(ctx: OfflineCtx, given: HandedOver & { answers: Answers }) {
  const personId = given.personId ?? (await addUnnamed(ctx, { languages: [given.locale] })).personId;
  const draft = { ...given, personId, isDraft: true, responseId: null, revision: 0 };
  const { responseId } = await giveAnswers(ctx, draft);
  return { state: 'partial' as const, personId, responseId };
}

/**
 * Tries again, as today's version of the form takes them and for whom the author says; where something that is asked today is lacking
 * they become answers that were begun. Refuses `form_not_found`, `person_not_found` and what answering refuses: then they go on waiting.
 */
export async function takeAgain(ctx: OfflineCtx, decided: Decided): Promise<TakenAgain> {
  const row = await getMine(ctx, decided.waitingId);
  const given = open(ctx, row);
  const form = (await findForm(ctx, given.formCode)) ?? refuse('form_not_found');
  const { answers, left } = carry(ctx, given, form);
  const again = { ...given, answers, version: form.version, personId: whoseOf(row, decided) };
  const tried = await attempt(ctx, (apart) => applyAnswers(apart, again));
  if ('refusal' in tried && tried.refusal.code !== 'invalid_input') throw tried.refusal;
  const taken = 'refusal' in tried ? await keepBegun(ctx, again) : { state: 'whole' as const, ...tried.done };
  if (!(await removeWaiting(ctx.db, row))) refuse('waiting_answers_not_found');
  ctx.emit({
    type: 'answers.taken_again',
    subject: row.waitingId,
    personId: taken.personId,
    data: {
      form: form.code,
      version: form.version,
      was: given.version,
      whose: decided.whose,
      state: taken.state,
      left,
    },
    // What today's version does not take is lost to the form, and not to the record.
    before: Object.fromEntries(left.map((code) => [code, given.answers[code]])),
  });
  return { ...taken, formCode: form.code };
}

/** Throws them away, for a reason that stays. Refuses `waiting_answers_not_found`. */
export async function throwAway(ctx: OfflineCtx, { waitingId, reason }: { waitingId: string; reason: string }) {
  const row = await getMine(ctx, waitingId);
  const { formCode, version } = open(ctx, row);
  if (!(await removeWaiting(ctx.db, row))) refuse('waiting_answers_not_found');
  const data = { form: formCode, version, code: row.code };
  ctx.emit({ type: 'answers.thrown_away', subject: waitingId, reason, data });
  return { isGone: true };
}
