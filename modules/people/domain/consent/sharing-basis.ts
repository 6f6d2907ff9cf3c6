import type { Consent, SharingOverride } from '../../contract/index.ts';
import { consentCovers, type Sharing } from './consent-covers.ts';
import { needsAgreement, overrideCovers } from './override-covers.ts';

/** What was said and recorded about sharing somebody's data. A refusal is not among it: it lets nothing pass. */
export type SharingWords = { consents: readonly Consent[]; overrides: readonly SharingOverride[] };

/** By what right a sharing passes, and whether an agreement between the two organisations is needed besides. */
export type SharingBasis = { kind: 'consent' | 'override'; id: string; needsAgreement: boolean };

/** Every basis that lets this sharing pass now, the person's own word first. None: nothing passes. Two never add up to a third. */
export function listBases({ consents, overrides }: SharingWords, sharing: Sharing): SharingBasis[] {
  return [
    ...consents
      .filter((consent) => consentCovers(consent, sharing))
      .map(({ consentId }) => ({ kind: 'consent' as const, id: consentId, needsAgreement: true })),
    ...overrides
      .filter((override) => overrideCovers(override, sharing))
      .map(({ overrideId, basis }) => ({
        kind: 'override' as const,
        id: overrideId,
        needsAgreement: needsAgreement(basis),
      })),
  ];
}
