import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** How a question is asked; `note` asks nothing and `calculated` is worked out. */
export const QuestionKind = z.enum([
  'yes_no',
  'one',
  'several',
  'rank',
  'scale',
  'matrix',
  'text',
  'long_text',
  'number',
  'date',
  'place',
  'file',
  'photo',
  'signature',
  'consent',
  'group',
  'note',
  'calculated',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** What a question, a choice or a form is called elsewhere: `http://loinc.org`, `88122-7`. */
export const Term = z.object({ system: z.string().min(1).max(200), code: z.string().min(1).max(100) });
export type Term = z.infer<typeof Term>;

/** A name inside a form: what an XLSForm and a FHIR linkId can carry too. */
export const FormName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

/** A formula in the syntax of XLSForm: `${age} >= 18 and selected(${needs}, 'food')`. Read by `readExpression`. */
const Formula = z.string().trim().min(1).max(2000);

export const Choice = z.object({
  code: z.string().min(1).max(60),
  text: LocalizedText,
  /** "None of these": it cannot stand beside another choice. */
  isExclusive: z.boolean().optional(),
  terms: z.array(Term).max(10).optional(),
});
export type Choice = z.infer<typeof Choice>;

/** What must hold of an answer besides its kind, and what somebody reads where it does not. */
export const Check = z.object({ formula: Formula, message: LocalizedText });
export type Check = z.infer<typeof Check>;

const asked = {
  code: FormName,
  kind: QuestionKind,
  /** May name earlier answers: `${first_name}`. */
  text: LocalizedText,
  hint: LocalizedText.optional(),
  isRequired: z.boolean().default(false),
  /** Of one, several and rank; of a matrix, its columns. */
  choices: z.array(Choice).max(300).default([]),
  /** Of a matrix. */
  rows: z
    .array(z.object({ code: FormName, text: LocalizedText }))
    .max(60)
    .optional(),
  /** Least and most: of a number or a scale its value, of several and of a group how many. */
  least: z.number().optional(),
  most: z.number().optional(),
  /** Of a number: how many digits after the point; none where it is left out. */
  decimals: z.number().int().min(0).max(6).optional(),
  /** What the two ends of a scale mean. */
  ends: z.object({ least: LocalizedText, most: LocalizedText }).optional(),
  /** When it is asked; always where it is left out. */
  isAskedWhen: Formula.optional(),
  checks: z.array(Check).max(10).optional(),
  /** Of a calculated one. */
  calculation: Formula.optional(),
  /** What this question was called in the version before: answers to it are carried over. */
  formerly: FormName.optional(),
  terms: z.array(Term).max(10).optional(),
};

/** A question inside a group; groups do not stand in groups. */
export const GroupedQuestion = z.object({ ...asked, kind: QuestionKind.exclude(['group']) });

export const Question = z.object({
  ...asked,
  /** Of a group: what is asked for each entry, of each member of a household for instance. */
  questions: z.array(GroupedQuestion).max(60).optional(),
});
export type Question = z.infer<typeof Question>;

export const Section = z.object({
  title: LocalizedText.optional(),
  isAskedWhen: Formula.optional(),
  questions: z.array(Question).max(200),
});
export type Section = z.infer<typeof Section>;

/** From which answers a need follows, and whether help is wanted: need and want are two questions (design rule 2). */
export const FindingRule = z.object({
  needCode: z.string().min(1).max(60),
  hasNeedWhen: Formula,
  /** Left out where the form does not ask: then whoever looks at it asks the person. */
  wantsHelpWhen: Formula.optional(),
  /** Somebody should look at once. */
  isDangerWhen: Formula.optional(),
});
export type FindingRule = z.infer<typeof FindingRule>;

/** What came in with a form and could not be carried: somebody decides about it before the form is published. */
export const Undecided = z.object({
  /** Of `ExchangeCode`. */
  code: z.string().max(60),
  question: z.string().max(60).nullable(),
  word: z.string().max(300).nullable(),
});
export type Undecided = z.infer<typeof Undecided>;

/** A form as data: sections of questions, each in three languages. */
export const FormBody = z.object({
  sections: z.array(Section).min(1).max(60),
  /** What follows from the answers, for a screening. */
  findings: z.array(FindingRule).max(60).optional(),
  terms: z.array(Term).max(10).optional(),
  undecided: z.array(Undecided).max(500).optional(),
});
export type FormBody = z.infer<typeof FormBody>;

export const FormDefinition = z.object({
  code: z.string(),
  version: z.number().int(),
  title: LocalizedText,
  body: FormBody,
});
export type FormDefinition = z.infer<typeof FormDefinition>;

export const AnswerChannel = z.enum(['self', 'widget', 'navigator', 'telephone', 'paper']);
export type AnswerChannel = z.infer<typeof AnswerChannel>;
