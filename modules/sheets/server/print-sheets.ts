import { randomInt } from 'node:crypto';
import { findAskedVersion, findForm } from '@qantara/forms/server';
import { refuse, type Locale } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { renderSVG } from 'uqr';
import type { Batch, PrintedBatch, SheetRule } from '../contract/index.ts';
import { RANDOM_OF_CODE, sheetCodeOf, writeSheetCode } from '../domain/index.ts';
import { countDifferences, findBatch, findRule, insertBatch, listBatchRows, saveRule } from './sheet-store.ts';
import type { SheetsTables } from './tables.gen.ts';

type SheetsCtx = Ctx<SheetsTables>;

export const byOf = (ctx: SheetsCtx) => ({ accountId: ctx.actor.accountId, now: ctx.now });

/** More than any code needs: seven letters of 29. */
const LARGEST = 29 * 1000;

function newCodes(howMany: number): string[] {
  const codes = new Set<string>();
  while (codes.size < howMany) codes.add(sheetCodeOf(Array.from({ length: RANDOM_OF_CODE }, () => randomInt(LARGEST))));
  return [...codes];
}

/** What was printed of a form, how its sheets are keyed, and how well. */
export async function listBatches(ctx: SheetsCtx, { formCode }: { formCode: string }) {
  const form = (await findForm(ctx, formCode)) ?? refuse('form_not_found');
  return {
    form,
    batches: await listBatchRows(ctx.db, formCode),
    rule: await findRule(ctx.db, formCode),
    quality: await countDifferences(ctx.db, formCode),
  };
}

/** Makes sheets of the version that is asked today, each with a code of its own. Refuses `form_not_found`. */
export async function printSheets(
  ctx: SheetsCtx,
  { formCode, howMany, locale }: { formCode: string; howMany: number; locale: Locale },
): Promise<Batch> {
  const form = (await findForm(ctx, formCode)) ?? refuse('form_not_found');
  const batchId = await insertBatch(ctx.db, { form, locale, codes: newCodes(howMany) }, byOf(ctx));
  ctx.emit({
    type: 'sheet.printed',
    subject: batchId,
    data: { form: form.code, version: form.version, locale, howMany },
  });
  return (await findBatch(ctx.db, { formCode, batchId })) ?? refuse('batch_not_found');
}

/** A batch to be printed. What is scanned leads to the page that keys it in, where this region has an address. */
export async function getBatch(
  ctx: SheetsCtx,
  { formCode, batchId }: { formCode: string; batchId: string },
): Promise<PrintedBatch> {
  const batch = (await findBatch(ctx.db, { formCode, batchId })) ?? refuse('batch_not_found');
  const form = (await findAskedVersion(ctx, { code: formCode, version: batch.version })) ?? refuse('batch_not_found');
  const { address } = ctx.outside;
  const toScan = (code: string) =>
    address === null ? writeSheetCode(code) : `${address}/${batch.locale}/work/sheets/${code}`;
  const sheets = batch.codes.map((code) => ({
    code: writeSheetCode(code),
    qrCode: renderSVG(toScan(code), { border: 0 }),
  }));
  return { ...batch, form, sheets };
}

/** Says how the sheets of a form are keyed from now on; those that wait already go by it too. */
export async function setSheetRule(
  ctx: SheetsCtx,
  { formCode, ...rule }: SheetRule & { formCode: string },
): Promise<SheetRule> {
  if ((await findForm(ctx, formCode)) === undefined) refuse('form_not_found');
  const subject = await saveRule(ctx.db, formCode, { rule, by: byOf(ctx) });
  ctx.emit({ type: 'sheet.rule_set', subject, data: { form: formCode, ...rule } });
  return rule;
}
