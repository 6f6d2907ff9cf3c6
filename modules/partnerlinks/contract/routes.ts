import { Locale, route } from '@qantara/kernel';
import { Referral, ReferralId, STEP_REFUSALS } from '@qantara/referrals/contract';
import { z } from 'zod';
import {
  AnswerByLink,
  AnswerForPartner,
  AskByLink,
  AskedOfPartner,
  AskPartner,
  LinkedReferral,
  MadeLink,
  PartnerLinkId,
  ReferralLinks,
  Token,
} from './partner-link.ts';

const ByReferral = z.object({ referralId: ReferralId });

export const partnerlinksRoutes = {
  listLinks: route({
    path: 'GET /referrals/:referralId/links',
    may: 'referral:send',
    input: ByReferral,
    output: ReferralLinks,
    refusals: ['referral_not_found'],
    opens: true,
  }),
  makeLink: route({
    path: 'POST /referrals/:referralId/links',
    may: 'referral:send',
    input: ByReferral.extend({ locale: Locale, isSent: z.boolean().default(false) }),
    output: MadeLink,
    refusals: ['referral_not_found', 'referral_ended', 'link_not_for_class'],
  }),
  revokeLink: route({
    path: 'POST /referrals/:referralId/links/:partnerLinkId/revoke',
    may: 'referral:send',
    input: ByReferral.extend({ partnerLinkId: PartnerLinkId }),
    output: ReferralLinks,
    refusals: ['referral_not_found', 'partner_link_not_found'],
  }),
  answerForPartner: route({
    path: 'POST /referrals/:referralId/answer-for-partner',
    may: 'referral:send',
    input: AnswerForPartner,
    output: Referral,
    refusals: [...STEP_REFUSALS],
  }),
  askPartner: route({
    path: 'POST /referrals/:referralId/questions',
    may: 'referral:send',
    input: AskPartner,
    output: ReferralLinks,
    refusals: ['referral_not_found', 'referral_ended', 'consent_missing'],
  }),
  lookAtLink: route({
    path: 'POST /partner-links/look',
    may: 'anyone',
    input: z.object({ token: Token }),
    output: AskedOfPartner,
    refusals: ['partner_link_not_valid'],
    reads: true,
  }),
  openLink: route({
    path: 'POST /partner-links/open',
    may: 'anyone',
    input: z.object({ token: Token }),
    output: LinkedReferral,
    refusals: ['partner_link_not_valid'],
  }),
  answerByLink: route({
    path: 'POST /partner-links/answer',
    may: 'anyone',
    input: AnswerByLink,
    output: LinkedReferral,
    refusals: ['partner_link_not_valid', ...STEP_REFUSALS],
  }),
  askByLink: route({
    path: 'POST /partner-links/ask',
    may: 'anyone',
    input: AskByLink,
    output: LinkedReferral,
    refusals: ['partner_link_not_valid', 'referral_ended', 'words_back_not_agreed'],
  }),
};
