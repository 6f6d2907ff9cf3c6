import type { FormDefinition } from '@qantara/forms/contract';
import { newId, type Locale } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { Batch, Quality, SheetRule, SheetState } from '../contract/index.ts';
import { USUAL_RULE } from '../domain/index.ts';
import type { SheetsTables } from './tables.gen.ts';

type Db = Kysely<SheetsTables>;
export type By = { accountId: string | null; now: Date };

export async function findRule(db: Db, formCode: string): Promise<SheetRule> {
  const row = await db.selectFrom('sheets.rule').selectAll().where('form_code', '=', formCode).executeTakeFirst();
  return row === undefined ? USUAL_RULE : { keying: row.keying, decidedBy: row.decided_by };
}

export async function saveRule(db: Db, formCode: string, given: { rule: SheetRule; by: By }): Promise<string> {
  const { rule, by } = given;
  const set = { keying: rule.keying, decided_by: rule.decidedBy, set_by: by.accountId, set_at: by.now };
  const row = await db
    .insertInto('sheets.rule')
    .values({ form_code: formCode, rule_id: newId(by.now.getTime()), ...set })
    .onConflict((conflict) => conflict.column('form_code').doUpdateSet(set))
    .returning('rule_id')
    .executeTakeFirstOrThrow();
  return row.rule_id;
}

type NewBatch = { form: Pick<FormDefinition, 'code' | 'version'>; locale: Locale; codes: readonly string[] };

/** Adds a batch with its sheets. */
export async function insertBatch(db: Db, { form, locale, codes }: NewBatch, by: By): Promise<string> {
  const batchId = newId(by.now.getTime());
  await db
    .insertInto('sheets.batch')
    .values({
      batch_id: batchId,
      form_code: form.code,
      version: form.version,
      locale,
      how_many: codes.length,
      printed_by: by.accountId,
      printed_at: by.now,
    })
    .execute();
  await db
    .insertInto('sheets.sheet')
    .values(
      codes.map((code) => ({
        sheet_id: newId(by.now.getTime()),
        code,
        batch_id: batchId,
        changed_by: by.accountId,
        changed_at: by.now,
      })),
    )
    .execute();
  return batchId;
}

function selectBatches(db: Db, formCode: string) {
  const inState = (...states: SheetState[]) =>
    sql<number>`count(sheet.sheet_id) filter (where sheet.state = any (${states}::text[]))::integer`;
  return db
    .selectFrom('sheets.batch as batch')
    .innerJoin('sheets.sheet as sheet', 'sheet.batch_id', 'batch.batch_id')
    .where('batch.form_code', '=', formCode)
    .selectAll('batch')
    .select([inState('accepted').as('accepted'), inState('lost', 'spoiled').as('set_aside')])
    .groupBy('batch.batch_id')
    .orderBy('batch.printed_at', 'desc')
    .limit(100);
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof selectBatches>['execute']>>[number];

const toBatch = (row: BatchRow): Batch => ({
  batchId: row.batch_id,
  version: row.version,
  locale: row.locale,
  howMany: row.how_many,
  printedAt: row.printed_at.toISOString(),
  accepted: row.accepted,
  setAside: row.set_aside,
});

/** The batches of a form, newest first. */
export async function listBatchRows(db: Db, formCode: string): Promise<Batch[]> {
  return (await selectBatches(db, formCode).execute()).map(toBatch);
}

export async function findBatch(
  db: Db,
  { formCode, batchId }: { formCode: string; batchId: string },
): Promise<(Batch & { codes: string[] }) | undefined> {
  const row = await selectBatches(db, formCode).where('batch.batch_id', '=', batchId).executeTakeFirst();
  if (row === undefined) return undefined;
  const sheets = await db
    .selectFrom('sheets.sheet')
    .select('code')
    .where('batch_id', '=', batchId)
    .orderBy('sheet_id')
    .execute();
  return { ...toBatch(row), codes: sheets.map(({ code }) => code) };
}

/** How often two colleagues read the sheets of a form differently: a ratio of sums is made of it. */
export async function countDifferences(db: Db, formCode: string): Promise<Quality> {
  const row = await db
    .selectFrom('sheets.sheet as sheet')
    .innerJoin('sheets.batch as batch', 'batch.batch_id', 'sheet.batch_id')
    .where('batch.form_code', '=', formCode)
    .where('sheet.compared', '>', 0)
    .select([
      sql<number>`count(*)::integer`.as('sheets'),
      sql<number>`coalesce(sum(sheet.compared), 0)::integer`.as('compared'),
      sql<number>`coalesce(sum(sheet.differed), 0)::integer`.as('differed'),
    ])
    .executeTakeFirstOrThrow();
  return row;
}

export type KeptSheet = {
  sheetId: string;
  code: string;
  state: SheetState;
  formCode: string;
  version: number;
  locale: Locale;
};

/** A sheet by its code; `isHeld` until the transaction ends, so that two colleagues who key it do so one after the other. */
export async function findSheet(db: Db, code: string, isHeld = false): Promise<KeptSheet | undefined> {
  const row = await db
    .selectFrom('sheets.sheet as sheet')
    .innerJoin('sheets.batch as batch', 'batch.batch_id', 'sheet.batch_id')
    .where('sheet.code', '=', code)
    .select(['sheet.sheet_id', 'sheet.code', 'sheet.state', 'batch.form_code', 'batch.version', 'batch.locale'])
    .$if(isHeld, (query) => query.forUpdate('sheet'))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { sheet_id: sheetId, state, form_code: formCode, version, locale } = row;
  return { sheetId, code: row.code, state, formCode, version, locale };
}

export async function saveState(
  db: Db,
  sheetId: string,
  given: { state: SheetState; by: By; compared?: number; differed?: number },
): Promise<void> {
  const { state, by, compared, differed } = given;
  await db
    .updateTable('sheets.sheet')
    .set({
      state,
      changed_by: by.accountId,
      changed_at: by.now,
      ...(compared === undefined ? {} : { compared }),
      ...(differed === undefined ? {} : { differed }),
    })
    .where('sheet_id', '=', sheetId)
    .execute();
}
