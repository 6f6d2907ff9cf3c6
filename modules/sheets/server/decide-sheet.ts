import { refuse, type FieldFault } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Choice, Difference, KeyedSheet, TypedMarks } from '../contract/index.ts';
import {
  compareKeyings,
  mayDecide,
  readMark,
  writeSheetCode,
  type FieldDifference,
  type Mark,
  type Marks,
} from '../domain/index.ts';
import { acceptSheet } from './accept-sheet.ts';
import { getSheet, ownerOf, type HeldSheet } from './get-sheet.ts';
import { insertDecisions } from './keying-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type SheetsCtx = Ctx<SheetsTables>;

/** A sheet on which two colleagues differ, for whoever may decide. Refuses `sheet_not_differing` and `third_colleague_needed`. */
async function getDiffering(ctx: SheetsCtx, sheetCode: string, isHeld: boolean) {
  const sheet = await getSheet(ctx, sheetCode, isHeld);
  if (sheet.state !== 'differing') refuse('sheet_not_differing');
  const [first, second] = sheet.keyings;
  if (first === undefined || second === undefined) return refuse('sheet_not_found');
  if (!mayDecide(sheet.rule, [first.keyedBy, second.keyedBy], ctx.actor.accountId)) refuse('third_colleague_needed');
  const { differences } = compareKeyings(sheet.form.body, first.marks, second.marks);
  return { sheet, first, second, differences };
}

/** A mark as the page reads it: what it shows in words is its own. */
const written = (mark: Mark | undefined): string | null =>
  mark === undefined ? null : typeof mark === 'string' ? mark : JSON.stringify(mark);

/** What two colleagues read differently, both values and nothing else. */
export async function getDifferences(ctx: SheetsCtx, { sheetCode }: { sheetCode: string }) {
  const { sheet, differences } = await getDiffering(ctx, sheetCode, false);
  const personId = ownerOf(sheet);
  if (personId !== null) ctx.noteAccess({ personId, kind: 'sheet', subjectId: sheet.sheetId });
  const told = differences.map(({ field, first, second }): Difference => ({
    field: field.path,
    first: written(first),
    second: written(second),
  }));
  return { form: sheet.form, locale: sheet.locale, differences: told };
}

type Given = { choices: Record<string, Choice>; typed: TypedMarks };
type Decided = { field: string; choice: Choice; mark: Mark | undefined };

const own = <T>(record: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

function decideField(difference: FieldDifference, given: Given): Decided | FieldFault {
  const { path, question } = difference.field;
  const choice = own(given.choices, path);
  if (choice === undefined) return { path: `choices.${path}`, code: 'required' };
  if (choice !== 'other') return { field: path, choice, mark: difference[choice] };
  const read = readMark(question, own(given.typed, path) ?? '');
  if (read !== undefined && 'fault' in read) return { path: `typed.${path}`, ...read.fault };
  return { field: path, choice, mark: read?.mark };
}

function withDecided(marks: Marks, decided: readonly Decided[]): Marks {
  const left = { ...marks };
  for (const { field, mark } of decided) {
    if (mark === undefined) delete left[field];
    else left[field] = mark;
  }
  return left;
}

function tellDecision(ctx: SheetsCtx, sheet: HeldSheet, told: { decided: Decided[]; differences: FieldDifference[] }) {
  const both = told.differences.map(({ field, first, second }) => [field.path, { first, second }] as const);
  ctx.emit({
    type: 'sheet.decided',
    subject: sheet.sheetId,
    personId: sheet.keyings[0]?.personId ?? null,
    data: { form: sheet.formCode, version: sheet.version, fields: told.decided.map(({ field }) => field) },
    before: Object.fromEntries(both),
    after: Object.fromEntries(told.decided.map(({ field, mark }) => [field, mark ?? null])),
  });
}

/**
 * Decides field by field what stands on the paper; the sheet is accepted then. What each read, what held, who said so and when are in
 * the history. Refuses `sheet_not_differing`, `third_colleague_needed`, and `invalid_input` where a field is left open.
 */
export async function decideSheet(ctx: SheetsCtx, given: Given & { sheetCode: string }): Promise<KeyedSheet> {
  const { sheet, first, second, differences } = await getDiffering(ctx, given.sheetCode, true);
  const decided: Decided[] = [];
  const fields: FieldFault[] = [];
  for (const difference of differences) {
    const one = decideField(difference, given);
    if ('choice' in one) decided.push(one);
    else fields.push(one);
  }
  if (fields.length > 0) refuse('invalid_input', { fields });
  const accountId = ctx.actor.accountId ?? refuse('third_colleague_needed');
  const of = { personId: first.personId, sheetId: sheet.sheetId, choices: decided };
  await insertDecisions(ctx.db, of, { accountId, now: ctx.now });
  tellDecision(ctx, sheet, { decided, differences });
  const accepted = await acceptSheet(ctx, sheet, withDecided(first.marks, decided));
  return { ...accepted, code: writeSheetCode(sheet.code), isDanger: first.isDanger || second.isDanger };
}
