import { z } from 'zod';
import { ReferralId } from './referral.ts';

/** Why somebody else looks after it now. */
export const HandOverReason = z.enum(['absence', 'leaving', 'account_closed', 'workload']);
export type HandOverReason = z.infer<typeof HandOverReason>;

export const Colleague = z.object({
  accountId: z.uuid(),
  displayName: z.string(),
  isClosed: z.boolean(),
  /** How many referrals that are not ended they look after, as far as the reader may know of them. */
  open: z.number().int(),
});
export type Colleague = z.infer<typeof Colleague>;

export const HandOver = z.object({
  fromAccountId: z.uuid(),
  toAccountId: z.uuid(),
  /** One of them; all that are open where none is named. */
  referralId: z.union([z.literal('').transform(() => null), ReferralId, z.null()]).default(null),
  reasonCode: HandOverReason,
});
export type HandOver = z.infer<typeof HandOver>;
