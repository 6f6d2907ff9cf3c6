import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { ContactWay } from '@qantara/people/contract';
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

export const Side = z.enum(['requester', 'target', 'person']);
export type Side = z.infer<typeof Side>;

/** How a step was taken: in the program, by a partner link, or said on the telephone and typed in by the other side. */
export const StepHow = z.enum(['account', 'link', 'telephone']);
export type StepHow = z.infer<typeof StepHow>;

export const ReferralEntry = z.object({
  step: z.string(),
  fromStatus: ReferralStatus,
  toStatus: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  note: z.string().nullable(),
  side: Side,
  how: StepHow,
  organisationName: LocalizedText.nullable(),
  at: IsoDateTime,
});

export const Referral = z.object({
  referralId: ReferralId,
  personId: z.uuid(),
  screeningId: z.uuid().nullable(),
  needCode: z.string(),
  serviceId: z.uuid(),
  organisationId: z.uuid(),
  fromOrganisationId: z.uuid(),
  followsReferralId: z.uuid().nullable(),
  status: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  priority: Priority,
  recordClass: RecordClass,
  note: z.string().nullable(),
  outcomeCode: OutcomeCode.nullable(),
  createdAt: IsoDateTime,
  sentAt: IsoDateTime.nullable(),
  dueAt: IsoDateTime.nullable(),
  answeredAt: IsoDateTime.nullable(),
  endedAt: IsoDateTime.nullable(),
  confirmation: Confirmation.nullable(),
  confirmedAt: IsoDateTime.nullable(),
  version: z.number().int(),
});
export type Referral = z.infer<typeof Referral>;

/** What the partner may know of the person, by the consent that covers it; null where it covers less. */
export const ReferredPerson = z.object({
  displayName: z.string().nullable(),
  birthYear: z.number().int().nullable(),
  languages: z.array(z.string()),
  mayContact: z.boolean(),
  /** The ways that the person called safe, each as it stands at this moment. */
  contactPoints: z.array(ContactWay),
});

/** A referral as its page shows it: the record, the names around it, its story, and what this reader may do next. */
export const OpenReferral = z.object({
  referral: Referral,
  needName: LocalizedText,
  serviceName: LocalizedText,
  organisationName: LocalizedText,
  fromOrganisationName: LocalizedText,
  person: ReferredPerson.nullable(),
  history: z.array(ReferralEntry),
  may: z.array(ReferralStep),
});
export type OpenReferral = z.infer<typeof OpenReferral>;

const note = z.string().trim().max(2000).default('');

export const SendReferrals = z.object({
  personId: z.uuid(),
  screeningId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  needCode: z.string().min(1).max(60),
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
