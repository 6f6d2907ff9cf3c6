import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Priority, ReasonCode, ReferralId, ReferralStatus } from './referral.ts';

/** What a worklist may be narrowed to. Everything open is the default. */
export const WorklistView = z.enum(['open', 'new', 'due', 'overdue', 'escalated', 'nobodys']);
export type WorklistView = z.infer<typeof WorklistView>;

export const WorklistItem = z.object({
  referralId: ReferralId,
  personId: z.uuid(),
  personName: z.string().nullable(),
  needName: LocalizedText,
  /** None while any capable partner may claim it. */
  serviceName: LocalizedText.nullable(),
  otherOrganisationName: LocalizedText.nullable(),
  status: ReferralStatus,
  reasonCode: ReasonCode.nullable(),
  priority: Priority,
  sentAt: IsoDateTime,
  dueAt: IsoDateTime,
  isOverdue: z.boolean(),
});
export type WorklistItem = z.infer<typeof WorklistItem>;

/** Several referrals are sent in one moment: a place in the list is the moment and which of them. */
const WorklistPlace = z.string().regex(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z~[0-9a-f-]{36}$/);

export const WorklistInput = z.object({
  view: WorklistView.default('open'),
  /** Where the page before ended, `moment~referral`, so that a list of a million is never counted through. */
  before: WorklistPlace.optional(),
});

/** A referral whose consent was taken back: told to who received it by its mark, without a name. */
export const WithdrawnReferral = z.object({
  referralId: ReferralId,
  needName: LocalizedText,
  fromOrganisationName: LocalizedText,
  withdrawnAt: IsoDateTime,
});
export type WithdrawnReferral = z.infer<typeof WithdrawnReferral>;

export const Worklist = z.object({
  items: z.array(WorklistItem),
  counts: z.record(WorklistView.exclude(['open']), z.number().int()),
  /** Of what a partner was sent, in the last weeks. */
  withdrawn: z.array(WithdrawnReferral),
  next: z.string().nullable(),
});
export type Worklist = z.infer<typeof Worklist>;
