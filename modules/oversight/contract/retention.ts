import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

/** A class of records that end together. */
export const RetentionClass = z.enum([
  'request_to_nothing',
  'closed_referral',
  'care_plan',
  'statement',
  'attachment',
  'sheet',
  'ended_consent',
  'past_membership',
  'past_household',
  'emergency',
  'notice',
  'access_code',
  'keyring_request',
  'message',
  'search_gap',
  'suggestion',
  'audit_value',
]);
export type RetentionClass = z.infer<typeof RetentionClass>;

export const RetentionRule = z.object({
  recordClass: RetentionClass,
  months: z.number().int(),
  since: LocalizedText,
  reason: LocalizedText,
  isAboutPeople: z.boolean(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

export const RetentionRun = z.object({
  runId: z.uuid(),
  isTrial: z.boolean(),
  at: IsoDateTime,
  counts: z.array(z.object({ recordClass: RetentionClass, count: z.number().int() })),
});
export type RetentionRun = z.infer<typeof RetentionRun>;

export const HoldId = idOf('HoldId');
export type HoldId = Id<'HoldId'>;

export const LegalHold = z.object({
  holdId: HoldId,
  personId: z.uuid(),
  reason: z.string(),
  setBy: z.string().nullable(),
  setAt: IsoDateTime,
  liftedAt: IsoDateTime.nullable(),
});
export type LegalHold = z.infer<typeof LegalHold>;

export const Retention = z.object({
  rules: z.array(RetentionRule),
  runs: z.array(RetentionRun),
  holds: z.array(LegalHold),
  hasBegun: z.boolean(),
  asked: z
    .object({ assentId: z.uuid(), state: z.string(), askedBy: z.string().nullable(), isOwn: z.boolean() })
    .nullable(),
});
export type Retention = z.infer<typeof Retention>;
