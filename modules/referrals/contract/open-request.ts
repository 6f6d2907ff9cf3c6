import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Priority, ReasonCode, ReferralId, SendReferrals } from './referral.ts';

/** What a partner may know of an open request before it claims it: nothing about who it is. */
export const OpenRequest = z.object({
  referralId: ReferralId,
  serviceId: z.uuid(),
  serviceName: LocalizedText,
  needName: LocalizedText,
  fromOrganisationName: LocalizedText,
  /** The town, never nearer. */
  areaName: LocalizedText.nullable(),
  priority: Priority,
  languages: z.array(z.string()),
  offeredAt: IsoDateTime,
});
export type OpenRequest = z.infer<typeof OpenRequest>;

export const SendOpen = SendReferrals.omit({ serviceIds: true, followsReferralId: true });
export type SendOpen = z.infer<typeof SendOpen>;

export const TurnOpen = z.object({ referralId: ReferralId, version: z.coerce.number().int() });
export type TurnOpen = z.infer<typeof TurnOpen>;

export const ClaimRequest = z.object({ referralId: ReferralId, serviceId: z.uuid() });
export type ClaimRequest = z.infer<typeof ClaimRequest>;

/** Why a partner leaves an open request to the others. */
export const PassReason = ReasonCode.extract(['at_capacity', 'not_eligible', 'outside_area', 'wrong_service']);
export const PassRequest = ClaimRequest.extend({ reasonCode: PassReason });
export type PassRequest = z.infer<typeof PassRequest>;
