import { idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const ImportId = idOf('ImportId');
export type ImportId = Id<'ImportId'>;

export const ImportStatus = z.enum([
  'waiting',
  'mapping',
  'running',
  'checked',
  'done',
  'failed',
  'discarded',
  'expired',
]);
export type ImportStatus = z.infer<typeof ImportStatus>;

/** Why a whole package was not taken in; nothing of it was saved. */
export const ImportFailure = z.enum([
  'import_unreadable',
  'import_format_unknown',
  'import_too_large',
  'import_empty',
  'import_unmapped',
  'import_broken',
]);
export type ImportFailure = z.infer<typeof ImportFailure>;

/** Why one row was not taken in. */
export const RowRefusalCode = z.enum([
  'required',
  'duplicate_id',
  'not_found',
  'parent_refused',
  'not_date',
  'not_time',
  'not_number',
  'out_of_range',
  'not_a_choice',
  'not_email',
  'not_url',
  'too_long',
  'bad_row',
  'bad_file',
  'bad_json',
  'private',
  'contradicted',
]);
export type RowRefusalCode = z.infer<typeof RowRefusalCode>;

/** Whether a whole row was left out, or only one value of it, the row being saved without. */
export const RefusalScope = z.enum(['row', 'value']);
export type RefusalScope = z.infer<typeof RefusalScope>;

/** One refusal: the row's number is the one a spreadsheet shows, the header being row 1. */
export const RowRefusal = z.object({
  file: z.string(),
  row: z.number().int(),
  field: z.string().nullable(),
  code: RowRefusalCode,
  value: z.string().nullable(),
  scope: RefusalScope,
});
export type RowRefusal = z.infer<typeof RowRefusal>;

const counted = z.object({ text: z.string(), count: z.number().int() });

/** What was taken in another way than it stood. */
export const ImportNotes = z.object({
  /** Terms of the source that are no need of ours: kept with the service, not searched by. */
  unmappedTerms: z.array(counted),
  /** Places named as served that are no area of ours: kept as words. */
  unmatchedAreas: z.array(counted),
  /** Columns that have no place here: kept with the record. */
  keptColumns: z.array(counted),
  ignoredFiles: z.array(z.string()),
  /** Found by words and place, not by need: no term of theirs is a need of ours. */
  servicesWithoutNeed: z.number().int(),
  /** Files that were not in UTF-8, and how they were read. */
  encodings: z.array(z.object({ file: z.string(), encoding: z.string() })),
  /** Places that anybody is told, with services that look as if they were for people in danger: a person has to look. */
  maybeConfidential: z
    .array(z.object({ locationId: z.uuid(), place: z.string(), services: z.array(z.string()) }))
    .default([]),
});
export type ImportNotes = z.infer<typeof ImportNotes>;

const outcome = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  ended: z.number().int(),
});

/** By object of HSDS, what became of its records, or would. */
export const ImportCounts = z.object({ organization: outcome, location: outcome, service: outcome });
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ChangeKind = z.enum(['new', 'changed', 'ended']);
export type ChangeKind = z.infer<typeof ChangeKind>;

/** What an import changes of one record, or would; of a confidential location only that it does. */
export const ImportChange = z.object({
  object: z.enum(['organization', 'location', 'service']),
  recordId: z.uuid(),
  name: LocalizedText.nullable(),
  change: ChangeKind,
  fields: z.array(z.object({ object: z.string(), field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type ImportChange = z.infer<typeof ImportChange>;

export const ServiceImport = z.object({
  importId: ImportId,
  source: z.string(),
  fileName: z.string(),
  /** `HSDS 3.1`, `HSDS 1.1`; null until it was read. */
  format: z.string().nullable(),
  language: Locale.nullable(),
  status: ImportStatus,
  /** Whether it stops after the check, so that a person sees the changes first. */
  isTrial: z.boolean(),
  counts: ImportCounts.nullable(),
  failure: ImportFailure.nullable(),
  rowsRead: z.number().int(),
  rowsTotal: z.number().int().nullable(),
  rowsRefused: z.number().int(),
  valuesRefused: z.number().int(),
  organisationsSaved: z.number().int(),
  servicesSaved: z.number().int(),
  locationsSaved: z.number().int(),
  servicesEnded: z.number().int(),
  notes: ImportNotes.nullable(),
  requestedAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
});
export type ServiceImport = z.infer<typeof ServiceImport>;

/** 30 MB of zip, as base64. */
const MOST_CONTENT = 40_000_000;

export const NewImport = z.object({
  fileName: z.string().trim().min(1).max(200),
  source: z.string().trim().min(1).max(100),
  /** The language of its texts; left out, it is the one that the package says it is in. */
  language: z.preprocess((value) => (value === '' ? undefined : value), Locale.optional()),
  /** Whether a person sees what would change before it is written. */
  isTrial: z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean()),
  content: z.base64().min(1).max(MOST_CONTENT),
});
export type NewImport = z.infer<typeof NewImport>;
