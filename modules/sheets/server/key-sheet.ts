import { findAskedVersion } from '@qantara/forms/server';
import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { addContact, findVisiblePerson } from '@qantara/people/server';
import { findingsOfAnswers } from '@qantara/screening/server';
import type { KeyedSheet, OpenedSheet, SetAside, TypedMarks, WaitingSheet } from '../contract/index.ts';
import {
  checkOpen,
  compareKeyings,
  mayDecide,
  nextTurn,
  readSheet,
  writeSheetCode,
  type Marks,
} from '../domain/index.ts';
import { acceptSheet } from './accept-sheet.ts';
import { getSheet, ownerOf, type HeldSheet } from './get-sheet.ts';
import { emptyKeyings, insertKeying, listWaitingSheets, type KeptKeying } from './keying-store.ts';
import { byOf } from './print-sheets.ts';
import { findRule, saveState } from './sheet-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type SheetsCtx = Ctx<SheetsTables>;

const MOST_SHOWN = 200;

function isOwnKeying(keyedBy: readonly string[], accountId: string | null): boolean {
  return accountId !== null && keyedBy.includes(accountId);
}

/** A sheet as whoever keys it sees it, with nothing of what another read there. */
export async function openSheet(ctx: SheetsCtx, { sheetCode }: { sheetCode: string }): Promise<OpenedSheet> {
  const sheet = await getSheet(ctx, sheetCode);
  const personId = ownerOf(sheet);
  if (personId !== null) ctx.noteAccess({ personId, kind: 'sheet', subjectId: sheet.sheetId });
  const keyedBy = sheet.keyings.map((keying) => keying.keyedBy);
  const { accountId } = ctx.actor;
  return {
    code: writeSheetCode(sheet.code),
    state: sheet.state,
    form: sheet.form,
    locale: sheet.locale,
    turn: nextTurn(sheet.state),
    personId,
    isOwnKeying: isOwnKeying(keyedBy, accountId),
    mayDecide: sheet.state === 'differing' && mayDecide(sheet.rule, keyedBy, accountId),
  };
}

/** The sheets that wait for another colleague; no answer and nobody's name stand there. */
export async function listSheetWork(ctx: SheetsCtx): Promise<{ sheets: WaitingSheet[] }> {
  const rows = await listWaitingSheets(ctx.db, MOST_SHOWN);
  const { accountId } = ctx.actor;
  const sheets: WaitingSheet[] = [];
  for (const { formCode, version, keyedBy, changedAt, code, state, isDanger } of rows) {
    const rule = await findRule(ctx.db, formCode);
    const form = await findAskedVersion(ctx, { code: formCode, version });
    if (form === undefined) continue;
    sheets.push({
      code: writeSheetCode(code),
      state,
      title: form.title,
      changedAt: changedAt.toISOString(),
      isDanger,
      isOwnKeying: isOwnKeying(keyedBy, accountId),
      mayDecide: state === 'differing' && mayDecide(rule, keyedBy, accountId),
    });
  }
  return { sheets };
}

type Read = { marks: Marks; isDanger: boolean };

function readTyped(ctx: SheetsCtx, { form, locale }: HeldSheet, typed: TypedMarks): Read {
  const read = readSheet(form.body, typed, { today: dayIn(ctx.timeZone, ctx.now), locale });
  const fields = read.faults.map((fault) => ({ ...fault, path: `typed.${fault.path}` }));
  if (fields.length > 0) refuse('invalid_input', { fields });
  return { marks: read.marks, isDanger: findingsOfAnswers(ctx, { body: form.body, answers: read.answers }).isDanger };
}

async function keepKeying(ctx: SheetsCtx, sheet: HeldSheet, keying: KeptKeying): Promise<void> {
  await insertKeying(ctx.db, sheet.sheetId, { ...keying, now: ctx.now });
  const { personId, turn, isDanger } = keying;
  ctx.emit({
    type: 'sheet.keyed',
    subject: sheet.sheetId,
    personId,
    data: {
      form: sheet.formCode,
      version: sheet.version,
      turn,
      isDanger,
      isFirstDanger: isDanger && !sheet.keyings.some((earlier) => earlier.isDanger),
      accountId: ctx.actor.accountId,
      organisationId: ctx.actor.organisationId,
    },
  });
}

