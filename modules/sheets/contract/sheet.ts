import { FormDefinition, FormName } from '@qantara/forms/contract';
import { IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** Printed, keyed once, keyed twice with differences, accepted as a response; or never to be keyed. */
export const SheetState = z.enum(['printed', 'keyed', 'differing', 'accepted', 'lost', 'spoiled']);
export type SheetState = z.infer<typeof SheetState>;

/** Whether a second colleague reads each sheet again. */
export const Keying = z.enum(['once', 'twice']);
export type Keying = z.infer<typeof Keying>;

/** Who decides where two keyings differ: only somebody who keyed neither, or also one of the two. */
export const DecidedBy = z.enum(['third', 'either']);
export type DecidedBy = z.infer<typeof DecidedBy>;

/** Why a sheet will never be keyed. */
export const SetAside = z.enum(['lost', 'spoiled']);
export type SetAside = z.infer<typeof SetAside>;

export const SheetRule = z.object({ keying: Keying, decidedBy: DecidedBy });
export type SheetRule = z.infer<typeof SheetRule>;

/** A code as somebody types it: spaces, dashes and small letters are no fault; `readSheetCode` says what is. */
export const SheetCode = z.string().trim().min(1).max(40);

/** What was typed for each field of a sheet, by the field's path. */
export const TypedMarks = z.record(z.string().max(200), z.string().max(20_000));
export type TypedMarks = z.infer<typeof TypedMarks>;

export const Batch = z.object({
  batchId: z.uuid(),
  version: z.number().int(),
  locale: Locale,
  howMany: z.number().int(),
  printedAt: IsoDateTime,
  /** How many of them were accepted, and how many will never be. */
  accepted: z.number().int(),
  setAside: z.number().int(),
});
export type Batch = z.infer<typeof Batch>;

/** How often two colleagues read the same sheets differently: answers keyed twice, and those that differed. */
export const Quality = z.object({ sheets: z.number().int(), compared: z.number().int(), differed: z.number().int() });
export type Quality = z.infer<typeof Quality>;

/** Sheets of one version, to be printed: each with its code, as text and to scan. */
export const PrintedBatch = Batch.extend({
  form: FormDefinition,
  sheets: z.array(z.object({ code: z.string(), qrCode: z.string() })),
});
export type PrintedBatch = z.infer<typeof PrintedBatch>;

/** A sheet as whoever keys it sees it: the questions, and nothing of what another keyed. */
export const OpenedSheet = z.object({
  code: z.string(),
  state: SheetState,
  form: FormDefinition,
  locale: Locale,
  /** Which keying comes next; null where none does. */
  turn: z.union([z.literal(1), z.literal(2)]).nullable(),
  /** Whose it is; null where it is nobody's yet. */
  personId: z.uuid().nullable(),
  /** The first keying was this colleague's: another keys it again. */
  isOwnKeying: z.boolean(),
  /** This colleague may decide where the two differ. */
  mayDecide: z.boolean(),
});
export type OpenedSheet = z.infer<typeof OpenedSheet>;

/** What waits: for a second colleague, or for a decision. No answer stands here. */
export const WaitingSheet = z.object({
  code: z.string(),
  state: SheetState,
  title: LocalizedText,
  /** When it was last keyed. */
  changedAt: IsoDateTime,
  isDanger: z.boolean(),
  isOwnKeying: z.boolean(),
  mayDecide: z.boolean(),
});
export type WaitingSheet = z.infer<typeof WaitingSheet>;

/** One field that two colleagues read differently. */
export const Difference = z.object({ field: z.string(), first: z.string().nullable(), second: z.string().nullable() });
export type Difference = z.infer<typeof Difference>;

export const Choice = z.enum(['first', 'second', 'other']);
export type Choice = z.infer<typeof Choice>;

/** What a keying led to. */
export const KeyedSheet = z.object({
  code: z.string(),
  state: SheetState,
  personId: z.uuid().nullable(),
  responseId: z.uuid().nullable(),
  isDanger: z.boolean(),
});
export type KeyedSheet = z.infer<typeof KeyedSheet>;

export const ByForm = z.object({ formCode: z.union([FormName, z.string().min(1).max(60)]) });
