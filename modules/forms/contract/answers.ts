import { IsoDateTime } from '@qantara/kernel';
import { z } from 'zod';
import { AnswerChannel } from './form.ts';

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

export const FormResponse = z.object({
  responseId: z.uuid(),
  code: z.string(),
  version: z.number().int(),
  answers: Answers,
  channel: AnswerChannel,
  answeredAt: IsoDateTime,
});
