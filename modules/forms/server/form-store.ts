import type { LocalizedText } from '@qantara/kernel';
import { sql, type Kysely, type Selectable } from 'kysely';
import { BroughtFrom, FormBody, type FormDefinition, type FormPurpose, type FormState } from '../contract/index.ts';
import type { FormsTables } from './tables.gen.ts';

type Db = Kysely<FormsTables>;
type Row = Selectable<FormsTables['forms.definition']>;
type By = { accountId: string | null; now: Date };

/** A version as it is kept. */
export type KeptForm = FormDefinition & {
  formId: string;
  purpose: FormPurpose;
  state: FormState;
  revision: number;
  changedAt: Date;
  brought: BroughtFrom | null;
};

function toForm(row: Row): KeptForm {
  return {
    code: row.code,
    version: row.version,
    title: row.title as LocalizedText,
    body: FormBody.parse(row.body),
    formId: row.form_id,
    purpose: row.purpose,
    state: row.state,
    revision: row.revision,
    changedAt: row.published_at ?? row.written_at,
    brought: row.brought === null ? null : BroughtFrom.parse(row.brought),
  };
}

/** The version that is asked today. */
export async function findPublished(db: Db, code: string): Promise<KeptForm | undefined> {
  const row = await db
    .selectFrom('forms.definition')
    .selectAll()
    .where('code', '=', code)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return row === undefined ? undefined : toForm(row);
}

export async function findVersion(
  db: Db,
  { code, version }: Pick<FormDefinition, 'code' | 'version'>,
): Promise<KeptForm | undefined> {
  const row = await db
    .selectFrom('forms.definition')
    .selectAll()
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst();
  return row === undefined ? undefined : toForm(row);
}

/** The draft of a form, held until the transaction ends. */
export async function lockDraft(db: Db, code: string): Promise<KeptForm | undefined> {
  const row = await db
    .selectFrom('forms.definition')
    .selectAll()
    .where('code', '=', code)
    .where('state', '=', 'drafted')
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toForm(row);
}

/** Every version of one form, newest first; of all forms where none is named, each form's newest. */
export async function listVersions(db: Db, code?: string): Promise<KeptForm[]> {
  const rows = await db
    .selectFrom('forms.definition')
    .selectAll()
    .$if(code === undefined, (query) => query.distinctOn('code').orderBy('code'))
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('version', 'desc')
    .limit(500)
    .execute();
  return rows.map(toForm);
}

/** What is asked today, for one purpose or for all. */
export async function listPublished(db: Db, purpose: FormPurpose | undefined): Promise<KeptForm[]> {
  const rows = await db
    .selectFrom('forms.definition')
    .selectAll()
    .where('state', '=', 'published')
    .$if(purpose !== undefined, (query) => query.where('purpose', '=', purpose ?? 'screening'))
    .orderBy('code')
    .limit(200)
    .execute();
  return rows.map(toForm);
}

/** How often each version of a form was answered, whoever may read the answers: a count names nobody. */
export async function countAnswers(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; version: number; answered: number }>`
    select code, version, answered from forms.count_answers(${codes}::text[])`.execute(db);
  return new Map(rows.map(({ code, version, answered }) => [`${code} ${version}`, Number(answered)]));
}

/** Adds a draft; undefined where this version exists or another draft of the form does. */
export async function insertDraft(
  db: Db,
  form: FormDefinition & { purpose: FormPurpose; formId: string; brought?: BroughtFrom },
  by: By,
): Promise<KeptForm | undefined> {
  const row = await db
    .insertInto('forms.definition')
    .values({
      code: form.code,
      version: form.version,
      form_id: form.formId,
      title: JSON.stringify(form.title),
      body: JSON.stringify(form.body),
      purpose: form.purpose,
      state: 'drafted',
      created_at: by.now,
      written_by: by.accountId,
      written_at: by.now,
      brought: form.brought === undefined ? null : JSON.stringify(form.brought),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? undefined : toForm(row);
}

/** Keeps a changed draft. */
export async function saveDraft(
  db: Db,
  form: Pick<FormDefinition, 'code' | 'title' | 'body'> & { brought?: BroughtFrom },
  by: By,
): Promise<KeptForm> {
  const row = await db
    .updateTable('forms.definition')
    .set((eb) => ({
      title: JSON.stringify(form.title),
      body: JSON.stringify(form.body),
      revision: eb('revision', '+', 1),
      ...(form.brought === undefined ? {} : { brought: JSON.stringify(form.brought) }),
      written_by: by.accountId,
      written_at: by.now,
    }))
    .where('code', '=', form.code)
    .where('state', '=', 'drafted')
    .returningAll()
    .executeTakeFirstOrThrow();
  return toForm(row);
}

/** The draft becomes the version that is asked, and the one before is superseded. */
export async function savePublished(db: Db, code: string, by: By): Promise<KeptForm> {
  await db
    .updateTable('forms.definition')
    .set({ state: 'superseded', superseded_at: by.now })
    .where('code', '=', code)
    .where('state', '=', 'published')
    .execute();
  const row = await db
    .updateTable('forms.definition')
    .set({ state: 'published', published_by: by.accountId, published_at: by.now })
    .where('code', '=', code)
    .where('state', '=', 'drafted')
    .returningAll()
    .executeTakeFirstOrThrow();
  return toForm(row);
}

export async function removeDraft(db: Db, code: string): Promise<void> {
  await db.deleteFrom('forms.definition').where('code', '=', code).where('state', '=', 'drafted').execute();
}
