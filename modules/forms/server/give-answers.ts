import { dayIn, refuse, type Locale } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { attachmentsThere } from '@qantara/attachments/server';
import { findVisiblePerson, listRecordsOfPerson } from '@qantara/people/server';
import type { AnswerChannel, Answers, FormDefinition, FormResponse, GiveAnswers } from '../contract/index.ts';
import { filesInAnswers, judgeAnswers, readForm } from '../domain/index.ts';
import { findVersion } from './form-store.ts';
import { findResponse, insertResponse, listResponses, saveResponse, type KeptAnswers } from './response-store.ts';
import type { FormsTables } from './tables.gen.ts';

type FormsCtx = Ctx<FormsTables>;

const byOf = (ctx: FormsCtx) => ({ accountId: ctx.actor.accountId, now: ctx.now });

async function getRecordIds(ctx: FormsCtx, personId: string): Promise<string[]> {
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
  return listRecordsOfPerson(ctx, personId);
}

/** The version that was answered; somebody may have begun before a newer one was published, and their answers count. */
async function getAnswered(ctx: FormsCtx, given: Pick<GiveAnswers, 'formCode' | 'version'>): Promise<FormDefinition> {
  const form = await findVersion(ctx.db, { code: given.formCode, version: given.version });
  return form === undefined || form.state === 'drafted' ? refuse('form_not_found') : form;
}

function judged(ctx: FormsCtx, form: FormDefinition, given: GiveAnswers): Answers {
  const { locale, isDraft } = given;
  const today = dayIn(ctx.timeZone, ctx.now);
  const { answers, faults } = judgeAnswers(readForm(form.body), given.answers, { today, locale, isDraft });
  const fields = faults.map((fault) => ({ ...fault, path: `answers.${fault.path}` }));
  if (fields.length > 0) refuse('invalid_input', { fields });
  return answers;
}

/** An answer that names a paper names one that is there, of this person. */
async function checkFiles(
  ctx: FormsCtx,
  { form, answers, recordIds }: { form: FormDefinition; answers: Answers; recordIds: readonly string[] },
): Promise<void> {
  const files = filesInAnswers(form.body, answers);
  if (files.length === 0) return;
  const attachmentIds = files.map(({ attachmentId }) => attachmentId);
  const there = await attachmentsThere(ctx, { recordIds, attachmentIds });
  const fields = files
    .filter(({ attachmentId }) => !there.has(attachmentId))
    .map(({ path }) => ({ path: `answers.${path}`, code: 'file_not_there' }));
  if (fields.length > 0) refuse('invalid_input', { fields });
}

type Kept = { kept: KeptAnswers; recordIds: readonly string[] };

async function keep(ctx: FormsCtx, { kept, recordIds }: Kept, given: GiveAnswers): Promise<string> {
  const { responseId, revision } = given;
  if (responseId === null) return insertResponse(ctx.db, kept, byOf(ctx));
  const before = (await findResponse(ctx.db, { recordIds, responseId })) ?? refuse('response_not_found');
  const goingOn = { ...kept, personId: before.personId, responseId, revision };
  if (!(await saveResponse(ctx.db, goingOn, byOf(ctx)))) refuse('answers_changed');
  return responseId;
}

/**
 * Keeps what one person answered, whole or as far as they came. Refuses `person_not_found`, `form_not_found`, `invalid_input` with each
 * question at fault under `answers.`, `answers_changed` where a partial one was gone on with elsewhere, or given, and
 * `response_not_found`.
 */
export async function giveAnswers(anyCtx: AnyCtx, given: GiveAnswers): Promise<FormResponse> {
  const ctx = withTables<FormsTables>(anyCtx);
  const recordIds = await getRecordIds(ctx, given.personId);
  const form = await getAnswered(ctx, given);
  const { personId, channel, locale, isDraft } = given;
  const state = isDraft ? ('partial' as const) : ('whole' as const);
  const answers = judged(ctx, form, given);
  await checkFiles(ctx, { form, answers, recordIds });
  const kept = { personId, form, answers, channel, locale, state };
  const responseId = await keep(ctx, { kept, recordIds }, given);
  ctx.emit({
    type: isDraft ? 'response.begun' : 'response.given',
    subject: responseId,
    personId,
    data: { form: form.code, version: form.version, channel },
  });
  return (await findResponse(ctx.db, { recordIds, responseId })) ?? refuse('response_not_found');
}

/** Keeps whole answers that a module made out by itself; it has judged them and tells of the change. */
export async function keepAnswers(
  anyCtx: AnyCtx,
  kept: { personId: string; form: FormDefinition; answers: Answers; channel: AnswerChannel; locale: Locale },
): Promise<string> {
  const ctx = withTables<FormsTables>(anyCtx);
  return insertResponse(ctx.db, { ...kept, state: 'whole' }, byOf(ctx));
}

/** The same, told as answers that were given: of a sheet of paper, which its module has read and judged. */
export async function acceptAnswers(anyCtx: AnyCtx, kept: Parameters<typeof keepAnswers>[1]): Promise<string> {
  const responseId = await keepAnswers(anyCtx, kept);
  const { personId, form, channel } = kept;
  const data = { form: form.code, version: form.version, channel };
  anyCtx.emit({ type: 'response.given', subject: responseId, personId, data });
  return responseId;
}

/** A version of a form that was published, also one that is asked no more. */
export async function findAskedVersion(
  anyCtx: AnyCtx,
  given: Pick<FormDefinition, 'code' | 'version'>,
): Promise<FormDefinition | undefined> {
  const form = await findVersion(withTables<FormsTables>(anyCtx).db, given);
  if (form === undefined || form.state === 'drafted') return undefined;
  return { code: form.code, version: form.version, title: form.title, body: form.body };
}

/** What this person was asked, newest first, without the answers. */
export async function listResponsesOf(ctx: FormsCtx, { personId }: { personId: string }) {
  const recordIds = await getRecordIds(ctx, personId);
  ctx.noteAccess({ personId, kind: 'responses' });
  return { responses: await listResponses(ctx.db, recordIds) };
}

/** One answering, with the form as it was. Refuses `response_not_found`. */
export async function getResponse(
  ctx: FormsCtx,
  { personId, responseId }: { personId: string; responseId: string },
): Promise<FormResponse> {
  const recordIds = await getRecordIds(ctx, personId);
  const found = (await findResponse(ctx.db, { recordIds, responseId })) ?? refuse('response_not_found');
  ctx.noteAccess({ personId: found.personId, kind: 'response', subjectId: responseId });
  return found;
}
