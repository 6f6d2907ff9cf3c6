import { idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import {
  OutcomeCode,
  PartnerStep,
  Priority,
  ReasonCode,
  ReferralId,
  ReferralStatus,
  ReferredPerson,
  Side,
} from '@qantara/referrals/contract';
import { z } from 'zod';

export const PartnerLinkId = idOf('PartnerLinkId');
export type PartnerLinkId = Id<'PartnerLinkId'>;

/** Where a link stands now. */
export const LinkState = z.enum(['valid', 'revoked', 'expired']);
export type LinkState = z.infer<typeof LinkState>;

/** A link as those who sent the referral see it: never its address, which is shown once. */
export const PartnerLink = z.object({
  partnerLinkId: PartnerLinkId,
  /** What stands in the message, to be read out over the telephone. */
  mark: z.string(),
  /** Whether it was sent to the organisation, by the way that it prefers; else it was handed over. */
  isSent: z.boolean(),
  state: LinkState,
  locale: Locale,
  madeAt: IsoDateTime,
  expiresAt: IsoDateTime,
  openedCount: z.number().int(),
  openedAt: IsoDateTime.nullable(),
});
export type PartnerLink = z.infer<typeof PartnerLink>;

export const MadeLink = z.object({
  partnerLinkId: PartnerLinkId,
  link: z.string(),
  qrCode: z.string(),
  expiresAt: IsoDateTime,
  isSent: z.boolean(),
});
export type MadeLink = z.infer<typeof MadeLink>;

/** What the two organisations asked each other. */
export const Question = z.object({ side: Side.exclude(['person', 'system']), words: z.string(), askedAt: IsoDateTime });
export type Question = z.infer<typeof Question>;

export const ReferralLinks = z.object({
  links: z.array(PartnerLink),
  questions: z.array(Question),
  /** The steps that the partner could take now, to be typed in for them. */
  partnerMay: z.array(PartnerStep),
  version: z.number().int(),
});

/** What a partner reads and may do before the link is opened: nothing by which somebody could be recognised. */
export const AskedOfPartner = z.object({
  mark: z.string(),
  locale: Locale,
  needName: LocalizedText,
  serviceName: LocalizedText,
  organisationName: LocalizedText,
  fromOrganisationName: LocalizedText,
  priority: Priority,
  status: ReferralStatus,
  dueAt: IsoDateTime.nullable(),
  version: z.number().int(),
  may: z.array(PartnerStep),
  /** How many questions and answers there are to read. */
  questionCount: z.number().int(),
});
export type AskedOfPartner = z.infer<typeof AskedOfPartner>;

/** What they read once it is opened; who it is for only after they have said yes and until it is over, as far as consent goes. */
export const LinkedReferral = AskedOfPartner.extend({
  person: ReferredPerson.nullable(),
  note: z.string().nullable(),
  questions: z.array(Question),
});
export type LinkedReferral = z.infer<typeof LinkedReferral>;

const optional = <T extends z.ZodType>(shape: T) =>
  z.union([z.literal('').transform(() => null), shape, z.null()]).default(null);
const words = z.string().trim().max(2000);

/** A partner's step; what it must name is judged by the lifecycle. */
const Step = z.object({
  step: PartnerStep,
  version: z.coerce.number().int(),
  reasonCode: optional(ReasonCode),
  outcomeCode: optional(OutcomeCode),
  note: words.default(''),
});

export const Token = z.string().min(20).max(80);
export const AnswerByLink = Step.extend({ token: Token });
export type AnswerByLink = z.infer<typeof AnswerByLink>;
export const AnswerForPartner = Step.extend({ referralId: ReferralId });
export type AnswerForPartner = z.infer<typeof AnswerForPartner>;
export const AskByLink = z.object({ token: Token, words: words.min(1) });
export const AskPartner = z.object({ referralId: ReferralId, words: words.min(1) });
