import { newId } from '@qantara/kernel';
import type { SmallRegion } from './region.ts';

type Input = Record<string, unknown>;
type People = Record<
  'personId' | 'consentId' | 'twinId' | 'mergeId' | 'glassId' | 'overrideId' | 'correctionId',
  string
>;

const PERSON = { displayName: 'Someone', languages: ['en'] };

const REASON = 'A reason that is long enough';

const ORIGIN = 'https://sabil.example';

/** Inputs about texts, refusals, receipts, sharing without consent, and corrections that somebody asked for. */
function ofConsents(region: SmallRegion, ids: People): Record<string, Input> {
  const { personId, consentId, overrideId, correctionId } = ids;
  const asked = { categories: ['need'], recipients: [region.ours.partnerId] };
  const said = { ...asked, givenHow: 'spoken', locale: 'en', textNumber: 1, purpose: 'follow_up' };
  const wrong = { field: 'name', whatIsWrong: 'spelling', whatIsRight: 'Someone' };
  const words = { ar: 'x', fr: 'x', en: 'x' };
  const override = { basis: 'court_order', reason: 'A decision of a court', telling: 'tell' };
  return {
    'POST /people/:personId/consent-refusals': { ...said, personId },
    'GET /consent-texts': {},
    'GET /public/consent-texts': {},
    'GET /public/consent-texts/:purpose/:number': { purpose: 'referral', number: 1 },
    'POST /consent-texts/:purpose': { purpose: 'follow_up', version: 99, words },
    'POST /consent-texts/:purpose/:number/publish': { purpose: 'follow_up', number: 99, version: 1 },
    'POST /people-settings': { ageOfMajority: 18 },
    'POST /people/:personId/consents/:consentId/receipt': {
      personId,
      consentId,
      form: 'discreet',
      locale: 'en',
      origin: ORIGIN,
    },
    'POST /receipts/open': { token: 'x'.repeat(43) },
    'POST /people/:personId/overrides': { ...asked, ...override, personId },
    'POST /people/:personId/overrides/:overrideId/end': { personId, overrideId },
    'POST /my-record/corrections': wrong,
    'GET /corrections': {},
    'POST /people/:personId/corrections/:correctionId/accept': { personId, correctionId },
    'POST /people/:personId/corrections/:correctionId/decline': { personId, correctionId, declineReason: 'It is so' },
  };
}

function ofProtection({ personId, glassId }: People): Record<string, Input> {
  const lift = 'POST /people/:personId/protection/lift';
  const liftingId = newId();
  return {
    'GET /emergencies': {},
    'GET /emergencies/count': {},
    'POST /emergencies': { name: 'Nobody Atall', birthYear: 1984, reasonCode: 'medical', reason: REASON },
    'GET /emergencies/:glassId': { glassId },
    'POST /emergencies/:glassId/close': { glassId },
    'GET /people/:personId/protection': { personId },
    'POST /people/:personId/protection': { personId, recordClass: 'ordinary', reason: REASON },
    'GET /people/:personId/keepers': { personId },
    'POST /people/:personId/keepers': { personId, circleId: liftingId },
    'POST /people/:personId/keepers/:circleId/end': { personId, circleId: liftingId },
    [lift]: { personId, to: 'findable', reason: REASON },
    [`${lift}/:liftingId`]: { personId, liftingId },
    [`${lift}/:liftingId/answer`]: { personId, liftingId, agrees: true },
  };
}

/** Inputs about people, their names, their consents, and two records that may be one person. */
export function ofPeople(region: SmallRegion, ids: People): Record<string, Input> {
  const { personId, consentId, twinId, mergeId } = ids;
  return {
    ...ofProtection(ids),
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
      textNumber: 1,
    },
    'POST /people/:personId/consents/:consentId/withdraw': { personId, consentId },
    ...ofConsents(region, ids),
  };
}
