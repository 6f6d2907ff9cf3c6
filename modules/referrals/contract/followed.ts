import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Waiting } from './waiting.ts';
import { Rating, WhyNot } from './person-word.ts';
import { Confirmation, ReferralId, ReferralStatus } from './referral.ts';

/** A person's own referral, in words for them: no code of ours, no partner's note. */
export const FollowedReferral = z.object({
  referralId: ReferralId,
  needName: LocalizedText,
  /** None while the partners who may help are asked together. */
  serviceName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  status: ReferralStatus,
  sentAt: IsoDateTime,
  answeredAt: IsoDateTime.nullable(),
  endedAt: IsoDateTime.nullable(),
  confirmation: Confirmation.nullable(),
  waiting: Waiting.nullable(),
  mayConfirm: z.boolean(),
  /** What they said besides yes or no. */
  rating: Rating.nullable(),
  whyNot: WhyNot.nullable(),
  /** Whether they may still take it back. */
  mayWithdraw: z.boolean(),
});
export type FollowedReferral = z.infer<typeof FollowedReferral>;

export const FollowedRequest = z.object({
  /** Tells this request from another one of the same browser, and nothing more. */
  mark: z.string(),
  receivedAt: IsoDateTime.nullable(),
  isTaken: z.boolean(),
  /** Whether anything of it is still under way. */
  mayWithdraw: z.boolean(),
  referrals: z.array(FollowedReferral),
});
export type FollowedRequest = z.infer<typeof FollowedRequest>;

export const ConfirmHelp = z.object({ referralId: ReferralId, confirmation: Confirmation });
