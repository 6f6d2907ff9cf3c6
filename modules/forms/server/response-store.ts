import { newId, type Locale, type LocalizedText } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import {
  FormBody,
  type AnswerChannel,
  type Answers,
  type FormDefinition,
  type FormResponse,
  type ListedResponse,
  type ResponseState,
} from '../contract/index.ts';
import type { FormsTables } from './tables.gen.ts';

type Db = Kysely<FormsTables>;

function selectResponses(db: Db) {
  return db
    .selectFrom('forms.response as response')
    .innerJoin('forms.definition as form', (join) =>
      join.onRef('form.code', '=', 'response.code').onRef('form.version', '=', 'response.version'),
    )
    .selectAll('response')
    .select(['form.title', 'form.body']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectResponses>['execute']>>[number];

function toListed(row: Omit<Row, 'body'>): ListedResponse {
  return {
    responseId: row.response_id,
    personId: row.person_id,
    code: row.code,
    version: row.version,
    title: row.title as LocalizedText,
    state: row.state,
    channel: row.channel,
    answeredAt: row.answered_at.toISOString(),
  };
}

function toResponse(row: Row): FormResponse {
  return {
    ...toListed(row),
    answers: row.answers as Answers,
    locale: row.locale,
    revision: row.revision,
    body: FormBody.parse(row.body),
  };
}

export type KeptAnswers = {
  personId: string;
  form: Pick<FormDefinition, 'code' | 'version'>;
  answers: Answers;
  channel: AnswerChannel;
  locale: Locale;
  state: ResponseState;
};
type By = { accountId: string | null; now: Date };

export async function insertResponse(db: Db, kept: KeptAnswers, by: By): Promise<string> {
  const responseId = newId(by.now.getTime());
  await db
    .insertInto('forms.response')
    .values({
      person_id: kept.personId,
      response_id: responseId,
      code: kept.form.code,
      version: kept.form.version,
      answers: JSON.stringify(kept.answers),
      channel: kept.channel,
      locale: kept.locale,
      state: kept.state,
      entered_by: by.accountId,
      answered_at: by.now,
    })
    .execute();
  return responseId;
}

/** Goes on with a partial one; false where it was gone on with elsewhere, or given. */
export async function saveResponse(
  db: Db,
  kept: KeptAnswers & { responseId: string; revision: number },
  by: By,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('forms.response')
    .set({
      code: kept.form.code,
      version: kept.form.version,
      answers: JSON.stringify(kept.answers),
      channel: kept.channel,
      locale: kept.locale,
      state: kept.state,
      revision: kept.revision + 1,
      entered_by: by.accountId,
      answered_at: by.now,
    })
    .where('person_id', '=', kept.personId)
    .where('response_id', '=', kept.responseId)
    .where('state', '=', 'partial')
    .where('revision', '=', kept.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** One answering of one of these records. */
export async function findResponse(
  db: Db,
  { recordIds, responseId }: { recordIds: readonly string[]; responseId: string },
): Promise<FormResponse | undefined> {
  const row = await selectResponses(db)
    .where('response.person_id', 'in', recordIds)
    .where('response.response_id', '=', responseId)
    .executeTakeFirst();
  return row === undefined ? undefined : toResponse(row);
}

/** What these records were asked, newest first. */
export async function listResponses(db: Db, recordIds: readonly string[]): Promise<ListedResponse[]> {
  const rows = await selectResponses(db)
    .where('response.person_id', 'in', recordIds)
    .orderBy('response.answered_at', 'desc')
    .orderBy('response.response_id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toListed);
}

/** Whole answers of these people, newest first, with their forms: for an interface that shows a page of them. */
export async function listWhole(
  db: Db,
  asked: {
    responseId: string | null;
    recordIds: readonly string[] | null;
    after: [at: string, id: string] | null;
    limit: number;
  },
): Promise<FormResponse[]> {
  const { responseId, recordIds, after, limit } = asked;
  const rows = await selectResponses(db)
    .where('response.state', '=', 'whole')
    .$if(responseId !== null, (query) => query.where('response.response_id', '=', responseId ?? ''))
    .$if(recordIds !== null, (query) =>
      query.where(sql<boolean>`response.person_id = any (${[...(recordIds ?? [])]}::uuid[])`),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(response.answered_at, response.response_id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy('response.answered_at', 'desc')
    .orderBy('response.response_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toResponse);
}
