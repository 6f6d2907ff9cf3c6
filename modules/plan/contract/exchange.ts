import { idOf, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { MOST_PLAN_FILE } from './document.ts';
import { PlanId, Reach } from './plan.ts';

/** JSON holds a plan whole; a workbook and a zip of CSV hold it as tables, one row for each node. */
export const PlanFileFormat = z.enum(['json', 'xlsx', 'csv']);
export type PlanFileFormat = z.infer<typeof PlanFileFormat>;

export const PlanFile = z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() });
export type PlanFile = z.infer<typeof PlanFile>;

export const PlanImportId = idOf('PlanImportId');
export type PlanImportId = Id<'PlanImportId'>;
export const PlanImportStatus = z.enum(['read', 'written', 'discarded']);

/** The tables of a plan's file, and the file itself where nothing of it could be read. */
export const FilePart = z.enum(['file', 'plan', 'levels', 'nodes', 'targets']);
export type FilePart = z.infer<typeof FilePart>;

/** Why a cell or a row cannot be taken; while there is one, nothing is written. */
export const PlanFault = z.enum([
  'not_a_plan',
  'table_missing',
  'too_many',
  'missing',
  'not_a_day',
  'not_a_number',
  'number_unclear',
  'cells_beyond',
  'told_twice',
  'not_a_choice',
  'not_a_node_number',
  'not_readable',
  'twice',
  'ends_too_soon',
  'level_unknown',
  'level_not_below',
  'parent_unknown',
  'under_itself',
  'progress_of_no_work',
  'node_unknown',
  'tolerance_missing',
]);
export type PlanFault = z.infer<typeof PlanFault>;

/** What is told before writing, and hinders nothing: what is left out or not carried over. */
export const PlanNotice = z.enum(['left_out', 'adoption_of_its_own', 'baseline_withheld', 'details_left_out']);
export type PlanNotice = z.infer<typeof PlanNotice>;

const place = {
  part: FilePart,
  /** The line of a table, or the number of the entry in a list, from 1. */
  at: z.number().int().nullable(),
  field: z.string().nullable(),
  value: z.string().nullable(),
};
export const PlanFinding = z.object({ ...place, code: z.union([PlanFault, PlanNotice]) });
export type PlanFinding = z.infer<typeof PlanFinding>;

/** What a planner decides: which plan it is the next version of, where it stands, and who or what is meant by words not known here. */
export const PlanQuestionKind = z.enum(['previous', 'area', 'above', 'lead', 'indicator', 'served']);
export type PlanQuestionKind = z.infer<typeof PlanQuestionKind>;

/** What stands for leaving something out. */
export const LEFT_OUT = 'none';

export const PlanQuestion = z.object({
  key: z.string(),
  kind: PlanQuestionKind,
  /** As the file says it. */
  said: LocalizedText.nullable(),
  /** How many rows say it. */
  rows: z.number().int(),
  /** What was chosen, or what is plainly meant; null while nobody has said. */
  choice: z.string().nullable(),
});
export type PlanQuestion = z.infer<typeof PlanQuestion>;

export const PlanOption = z.object({ value: z.string(), label: LocalizedText });
export type PlanOption = z.infer<typeof PlanOption>;

export const PlanImport = z.object({
  importId: PlanImportId,
  fileName: z.string(),
  status: PlanImportStatus,
  requestedAt: IsoDateTime,
  endedAt: IsoDateTime.nullable(),
  /** What was made of it. */
  planId: PlanId.nullable(),
});
export type PlanImport = z.infer<typeof PlanImport>;

/** A file as it was read: what is in it, what is wrong with it, and what is to be decided. */
export const PlanImportReport = z.object({
  planImport: PlanImport,
  summary: z
    .object({
      name: LocalizedText,
      reach: Reach,
      levels: z.array(z.object({ name: LocalizedText, nodes: z.number().int() })),
      nodes: z.number().int(),
      targets: z.number().int(),
    })
    .nullable(),
  faults: z.array(PlanFinding),
  notices: z.array(PlanFinding),
  questions: z.array(PlanQuestion),
  options: z.partialRecord(PlanQuestionKind, z.array(PlanOption)),
});
export type PlanImportReport = z.infer<typeof PlanImportReport>;

const SentPlanFile = z.object({
  fileName: z.string().trim().min(1).max(200),
  content: z.base64().max(Math.ceil(MOST_PLAN_FILE * 1.4)),
});
const byImport = z.object({ importId: PlanImportId });
const Choices = byImport.extend({
  choices: z
    .array(z.object({ key: z.string().max(800), value: z.string().max(100).default('') }))
    .max(3000)
    .default([]),
});
export type PlanChoices = z.output<typeof Choices>['choices'];
const file = z.object({ planId: PlanId.optional(), format: PlanFileFormat });
const OF_IMPORT = ['plan_import_not_found', 'plan_import_ended'];

/** Plans as files: out, for everyone what is published, and in, with a report first. */
export const exchangeRoutes = {
  getPlanFile: route({
    path: 'GET /plan/file',
    may: 'plan:read',
    input: file,
    output: PlanFile,
    refusals: ['plan_not_found'],
  }),
  getPublicPlanFile: route({
    path: 'GET /public/plan/file',
    may: 'anyone',
    input: file,
    output: PlanFile,
    refusals: ['plan_not_found'],
  }),
  listPlanImports: route({
    path: 'GET /plan-imports',
    may: 'plan:write',
    input: z.object({}),
    output: z.object({ imports: z.array(PlanImport) }),
    refusals: [],
  }),
  getPlanImport: route({
    path: 'GET /plan-imports/:importId',
    may: 'plan:write',
    input: byImport,
    output: PlanImportReport,
    refusals: ['plan_import_not_found'],
  }),
  readPlanFile: route({
    path: 'POST /plan-imports',
    may: 'plan:write',
    input: z.object({ files: z.array(SentPlanFile).min(1).max(8) }),
    output: PlanImport,
    refusals: ['plan_file_unreadable', 'plan_file_too_large'],
  }),
  choosePlanImport: route({
    path: 'POST /plan-imports/:importId/choices',
    may: 'plan:write',
    input: Choices,
    output: PlanImport,
    refusals: [...OF_IMPORT, 'plan_choice_unknown'],
  }),
  writePlanImport: route({
    path: 'POST /plan-imports/:importId/write',
    may: 'plan:write',
    input: Choices,
    output: PlanImport,
    refusals: [
      ...OF_IMPORT,
      'plan_choice_unknown',
      'plan_import_faulty',
      'plan_import_open',
      'plan_area_not_found',
      'plan_reach_differs',
      'plan_ends_too_soon',
      'plan_above_not_above',
    ],
  }),
  discardPlanImport: route({
    path: 'POST /plan-imports/:importId/discard',
    may: 'plan:write',
    input: byImport,
    output: PlanImport,
    refusals: OF_IMPORT,
  }),
};
