import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { BroughtFrom } from './exchange.ts';
import { FindingRule, FormDefinition, FormName, GroupedQuestion, Question, Section } from './form.ts';

/** What a form is for; it says where the form is offered. */
export const FormPurpose = z.enum(['screening', 'intake', 'survey', 'application', 'inspection']);
export type FormPurpose = z.infer<typeof FormPurpose>;

/** A draft is being written; a published one is asked and locked; a superseded one has a newer version. */
export const FormState = z.enum(['drafted', 'published', 'superseded']);
export type FormState = z.infer<typeof FormState>;

const FieldFault = z.object({
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** One version of a form as whoever writes it sees it. */
export const WrittenForm = FormDefinition.extend({
  formId: z.uuid(),
  purpose: FormPurpose,
  state: FormState,
  /** Goes back with the next change: a stale page is refused. */
  revision: z.number().int(),
  /** How often it was answered. */
  answered: z.number().int(),
  /** What still stands between a draft and its being published. */
  faults: z.array(FieldFault),
  /** Where it came from, and what of it could not be carried; null where it was written here. */
  brought: BroughtFrom.nullable(),
});
export type WrittenForm = z.infer<typeof WrittenForm>;

export const ListedForm = WrittenForm.pick({
  code: true,
  title: true,
  purpose: true,
  state: true,
  version: true,
}).extend({
  answered: z.number().int(),
  changedAt: z.string(),
});
export type ListedForm = z.infer<typeof ListedForm>;

export const NewForm = z.object({ code: FormName, title: LocalizedText, purpose: FormPurpose });
export type NewForm = z.infer<typeof NewForm>;

const at = z.coerce.number().int().min(0).max(1000);

/** Where a question stands: its section, its place there, and inside a group its place in the group. */
export const QuestionPlace = z.object({ section: at, question: at, inner: at.nullable().default(null) });
export type QuestionPlace = z.infer<typeof QuestionPlace>;

const Way = z.enum(['up', 'down']);

/** One change of a draft. A question put where none stands is added at the end. */
export const FormChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('title'), title: LocalizedText }),
  z.object({ kind: z.literal('add_section'), title: LocalizedText }),
  z.object({ kind: z.literal('save_section'), section: at, ...Section.omit({ questions: true }).shape }),
  z.object({ kind: z.literal('move_section'), section: at, way: Way }),
  z.object({ kind: z.literal('remove_section'), section: at }),
  z.object({ kind: z.literal('save_question'), place: QuestionPlace, question: z.union([Question, GroupedQuestion]) }),
  z.object({ kind: z.literal('move_question'), place: QuestionPlace, way: Way }),
  z.object({ kind: z.literal('remove_question'), place: QuestionPlace }),
  z.object({ kind: z.literal('settle'), at }),
  z.object({ kind: z.literal('save_findings'), findings: z.array(FindingRule).max(60) }),
]);
export type FormChange = z.infer<typeof FormChange>;
