import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { RecordClass } from '@qantara/people/contract';
import { z } from 'zod';

export const ReferralId = idOf('ReferralId');
export type ReferralId = Id<'ReferralId'>;

/** FHIR TaskStatus without `ready` and `received` (SDOH Clinical Care 3.0.0, TaskForReferralManagement). */
export const ReferralStatus = z.enum([
  'draft',
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
  'entered-in-error',
]);
export type ReferralStatus = z.infer<typeof ReferralStatus>;

/** What somebody does to a referral. */
export const ReferralStep = z.enum([
  'send',
  'accept',
  'reject',
  'start',
  'hold',
  'resume',
  'complete',
  'fail',
  'cancel',
  'void',
]);
export type ReferralStep = z.infer<typeof ReferralStep>;

/** What the partner does, by whichever way; taking a referral back is the affair of whoever sent it. */
export const PartnerStep = ReferralStep.exclude(['send', 'cancel', 'void']);
export type PartnerStep = z.infer<typeof PartnerStep>;

/** What peers add as states are coded reasons here (design rule 1). */
export const ReasonCode = z.enum([
  'at_capacity',
  'not_eligible',
  'outside_area',
  'wrong_service',
  'referred_on',
  'wait_listed',
  'waiting_for_papers',
  'unreachable',
  'did_not_come',
  'declined_by_person',
  'no_longer_needed',
  'duplicate',
  'no_answer',
  'sent_by_mistake',
]);
export type ReasonCode = z.infer<typeof ReasonCode>;

export const OutcomeCode = z.enum(['help_given', 'help_given_in_part', 'enrolled', 'information_given']);
export type OutcomeCode = z.infer<typeof OutcomeCode>;

export const Priority = z.enum(['routine', 'this_week', 'tonight']);
export type Priority = z.infer<typeof Priority>;

export const Confirmation = z.enum(['helped', 'partly_helped', 'not_helped']);
export type Confirmation = z.infer<typeof Confirmation>;

export const Side = z.enum(['requester', 'target', 'person', 'system']);
export type Side = z.infer<typeof Side>;

/** How a step was taken: in the program, by a partner link, or said on the telephone and typed in by the other side. */
export const StepHow = z.enum(['account', 'link', 'telephone']);
export type StepHow = z.infer<typeof StepHow>;

export const Referral = z.object({
  referralId: ReferralId,
  personId: z.uuid(),
  screeningId: z.uuid().nullable(),
  needCode: z.string(),
  /** None while any capable partner may claim it (FHIR Task without an owner). */
  serviceId: z.uuid().nullable(),
  organisationId: z.uuid().nullable(),
  fromOrganisationId: z.uuid(),
  navigatorAccountId: z.uuid(),
  followsReferralId: z.uuid().nullable(),
  partOfReferralId: z.uuid().nullable(),
  depth: z.number().int(),
  status: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  priority: Priority,
  recordClass: RecordClass,
  note: z.string().nullable(),
  outcomeCode: OutcomeCode.nullable(),
  createdAt: IsoDateTime,
  sentAt: IsoDateTime.nullable(),
  dueAt: IsoDateTime.nullable(),
  escalatedAt: IsoDateTime.nullable(),
  answeredAt: IsoDateTime.nullable(),
  endedAt: IsoDateTime.nullable(),
  confirmation: Confirmation.nullable(),
  confirmedAt: IsoDateTime.nullable(),
  version: z.number().int(),
});
export type Referral = z.infer<typeof Referral>;

const note = z.string().trim().max(2000).default('');

export const SendReferrals = z.object({
  personId: z.uuid(),
  screeningId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  needCode: z.string().min(1).max(60),
  /** The one whose place it takes, where that came back to who asked. */
  followsReferralId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  serviceIds: z.array(z.uuid()).min(1).max(10),
  priority: Priority.default('routine'),
  /** Of a record that is ordinary, one need may be for few eyes. */
  recordClass: RecordClass.default('ordinary'),
  note,
});
export type SendReferrals = z.infer<typeof SendReferrals>;

export const TakeStep = z.object({
  referralId: ReferralId,
  version: z.coerce.number().int(),
  reasonCode: z.union([z.literal('').transform(() => null), ReasonCode, z.null()]).default(null),
  outcomeCode: z.union([z.literal('').transform(() => null), OutcomeCode, z.null()]).default(null),
  note,
});
export type TakeStep = z.infer<typeof TakeStep>;
