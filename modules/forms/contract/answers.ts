import { IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerChannel, FormBody } from './form.ts';

const Scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]);
const List = z.array(z.string().max(60)).max(300);
/** Of a matrix, its rows; of a place, `areaId` or `latitude` and `longitude`. */
const Parts = z.record(z.string().max(60), Scalar);
const Simple = z.union([Scalar, List, Parts]);
export type SimpleAnswer = z.infer<typeof Simple>;

const Entry = z.record(z.string().max(60), Simple);

/** One answer: text, a number, codes, the parts of a matrix or a place, or the entries of a group. */
export const Answer = z.union([Simple, z.array(Entry).max(100)]);
export type Answer = z.infer<typeof Answer>;

export const Answers = z.record(z.string().max(60), Answer);
export type Answers = z.infer<typeof Answers>;

/** Begun and to be gone on with, or given. */
export const ResponseState = z.enum(['partial', 'whole']);
export type ResponseState = z.infer<typeof ResponseState>;

/** That somebody answered a form, without what. */
export const ListedResponse = z.object({
  responseId: z.uuid(),
  personId: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  title: LocalizedText,
  state: ResponseState,
  channel: AnswerChannel,
  answeredAt: IsoDateTime,
});
export type ListedResponse = z.infer<typeof ListedResponse>;

/** What somebody answered, with the version of the form that they answered. */
export const FormResponse = ListedResponse.extend({
  answers: Answers,
  locale: Locale,
  /** Goes back with the next part of a partial one. */
  revision: z.number().int(),
  body: FormBody,
});
export type FormResponse = z.infer<typeof FormResponse>;

/** Answers of one person to one version of a form; a draft may have gaps and is gone on with later. */
export const GiveAnswers = z.object({
  personId: z.uuid(),
  formCode: z.string().min(1).max(60),
  version: z.coerce.number().int(),
  answers: Answers,
  channel: AnswerChannel,
  locale: Locale,
  isDraft: z.boolean().default(false),
  /** The partial one that these answers go on with. */
  responseId: z.uuid().nullable().default(null),
  revision: z.coerce.number().int().default(0),
});
export type GiveAnswers = z.infer<typeof GiveAnswers>;
