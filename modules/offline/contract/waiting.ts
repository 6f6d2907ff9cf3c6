import { Answers, FormDefinition } from '@qantara/forms/contract';
import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** Answers that were handed over and could not be applied. Nobody is named in the list: a mark tells one person from another. */
export const WaitingAnswers = z.object({
  waitingId: z.uuid(),
  /** Why they could not be applied, as a refusal. */
  code: z.string(),
  formCode: z.string(),
  /** Of the form as it is asked now; null where it is asked no more. */
  title: LocalizedText.nullable(),
  /** Null of somebody new. */
  mark: z.string().nullable(),
  takenAt: IsoDateTime,
  receivedAt: IsoDateTime,
  /** Whether who reads is their author; once an author's account is closed, a colleague decides. */
  isOwn: z.boolean(),
});
export type WaitingAnswers = z.infer<typeof WaitingAnswers>;

/** The same with the answers, and how today's version of the form would take them. */
export const OpenedWaiting = WaitingAnswers.extend({
  personId: z.uuid().nullable(),
  /** Null where they may not be known any more, or gave no name. */
  displayName: z.string().nullable(),
  isReachable: z.boolean(),
  answers: Answers,
  /** The form as it was answered, or as it is asked now; null where there is neither. */
  form: FormDefinition.nullable(),
  /** Codes of answers that today's version would not take. */
  left: z.array(z.string()),
});
export type OpenedWaiting = z.infer<typeof OpenedWaiting>;

/** Whose they are after all: as was said, another person's, or somebody's without a name. */
export const Whose = z.enum(['same', 'other', 'new']);
export type Whose = z.infer<typeof Whose>;

/** What a decision made of them: whole answers, or ones that were begun and lack something that is asked today. */
export const TakenAgain = z.object({
  state: z.enum(['whole', 'partial']),
  personId: z.uuid(),
  responseId: z.uuid(),
  formCode: z.string(),
});
export type TakenAgain = z.infer<typeof TakenAgain>;
