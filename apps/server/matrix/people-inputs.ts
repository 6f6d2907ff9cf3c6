import { newId } from '@qantara/kernel';
import type { SmallRegion } from './region.ts';

type Input = Record<string, unknown>;
type People = Record<'personId' | 'consentId' | 'twinId' | 'mergeId', string>;

const PERSON = { displayName: 'Someone', languages: ['en'] };

/** Inputs about people, their names, their consents, and two records that may be one person. */
export function ofPeople(region: SmallRegion, { personId, consentId, twinId, mergeId }: People): Record<string, Input> {
  return {
    'POST /people/search': { name: 'theirs' },
    'POST /people/alike': PERSON,
    'POST /my-record/restrict': { isRestricted: true },
    'POST /people/:personId/names': { personId, kind: 'known_as', words: 'x' },
    'POST /people/:personId/names/:nameId/remove': { personId, nameId: newId() },
    'GET /duplicates': {},
    'POST /duplicates/not-same': { personId, otherPersonId: twinId },
    'GET /merges/preview': { personId, otherPersonId: twinId },
    'POST /merges': { personId, otherPersonId: twinId },
    'GET /merges/:mergeId': { mergeId },
    'POST /merges/:mergeId/confirm': { mergeId },
    'POST /merges/:mergeId/refuse': { mergeId },
    'POST /merges/:mergeId/undo': { mergeId },
    'GET /people/:personId': { personId },
    'POST /people': PERSON,
    'POST /people/:personId': { ...PERSON, personId, version: 1 },
    'POST /people/:personId/consents': {
      personId,
      categories: ['need'],
      recipients: [region.ours.partnerId],
      givenHow: 'spoken',
      locale: 'en',
    },
    'POST /people/:personId/consents/:consentId/withdraw': { personId, consentId },
  };
}
