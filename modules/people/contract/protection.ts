import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from './person-id.ts';
import { RecordClass } from './record-class.ts';

export const LiftingId = idOf('LiftingId');
export type LiftingId = Id<'LiftingId'>;

/** What a record becomes when its protection is lifted: of another class, or one that others may find. */
export const LiftTo = z.enum([...RecordClass.options, 'findable']);
export type LiftTo = z.infer<typeof LiftTo>;

export const LiftingState = z.enum(['asked', 'agreed', 'refused', 'used', 'expired']);
export type LiftingState = z.infer<typeof LiftingState>;

/** That a protection ends: asked by one, agreed to by another, done by the first, within a day. */
export const Lifting = z.object({
  liftingId: LiftingId,
  to: LiftTo,
  reason: z.string(),
  state: LiftingState,
  askedByName: z.string().nullable(),
  askedAt: IsoDateTime,
  expiresAt: IsoDateTime,
  note: z.string().nullable(),
  isOwn: z.boolean(),
});
export type Lifting = z.infer<typeof Lifting>;

const reason = z.string().trim().min(5).max(1000);

export const ProtectPerson = z.object({ personId: PersonId, recordClass: RecordClass, reason });
export type ProtectPerson = z.infer<typeof ProtectPerson>;

export const AskLifting = z.object({ personId: PersonId, to: LiftTo, reason });
export type AskLifting = z.infer<typeof AskLifting>;

export const AnswerLifting = z.object({
  personId: PersonId,
  liftingId: LiftingId,
  agrees: z.preprocess((value) => value === true || value === 'true', z.boolean()),
  note: z.string().trim().max(500).default(''),
});
export type AnswerLifting = z.infer<typeof AnswerLifting>;

export const Protection = z.object({
  displayName: z.string().nullable(),
  recordClass: RecordClass,
  isRestricted: z.boolean(),
  /** The classes that whoever reads may give it. */
  classes: z.array(RecordClass),
  liftings: z.array(Lifting),
});
export type Protection = z.infer<typeof Protection>;
