import { IsoDate, IsoDateTime, LocalizedText } from '@qantara/kernel';
import { EntryReason, ReferralId, ReferralStatus, WhyNot } from '@qantara/referrals/contract';
import { z } from 'zod';

/** A referral behind a figure, for who may open it: without the person's name, which the referral itself tells. */
export const FigureRecord = z.object({
  referralId: ReferralId,
  needName: LocalizedText,
  serviceName: LocalizedText.nullable(),
  organisationName: LocalizedText.nullable(),
  status: ReferralStatus,
  sentAt: IsoDateTime,
});
export type FigureRecord = z.infer<typeof FigureRecord>;

/** Why partners said no or could not help, and why people say that help did not come: each out of its own whole. */
export const ReasonMix = z.object({
  period: z.object({ startsOn: IsoDate, endsOn: IsoDate }),
  refused: z.array(z.object({ reasonCode: EntryReason, count: z.number().int() })),
  notHelped: z.array(z.object({ reasonCode: EntryReason, count: z.number().int() })),
  saidWhy: z.array(z.object({ whyNot: WhyNot, count: z.number().int() })),
});
export type ReasonMix = z.infer<typeof ReasonMix>;
