import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { DataCategory, Glass, GlassItem, GlassVerdict, RecordClass } from '@qantara/people/contract';
import { z } from 'zod';
import { AccountName } from './opening.ts';

/** One reason for or against, in the order in which the program asks. */
export const AccessStep = z.enum([
  'account_is_open',
  'role_reads_people',
  'record_is_there',
  'looks_after',
  'own',
  'intake',
  'territory',
  'shared',
  'glass',
  'no_way',
  'is_over',
  'class_not_held',
  'purpose_not_held',
  'agreement',
  'answers_referrals',
]);
export type AccessStep = z.infer<typeof AccessStep>;

export const AccessReason = z.object({
  step: AccessStep,
  holds: z.boolean(),
  recordClass: RecordClass.nullable(),
  until: IsoDateTime.nullable(),
});
export type AccessReason = z.infer<typeof AccessReason>;

/** Whether an account sees one person's record, and why: nothing of what the record says. */
export const AccessExplanation = z.object({
  personId: z.uuid(),
  /** Opens the record: by its own page, within a referral alone, within an emergency alone, or not at all. */
  opens: z.enum(['record', 'referral', 'emergency', 'nothing']),
  writes: z.boolean(),
  fields: z.array(z.object({ category: DataCategory, sees: z.boolean() })),
  reasons: z.array(AccessReason),
  stewardName: LocalizedText.nullable(),
});
export type AccessExplanation = z.infer<typeof AccessExplanation>;

/** What one account comes to, as the program sees it at this moment. */
export const AccessView = z.object({
  account: AccountName,
  classes: z.array(RecordClass),
  reached: z.array(z.object({ way: z.string(), recordClass: RecordClass, people: z.number().int() })),
  explanation: AccessExplanation.nullable(),
});
export type AccessView = z.infer<typeof AccessView>;

export const GlassReviews = z.object({ items: z.array(GlassItem), now: IsoDateTime });
export type GlassReviews = z.infer<typeof GlassReviews>;

export { Glass, GlassItem, GlassVerdict };
