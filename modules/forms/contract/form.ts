import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

export const QuestionKind = z.enum(['yes_no', 'one', 'several', 'text', 'number', 'date']);
export type QuestionKind = z.infer<typeof QuestionKind>;

export const Choice = z.object({ code: z.string().min(1).max(60), text: LocalizedText });

export const Question = z.object({
  code: z.string().min(1).max(60),
  kind: QuestionKind,
  text: LocalizedText,
  hint: LocalizedText.optional(),
  isRequired: z.boolean().default(false),
  choices: z.array(Choice).default([]),
});
export type Question = z.infer<typeof Question>;

export const Section = z.object({ title: LocalizedText.optional(), questions: z.array(Question).min(1) });

/** A form as data: sections of questions, each in three languages. */
export const FormBody = z.object({ sections: z.array(Section).min(1) });
export type FormBody = z.infer<typeof FormBody>;

export const FormDefinition = z.object({
  code: z.string(),
  version: z.number().int(),
  title: LocalizedText,
  body: FormBody,
});
export type FormDefinition = z.infer<typeof FormDefinition>;

export const Answer = z.union([z.string().max(5000), z.number(), z.boolean(), z.array(z.string().max(60)).max(100)]);
export const Answers = z.record(z.string().max(60), Answer);
export type Answers = z.infer<typeof Answers>;

export const AnswerChannel = z.enum(['self', 'navigator', 'telephone', 'paper']);
export type AnswerChannel = z.infer<typeof AnswerChannel>;

export const FormResponse = z.object({
  responseId: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  answers: Answers,
  channel: AnswerChannel,
  answeredAt: IsoDateTime,
});
