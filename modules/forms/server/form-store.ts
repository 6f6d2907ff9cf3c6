import { newId, type Locale, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { FormBody, type AnswerChannel, type Answers, type FormDefinition } from '../contract/index.ts';
import type { FormsTables } from './tables.gen.ts';

/** The newest version of a form. */
export async function findForm(anyCtx: AnyCtx, code: string): Promise<FormDefinition | undefined> {
  const { db } = withTables<FormsTables>(anyCtx);
  const row = await db
    .selectFrom('forms.definition')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { code: row.code, version: row.version, title: row.title as LocalizedText, body: FormBody.parse(row.body) };
}

/** Adds a version of a form. A version that people answered to is never changed. */
export async function saveForm(anyCtx: AnyCtx, form: FormDefinition): Promise<void> {
  const ctx = withTables<FormsTables>(anyCtx);
  await ctx.db
    .insertInto('forms.definition')
    .values({
      code: form.code,
      version: form.version,
      title: JSON.stringify(form.title),
      body: JSON.stringify(form.body),
      created_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'form.added', subject: newId(ctx.now.getTime()), data: { code: form.code, version: form.version } });
}

/** Keeps what one person answered; the caller has checked the answers against this version and tells of the change. */
export async function saveResponse(
  anyCtx: AnyCtx,
  response: {
    personId: string;
    form: Pick<FormDefinition, 'code' | 'version'>;
    answers: Answers;
    channel: AnswerChannel;
    locale: Locale;
  },
): Promise<string> {
  const ctx = withTables<FormsTables>(anyCtx);
  const responseId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('forms.response')
    .values({
      person_id: response.personId,
      response_id: responseId,
      code: response.form.code,
      version: response.form.version,
      answers: JSON.stringify(response.answers),
      channel: response.channel,
      locale: response.locale,
      entered_by: ctx.actor.accountId,
      answered_at: ctx.now,
    })
    .execute();
  return responseId;
}
