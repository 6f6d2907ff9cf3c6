import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ReasonCode, ReferralId, ReferralStatus } from './referral.ts';

/** In the place of a request (it follows it), or for a part of it (FHIR Task.partOf). */
export const OnwardKind = z.enum(['refer_on', 'split']);
export type OnwardKind = z.infer<typeof OnwardKind>;

/** Why a request did not go on by itself: whoever asked first decides. */
export const OnwardReason = z.enum([
  'consent_missing',
  'agreement_missing',
  'class_missing',
  'too_deep',
  'loop',
  'service_closed',
  'already_there',
]);
export type OnwardReason = z.infer<typeof OnwardReason>;

export const OnwardState = z.enum(['asked', 'sent', 'back', 'decided']);
export type OnwardState = z.infer<typeof OnwardState>;

export const Onward = z.object({
  onwardId: z.uuid(),
  kind: OnwardKind,
  state: OnwardState,
  serviceName: LocalizedText,
  reasonCode: OnwardReason.nullable(),
  nextReferralId: z.uuid().nullable(),
  askedAt: IsoDateTime,
});
export type Onward = z.infer<typeof Onward>;

/** One referral of a chain, as whoever asked first sees it: one story. */
export const ChainLink = z.object({
  referralId: ReferralId,
  kind: OnwardKind.nullable(),
  depth: z.number().int(),
  serviceName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  status: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  sentAt: IsoDateTime.nullable(),
});
export type ChainLink = z.infer<typeof ChainLink>;

/** A service that a request may be passed on to. */
export const OnwardService = z.object({
  serviceId: z.uuid(),
  serviceName: LocalizedText,
  organisationName: LocalizedText,
});
export type OnwardService = z.infer<typeof OnwardService>;

export const PassOn = z.object({
  referralId: ReferralId,
  version: z.coerce.number().int(),
  serviceId: z.uuid(),
  kind: OnwardKind,
});
export type PassOn = z.infer<typeof PassOn>;

/** A request that came back: told to who asked by its mark. */
export const CameBack = z.object({
  referralId: ReferralId,
  onwardId: z.uuid(),
  needName: LocalizedText,
  serviceName: LocalizedText,
  reasonCode: OnwardReason,
  askedAt: IsoDateTime,
});
export type CameBack = z.infer<typeof CameBack>;
