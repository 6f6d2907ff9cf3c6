import { IsoDateTime, LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { Confirmation, ReasonCode, ReferralId } from './referral.ts';

/** Why help did not come, or not all of it, as a person would say it. */
export const WhyNot = z.enum([
  'never_called',
  'no_place',
  'not_for_me',
  'too_far',
  'had_to_pay',
  'papers_missing',
  'hours_do_not_fit',
  'no_common_language',
  'not_treated_well',
  'not_enough',
  'found_other_help',
  'another_reason',
]);
export type WhyNot = z.infer<typeof WhyNot>;

/** How the help was, from 1, very bad, to 5, very good: said in words, never in stars. */
export const Rating = z.enum(['1', '2', '3', '4', '5']);
export type Rating = z.infer<typeof Rating>;

/** What the person said of the help at one moment. */
export const PersonWord = z.object({
  confirmation: Confirmation,
  rating: Rating.nullable(),
  whyNot: WhyNot.nullable(),
  words: z.string().nullable(),
  at: IsoDateTime,
});
export type PersonWord = z.infer<typeof PersonWord>;

const orNothing = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => null), shape, z.null()]).default(null);

/** What the person adds to their yes or no: all of it as they like. */
export const TellMore = z.object({
  referralId: ReferralId,
  rating: orNothing(Rating),
  whyNot: orNothing(WhyNot),
  words: z.string().trim().max(1000).default(''),
});
export type TellMore = z.output<typeof TellMore>;

/** Why a person takes their request back. */
export const WithdrawReason = ReasonCode.extract(['no_longer_needed', 'declined_by_person']);
export type WithdrawReason = z.infer<typeof WithdrawReason>;

export const WithdrawRequest = z.object({
  /** One thing that was asked; without it the whole request. */
  referralId: orNothing(ReferralId),
  reasonCode: WithdrawReason,
});
export type WithdrawRequest = z.output<typeof WithdrawRequest>;

/** What a person says of one referral of theirs, and what they said before. */
export const OwnWords = z.object({
  referralId: ReferralId,
  needName: LocalizedText,
  organisationName: LocalizedText.nullable(),
  said: z.array(PersonWord),
});
export type OwnWords = z.infer<typeof OwnWords>;

/** The person's word on the help, and their leaving. */
export const personWordRoutes = {
  getMyWords: route({
    path: 'GET /my-request/:referralId/words',
    may: 'request:follow',
    input: z.object({ referralId: ReferralId }),
    output: OwnWords,
    refusals: ['referral_not_found'],
  }),
  tellMore: route({
    path: 'POST /my-request/:referralId/words',
    may: 'request:confirm',
    input: TellMore,
    output: OwnWords,
    refusals: ['referral_not_found', 'not_confirmed_yet', 'rating_without_help', 'reason_with_help'],
  }),
  withdrawRequest: route({
    path: 'POST /my-request/withdraw',
    may: 'request:confirm',
    input: WithdrawRequest,
    output: z.object({ count: z.number().int() }),
    refusals: ['referral_not_found', 'step_not_possible', 'nothing_to_withdraw'],
  }),
};
