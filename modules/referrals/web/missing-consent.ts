import type { DataCategory } from '@qantara/people/contract';
import { listBases, type SharingWords } from '@qantara/people/domain';

/** What a referral carries; a note is one more thing to have agreed to. */
export function categoriesFor(note: string): DataCategory[] {
  return note.trim() === '' ? ['identity', 'need'] : ['identity', 'need', 'note'];
}

/** Of these partners, those whom no consent in force, and nothing in its place, lets know what would be sent: the server's own rule. */
export function partnersWithoutConsent(
  words: SharingWords,
  partners: readonly string[],
  sharing: { categories: DataCategory[]; at: Date },
): string[] {
  const missing = partners.filter(
    (recipient) => listBases(words, { purpose: 'referral', recipient, ...sharing }).length === 0,
  );
  return [...new Set(missing)];
}
