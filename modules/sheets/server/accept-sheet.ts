import { acceptAnswers } from '@qantara/forms/server';
import { dayIn } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { addUnnamed } from '@qantara/people/server';
import { screenAnswers } from '@qantara/screening/server';
import type { KeyedSheet } from '../contract/index.ts';
import { acceptedAnswers, type Marks } from '../domain/index.ts';
import type { HeldSheet } from './get-sheet.ts';
import { emptyKeyings, insertOutcome } from './keying-store.ts';
import { byOf } from './print-sheets.ts';
import { saveState } from './sheet-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type SheetsCtx = Ctx<SheetsTables>;

/**
 * Under whom the answers of a sheet stand: the person; a record without a name where needs follow from the form, so that they become
 * somebody's work; else the contact that the sheet is.
 */
async function answererOf(ctx: SheetsCtx, { keyings, form, locale }: HeldSheet): Promise<string> {
  const [first] = keyings;
  if (first === undefined) throw new Error('a sheet is accepted that nobody keyed');
  if (!first.isContact || (form.body.findings ?? []).length === 0) return first.personId;
  return (await addUnnamed(ctx, { languages: [locale] })).personId;
}

/**
 * What stands on a sheet becomes a response, whole; from a form with rules for needs a screening follows, as from any other way to
 * answer it. The keyings are emptied: nobody's answers lie about twice.
 */
export async function acceptSheet(
  ctx: SheetsCtx,
  sheet: HeldSheet,
  marks: Marks,
): Promise<Pick<KeyedSheet, 'state' | 'personId' | 'responseId'>> {
  const { form, locale, sheetId } = sheet;
  const today = dayIn(ctx.timeZone, ctx.now);
  const { answers, illegible } = acceptedAnswers(form.body, marks, { today, locale });
  const personId = await answererOf(ctx, sheet);
  const channel = 'paper' as const;
  const responseId = await acceptAnswers(ctx, { personId, form, answers, channel, locale });
  const findsNeeds = (form.body.findings ?? []).length > 0;
  if (findsNeeds) await screenAnswers(ctx, { personId, channel, body: form.body, answers, responseId });
  await insertOutcome(ctx.db, { personId, sheetId, responseId, illegible, now: ctx.now });
  await emptyKeyings(ctx.db, sheetId);
  await saveState(ctx.db, sheetId, { state: 'accepted', by: byOf(ctx) });
  ctx.emit({
    type: 'sheet.accepted',
    subject: sheetId,
    personId,
    data: { form: form.code, version: form.version, response: responseId, illegible },
  });
  const isRecord = findsNeeds || sheet.keyings.some(({ isContact }) => !isContact);
  return { state: 'accepted', personId: isRecord ? personId : null, responseId };
}
