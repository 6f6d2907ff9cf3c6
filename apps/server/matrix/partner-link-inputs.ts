import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** The routes by which a partner without an account is asked and answers. */
export function ofPartnerLinks({ referralId }: { referralId: string }): Record<string, Input> {
  const token = 'x'.repeat(43);
  const step = { step: 'accept', version: 1 };
  const path = '/referrals/:referralId';
  return {
    [`GET ${path}/links`]: { referralId },
    [`POST ${path}/links`]: { referralId, locale: 'ar' },
    [`POST ${path}/links/:partnerLinkId/revoke`]: { referralId, partnerLinkId: newId() },
    [`POST ${path}/answer-for-partner`]: { referralId, ...step },
    [`POST ${path}/questions`]: { referralId, words: 'Until when?' },
    'POST /partner-links/look': { token },
    'POST /partner-links/open': { token },
    'POST /partner-links/answer': { token, ...step },
    'POST /partner-links/ask': { token, words: 'Until when?' },
  };
}
