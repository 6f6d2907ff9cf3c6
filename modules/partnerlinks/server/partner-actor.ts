import type { Actor } from '@qantara/kernel';

/** What an organisation that was asked may do with one referral, whether or not it has accounts here. */
const ANSWERS = ['referral:read', 'referral:answer', 'scope:organisation', 'field:contact', 'field:need', 'field:note'];

/** The organisation that was asked, as whoever holds its link or says its word on the telephone stands for it. */
export function partnerActor(given: {
  organisationId: string;
  accountId: string | null;
  by: 'link' | 'telephone';
}): Actor {
  return {
    kind: 'account',
    accountId: given.accountId,
    organisationId: given.organisationId,
    personId: null,
    role: null,
    permissions: new Set([...ANSWERS, 'purpose:referral']),
    by: given.by,
  };
}