async function findOwner(ctx: SheetsCtx, personId: string | null): Promise<Pick<KeptKeying, 'personId' | 'isContact'>> {
  if (personId === null) return { personId: await addContact(ctx), isContact: true };
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
  return { personId, isContact: false };
}

const outcome = (sheet: HeldSheet, given: Partial<KeyedSheet>): KeyedSheet => ({
  code: writeSheetCode(sheet.code),
  state: sheet.state,
  personId: ownerOf(sheet),
  responseId: null,
  isDanger: false,
  ...given,
});

type Keyed = { personId: string | null; typed: TypedMarks };

async function keyFirst(ctx: SheetsCtx, sheet: HeldSheet, { personId, typed }: Keyed): Promise<KeyedSheet> {
  const keyedBy = ctx.actor.accountId ?? refuse('sheet_not_found');
  const read = readTyped(ctx, sheet, typed);
  const keying = { ...(await findOwner(ctx, personId)), turn: 1, ...read, keyedBy };
  await keepKeying(ctx, sheet, keying);
  if (sheet.rule.keying === 'once') {
    const held = { ...sheet, keyings: [keying] };
    return outcome(held, { ...(await acceptSheet(ctx, held, read.marks)), isDanger: read.isDanger });
  }
  await saveState(ctx.db, sheet.sheetId, { state: 'keyed', by: byOf(ctx) });
  return outcome({ ...sheet, keyings: [keying] }, { state: 'keyed', isDanger: read.isDanger });
}

async function keySecond(ctx: SheetsCtx, sheet: HeldSheet, { typed }: Keyed): Promise<KeyedSheet> {
  const keyedBy = ctx.actor.accountId ?? refuse('sheet_not_found');
  const [first] = sheet.keyings;
  if (first === undefined) return refuse('sheet_not_found');
  if (first.keyedBy === keyedBy) refuse('sheet_keyed_by_you');
  const read = readTyped(ctx, sheet, typed);
  const { personId, isContact } = first;
  const keying = { personId, isContact, turn: 2, ...read, keyedBy };
  await keepKeying(ctx, sheet, keying);
  const { compared, differences } = compareKeyings(sheet.form.body, first.marks, read.marks);
  const counts = { compared, differed: differences.length };
  const held = { ...sheet, keyings: [first, keying] };
  const isDanger = first.isDanger || read.isDanger;
  await saveState(ctx.db, sheet.sheetId, { state: 'differing', by: byOf(ctx), ...counts });
  if (differences.length > 0) return outcome(held, { state: 'differing', isDanger });
  return outcome(held, { ...(await acceptSheet(ctx, held, first.marks)), isDanger });
}

/**
 * Keeps what a colleague read on a sheet. The first says whose it is, somebody whom they may open or nobody yet; the second is another
 * colleague, who sees nothing of the first. Where both read the same, or the form is keyed once, it is accepted at once. Refuses
 * `sheet_not_found`, `person_not_found`, `sheet_keyed_by_you`, `sheet_done`, and `invalid_input` with each field at fault under `typed.`.
 */
export async function keySheet(ctx: SheetsCtx, given: Keyed & { sheetCode: string }): Promise<KeyedSheet> {
  const sheet = await getSheet(ctx, given.sheetCode, true);
  checkOpen(sheet.state);
  const turn = nextTurn(sheet.state) ?? refuse('sheet_done');
  return turn === 1 ? keyFirst(ctx, sheet, given) : keySecond(ctx, sheet, given);
}

/** A sheet that was lost, or filled in so that nobody can key it: it waits no more, and nothing that was keyed of it is kept. */
export async function setSheetAside(
  ctx: SheetsCtx,
  { sheetCode, as }: { sheetCode: string; as: SetAside },
): Promise<KeyedSheet> {
  const sheet = await getSheet(ctx, sheetCode, true);
  checkOpen(sheet.state);
  await emptyKeyings(ctx.db, sheet.sheetId);
  await saveState(ctx.db, sheet.sheetId, { state: as, by: byOf(ctx) });
  ctx.emit({
    type: 'sheet.set_aside',
    subject: sheet.sheetId,
    personId: sheet.keyings[0]?.personId ?? null,
    data: { form: sheet.formCode, as },
  });
  return outcome(sheet, { state: as });
}
