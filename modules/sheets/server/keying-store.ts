import { sql, type Kysely } from 'kysely';
import type { Choice, SheetState } from '../contract/index.ts';
import type { Marks } from '../domain/index.ts';
import type { By } from './sheet-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type Db = Kysely<SheetsTables>;

export type KeptKeying = {
  personId: string;
  turn: number;
  isContact: boolean;
  marks: Marks;
  isDanger: boolean;
  keyedBy: string;
};

/** What was keyed of a sheet so far, as far as the reader reaches whose it is. */
export async function listKeyings(db: Db, sheetId: string): Promise<KeptKeying[]> {
  const rows = await db
    .selectFrom('sheets.keying')
    .selectAll()
    .where('sheet_id', '=', sheetId)
    .orderBy('turn')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    turn: row.turn,
    isContact: row.is_contact,
    marks: row.marks as Marks,
    isDanger: row.is_danger,
    keyedBy: row.keyed_by,
  }));
}

export async function insertKeying(db: Db, sheetId: string, keying: KeptKeying & { now: Date }): Promise<void> {
  await db
    .insertInto('sheets.keying')
    .values({
      person_id: keying.personId,
      sheet_id: sheetId,
      turn: keying.turn,
      is_contact: keying.isContact,
      marks: JSON.stringify(keying.marks),
      is_danger: keying.isDanger,
      keyed_by: keying.keyedBy,
      keyed_at: keying.now,
    })
    .execute();
}

/** Takes the answers out of the keyings of a sheet: its response holds them, or nobody will. */
export async function emptyKeyings(db: Db, sheetId: string): Promise<void> {
  await db.updateTable('sheets.keying').set({ marks: '{}' }).where('sheet_id', '=', sheetId).execute();
}

export async function insertDecisions(
  db: Db,
  of: { personId: string; sheetId: string; choices: readonly { field: string; choice: Choice }[] },
  by: By & { accountId: string },
): Promise<void> {
  if (of.choices.length === 0) return;
  await db
    .insertInto('sheets.decision')
    .values(
      of.choices.map(({ field, choice }) => ({
        person_id: of.personId,
        sheet_id: of.sheetId,
        field,
        choice,
        decided_by: by.accountId,
        decided_at: by.now,
      })),
    )
    .execute();
}

export async function insertOutcome(
  db: Db,
  of: { personId: string; sheetId: string; responseId: string; illegible: readonly string[]; now: Date },
): Promise<void> {
  await db
    .insertInto('sheets.outcome')
    .values({
      person_id: of.personId,
      sheet_id: of.sheetId,
      response_id: of.responseId,
      illegible: [...of.illegible],
      accepted_at: of.now,
    })
    .execute();
}

export type WaitingRow = {
  code: string;
  state: SheetState;
  formCode: string;
  version: number;
  changedAt: Date;
  isDanger: boolean;
  keyedBy: string[];
};

/** The sheets that wait for another colleague, of whom the reader reaches: danger first, then the oldest. */
export async function listWaitingSheets(db: Db, limit: number): Promise<WaitingRow[]> {
  const rows = await db
    .selectFrom('sheets.sheet as sheet')
    .innerJoin('sheets.batch as batch', 'batch.batch_id', 'sheet.batch_id')
    .innerJoin('sheets.keying as keying', 'keying.sheet_id', 'sheet.sheet_id')
    .where('sheet.state', 'in', ['keyed', 'differing'])
    .select(['sheet.code', 'sheet.state', 'batch.form_code', 'batch.version', 'sheet.changed_at'])
    .select([
      sql<boolean>`bool_or(keying.is_danger)`.as('is_danger'),
      sql<string[]>`array_agg(keying.keyed_by::text)`.as('keyed_by'),
    ])
    .groupBy(['sheet.sheet_id', 'batch.form_code', 'batch.version'])
    .orderBy('is_danger', 'desc')
    .orderBy('sheet.changed_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    code: row.code,
    state: row.state,
    formCode: row.form_code,
    version: row.version,
    changedAt: row.changed_at,
    isDanger: row.is_danger,
    keyedBy: row.keyed_by,
  }));
}
