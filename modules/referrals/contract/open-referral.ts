import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { ContactWay } from '@qantara/people/contract';
import { z } from 'zod';
import { ChainLink, Onward, OnwardReason } from './chain.ts';
import { DueWhy } from './deadline.ts';
import { HandOverReason } from './hand-over.ts';
import { LeaveReason, MoveReason, Waiting } from './waiting.ts';
import { PersonWord } from './person-word.ts';
import { ReasonCode, Referral, ReferralStatus, ReferralStep, Side, StepHow } from './referral.ts';

/** Why a step was taken, or why it was handed over, moved or passed on: coded reasons of the story. */
export const EntryReason = z.enum([
  ...ReasonCode.options,
  ...HandOverReason.options,
  ...OnwardReason.options,
  ...MoveReason.options,
  ...LeaveReason.options,
]);
export type EntryReason = z.infer<typeof EntryReason>;

export const ReferralEntry = z.object({
  step: z.string(),
  fromStatus: ReferralStatus,
  toStatus: ReferralStatus,
  reasonCode: EntryReason.nullable(),
  note: z.string().nullable(),
  side: Side,
  how: StepHow,
  organisationName: LocalizedText.nullable(),
  at: IsoDateTime,
});

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
  serviceName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  fromOrganisationName: LocalizedText,
  why: DueWhy.nullable(),
  person: ReferredPerson.nullable(),
  history: z.array(ReferralEntry),
  /** Every referral that this one came from or went on as, for who asked first. */
  chain: z.array(ChainLink),
  onward: z.array(Onward),
  waiting: Waiting.nullable(),
  /** What the person said of the help, the last first: for who asked, and for no partner. */
  said: z.array(PersonWord),
  /** On which side the reader stands. */
  side: Side.extract(['requester', 'target']),
  may: z.array(ReferralStep),
});
export type OpenReferral = z.infer<typeof OpenReferral>;
