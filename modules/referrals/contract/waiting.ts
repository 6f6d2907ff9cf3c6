import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Priority, ReferralId } from './referral.ts';

export const WaitState = z.enum(['waiting', 'offered', 'accepted', 'declined', 'expired', 'left']);
export type WaitState = z.infer<typeof WaitState>;

/** Why somebody was moved forward. */
export const MoveReason = z.enum(['risk_rose', 'waited_too_long', 'entered_wrongly']);
export type MoveReason = z.infer<typeof MoveReason>;

/** Why somebody is on a list no more. */
export const LeaveReason = z.enum(['helped', 'referral_ended', 'own_wish', 'helped_elsewhere', 'consent_ended']);
export type LeaveReason = z.infer<typeof LeaveReason>;

export const WaitEntry = z.object({
  referralId: ReferralId,
  /** Nobody's, where no consent lets the partner know it any more. */
  personName: z.string().nullable(),
  priority: Priority,
  state: WaitState,
  joinedAt: IsoDateTime,
  expiresAt: IsoDateTime.nullable(),
});
export type WaitEntry = z.infer<typeof WaitEntry>;

export const WaitList = z.object({
  serviceId: z.uuid(),
  serviceName: LocalizedText,
  tellsNumber: z.boolean(),
  entries: z.array(WaitEntry),
});
export type WaitList = z.infer<typeof WaitList>;

export const ListedWaitList = z.object({ serviceId: z.uuid(), serviceName: LocalizedText, count: z.number().int() });
export type ListedWaitList = z.infer<typeof ListedWaitList>;

const ofService = z.object({ serviceId: z.uuid() });
export const OfferPlace = ofService;
export const SaveWaitRule = ofService.extend({ tellsNumber: z.boolean().default(false) });
export const MoveEntry = ofService.extend({ referralId: ReferralId, reasonCode: MoveReason });
export type MoveEntry = z.infer<typeof MoveEntry>;

export const OfferAnswer = z.enum(['accept', 'decline']);
export const AnswerOffer = z.object({ referralId: ReferralId, answer: OfferAnswer });
export type AnswerOffer = z.infer<typeof AnswerOffer>;

export const LeaveList = z.object({
  referralId: ReferralId,
  reasonCode: LeaveReason.extract(['own_wish', 'helped_elsewhere']),
});
export type LeaveList = z.infer<typeof LeaveList>;

/** Where somebody stands on a list, for who asked and for themselves. */
export const Waiting = z.object({
  state: WaitState,
  joinedAt: IsoDateTime,
  expiresAt: IsoDateTime.nullable(),
  /** How many come before, for the person alone and only where the service tells it. */
  before: z.number().int().nullable(),
});
export type Waiting = z.infer<typeof Waiting>;
