import { Locale, route } from '@qantara/kernel';
import { z } from 'zod';
import {
  Batch,
  ByForm,
  Choice,
  Difference,
  KeyedSheet,
  OpenedSheet,
  PrintedBatch,
  Quality,
  SetAside,
  SheetCode,
  SheetRule,
  TypedMarks,
  WaitingSheet,
} from './sheet.ts';
import { FormDefinition } from '@qantara/forms/contract';

const BySheet = z.object({ sheetCode: SheetCode });

export const sheetsRoutes = {
  listBatches: route({
    path: 'GET /forms/:formCode/sheets',
    may: 'sheet:print',
    input: ByForm,
    output: z.object({ form: FormDefinition, batches: z.array(Batch), rule: SheetRule, quality: Quality }),
    refusals: ['form_not_found'],
  }),
  printSheets: route({
    path: 'POST /forms/:formCode/sheets',
    may: 'sheet:print',
    input: ByForm.extend({ howMany: z.coerce.number().int().min(1).max(200), locale: Locale }),
    output: Batch,
    refusals: ['form_not_found'],
  }),
  getBatch: route({
    path: 'GET /forms/:formCode/sheets/:batchId',
    may: 'sheet:print',
    input: ByForm.extend({ batchId: z.uuid() }),
    output: PrintedBatch,
    refusals: ['batch_not_found'],
  }),
  setSheetRule: route({
    path: 'POST /forms/:formCode/sheet-rule',
    may: 'form:write',
    input: ByForm.extend(SheetRule.shape),
    output: SheetRule,
    refusals: ['form_not_found'],
  }),
  listSheetWork: route({
    path: 'GET /sheets',
    may: 'form:answer',
    input: z.object({}),
    output: z.object({ sheets: z.array(WaitingSheet) }),
    refusals: [],
  }),
  openSheet: route({
    path: 'GET /sheets/:sheetCode',
    may: 'form:answer',
    input: BySheet,
    output: OpenedSheet,
    refusals: ['sheet_not_found'],
    opens: true,
  }),
  keySheet: route({
    path: 'POST /sheets/:sheetCode/keyings',
    may: 'form:answer',
    input: BySheet.extend({ personId: z.uuid().nullable().default(null), typed: TypedMarks }),
    output: KeyedSheet,
    refusals: ['sheet_not_found', 'person_not_found', 'sheet_keyed_by_you', 'sheet_done', 'need_not_found'],
  }),
  getDifferences: route({
    path: 'GET /sheets/:sheetCode/differences',
    may: 'form:answer',
    input: BySheet,
    output: z.object({ form: FormDefinition, locale: Locale, differences: z.array(Difference) }),
    refusals: ['sheet_not_found', 'sheet_not_differing', 'third_colleague_needed'],
    opens: true,
  }),
  decideSheet: route({
    path: 'POST /sheets/:sheetCode/decide',
    may: 'form:answer',
    input: BySheet.extend({ choices: z.record(z.string().max(200), Choice), typed: TypedMarks.default({}) }),
    output: KeyedSheet,
    refusals: ['sheet_not_found', 'sheet_not_differing', 'third_colleague_needed', 'need_not_found'],
  }),
  setSheetAside: route({
    path: 'POST /sheets/:sheetCode/set-aside',
    may: 'form:answer',
    input: BySheet.extend({ as: SetAside }),
    output: KeyedSheet,
    refusals: ['sheet_not_found', 'sheet_done'],
  }),
};
