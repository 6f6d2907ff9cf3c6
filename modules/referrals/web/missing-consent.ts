import type { Consent, DataCategory } from '@qantara/people/contract';
import { findCover } from '@qantara/people/domain';

/** What a referral carries; a note is one more thing to have agreed to. */
export function categoriesFor(note: string): DataCategory[] {
  return note.trim() === '' ? ['identity', 'need'] : ['identity', 'need', 'note'];
}

/** Of these partners, those whom no consent in force lets know what would be sent: the same rule as the server's. */
export function partnersWithoutConsent(
  consents: readonly Consent[],
  partners: readonly string[],
  sharing: { categories: DataCategory[]; at: Date },
): string[] {
  const missing = partners.filter(
    (recipient) => findCover(consents, { purpose: 'referral', recipient, ...sharing }) === undefined,
  );
  return [...new Set(missing)];
}
