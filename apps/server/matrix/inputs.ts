import { newId } from '@qantara/kernel';
import { ofDisclosure, ofExchange } from './disclosure-inputs.ts';
import { ofAgreements } from './agreement-inputs.ts';
import { ofAttachments } from './attachment-inputs.ts';
import { OF_CREDENTIALS } from './credential-inputs.ts';
import { ofEmbeds } from './embed-inputs.ts';
import { ANSWERS, ofForms } from './form-inputs.ts';
import { ofGovernance } from './governance-inputs.ts';
import { ofGroups } from './group-inputs.ts';
import { ofCuration, ofHand } from './librarian-inputs.ts';
import { ofNotices } from './notice-inputs.ts';
import { ofMeasures } from './measure-inputs.ts';
import { ofOwnWords } from './own-word-inputs.ts';
import { ofPartnerLinks } from './partner-link-inputs.ts';
import { ofPlans } from './plan-inputs.ts';
import { ofObservatory } from './published/observatory-inputs.ts';
import { ofPolicies } from './published/policy-inputs.ts';
import { ofOversight } from './oversight-inputs.ts';
import { ofRoles } from './role-inputs.ts';
import { ofPeople } from './people-inputs.ts';
import { ofSheets } from './sheet-inputs.ts';
import { ofShortlists } from './shortlist-inputs.ts';
import { ofOffline } from './offline-inputs.ts';
import type { SmallRegion } from './region.ts';

type Input = Record<string, unknown>;

const IDS = [
  'personId',
  'screeningId',
  'consentId',
  'referralId',
  'serviceId',
  'partnerId',
  'shortlistId',
  'twinId',
  'mergeId',
  'glassId',
  'agreementId',
  'overrideId',
  'correctionId',
  'householdId',
  'householdMembershipId',
  'cohortId',
  'cohortMembershipId',
  'responseId',
  'sheetCode',
  'attachmentId',
] as const;

/** Identifiers of one camp's records, or of none that exists. */
export type Ids = Record<(typeof IDS)[number], string>;

export function idsOfNothing(): Ids {
  return Object.fromEntries(IDS.map((name): [string, string] => [name, newId()])) as Ids;
}

const STEP = { version: 1, reasonCode: '', outcomeCode: '', note: '' };
/** What a side does to a referral. */
export const STEPS = ['accept', 'reject', 'start', 'hold', 'resume', 'complete', 'fail', 'cancel', 'void'];

const ACCOUNT = {
  email: 'new@example.org',
  displayName: 'New',
  role: 'planner',
  locale: 'en',
};

function ofOwnFile({ consentId }: Ids): Record<string, Input> {
  return { 'GET /my-file': {}, 'POST /my-file/consents/:consentId/withdraw': { consentId } };
}

function ofHouse({ partnerId }: Ids): Record<string, Input> {
  return {
    'POST /sign-in': { email: 'nobody@example.org', password: 'wrong' },
    'GET /second-factor': {},
    'POST /second-factor': { code: '000000' },
    'POST /sign-out': {},
    'POST /codes/open': { accessCode: '0000-0000-0000' },
    'GET /me': {},
    'GET /setup': {},
    'POST /setup': { ...ACCOUNT, password: 'quiet herons cross', setupCode: 'x' },
    'GET /accounts': {},
    'POST /accounts': ACCOUNT,
    'POST /accounts/:accountId/disable': { accountId: newId() },
    ...OF_CREDENTIALS,
    ...ofRoles(partnerId),
    'GET /areas': {},
    'GET /areas/map': {},
    'GET /calendar': {},
    'POST /calendar/week': { areaId: newId(), workingDays: [1], opensAt: '08:00', closesAt: '16:00' },
    'POST /calendar/week/remove': { areaId: newId() },
    'POST /calendar/holidays': { areaId: newId(), onDay: '2026-05-01', name: { en: 'Feast' } },
    'POST /calendar/holidays/remove': { areaId: newId(), onDay: '2026-05-01' },
    'GET /organisations': {},
    'GET /organisations/:organisationId': { organisationId: partnerId },
  };
}

function ofServices({ serviceId, screeningId, personId }: Ids): Record<string, Input> {
  return {
    'GET /needs': {},
    'GET /services': { words: 'help' },
    'GET /services/matching': { needCode: 'food' },
    'GET /services/booklet': { needCode: 'food' },
    'GET /services/gaps': {},
    'GET /alerts': {},
    'GET /services/:serviceId': { serviceId },
    'POST /imports': { fileName: 'a.zip', source: 'test', content: 'AAAA' },
    'GET /imports': {},
    'GET /imports/:importId': { importId: newId() },
    'GET /imports/:importId/refusals': { importId: newId() },
    'GET /imports/:importId/changes': { importId: newId() },
    'GET /imports/:importId/mapping': { importId: newId() },
    'POST /imports/:importId/mapping': {
      importId: newId(),
      tables: [{ table: 'a.csv', rows: 'service', columns: [{ column: 'Name', target: 'service.name' }] }],
    },
    'GET /sources': {},
    'POST /sources/move': { source: 'nobody', direction: 'up' },
    'GET /sources/conflicts': {},
    'POST /sources/conflicts': { recordId: newId(), field: 'email', source: 'nobody' },
    'POST /imports/:importId/let': { importId: newId() },
    'POST /imports/:importId/discard': { importId: newId() },
    'POST /requests': { needs: ['food'], wants: ['food'], safeContact: 'no_contact', locale: 'en' },
    'GET /requests/waiting': {},
    'POST /requests/:screeningId/take': { screeningId },
    'GET /requests/taken': {},
    'POST /screenings': { personId, channel: 'navigator', needs: { food: 'yes' }, wants: {}, locale: 'en' },
    'POST /people/:personId/screenings': { personId, ...ANSWERS },
    'GET /people/:personId/screenings': { personId },
    'POST /screenings/:screeningId/close': { screeningId },
  };
}

function ofReferrals(region: SmallRegion, { referralId, personId, serviceId }: Ids): Record<string, Input> {
  return {
    'GET /worklist': {},
    'GET /referrals/colleagues': {},
    'POST /referrals/hand-over': { fromAccountId: newId(), toAccountId: newId(), reasonCode: 'absence' },
    'POST /referrals/open': { personId, needCode: 'food' },
    'POST /referrals/:referralId/open': { referralId, version: 1 },
    'POST /referrals/:referralId/pass-on': { referralId, serviceId, version: 1, kind: 'split' },
    'GET /referrals/:referralId/onward-services': { referralId },
    'GET /referrals/came-back': {},
    'POST /referrals/:referralId/leave-onward': { referralId },
    'GET /wait-lists': {},
    'GET /wait-lists/:serviceId': { serviceId },
    'POST /wait-lists/:serviceId/rule': { serviceId, tellsNumber: true },
    'POST /wait-lists/:serviceId/offer': { serviceId },
    'POST /wait-lists/:serviceId/move': { serviceId, referralId, reasonCode: 'risk_rose' },
    'POST /referrals/:referralId/offer': { referralId, answer: 'accept' },
    'POST /referrals/:referralId/leave-list': { referralId, reasonCode: 'own_wish' },
    'POST /my-request/:referralId/offer': { referralId, answer: 'accept' },
    'GET /people/:personId/plan': { personId },
    'POST /people/:personId/plan': { personId, nextReviewOn: '2030-01-01' },
    'POST /people/:personId/plan/review': { personId, version: 1, nextReviewOn: '2030-02-01' },
    'POST /people/:personId/plan/lead': { personId, version: 1, toAccountId: newId(), reasonCode: 'absence' },
    'POST /people/:personId/plan/goals': { personId, needCode: 'food', words: 'Eats well' },
    'POST /people/:personId/plan/goals/:goalId/end': { personId, goalId: newId(), state: 'reached' },
    'GET /my-plan': {},
    'GET /open-requests': {},
    'POST /open-requests/:referralId/claim': { referralId, serviceId },
    'POST /open-requests/:referralId/pass': { referralId, serviceId, reasonCode: 'at_capacity' },
    'GET /deadlines': {},
    'POST /deadlines': { stage: 'answer', needCode: 'food', amount: 3, unit: 'working_days', escalateAfter: 9 },
    'POST /deadlines/:ruleId/remove': { ruleId: newId() },
    'GET /referrals/:referralId': { referralId },
    'GET /people/:personId/referrals': { personId },
    'POST /referrals': { personId, needCode: 'food', serviceIds: [serviceId] },
    ...Object.fromEntries(STEPS.map((step) => [`POST /referrals/:referralId/${step}`, { ...STEP, referralId }])),
    'GET /my-request': {},
    'POST /my-request/:referralId/confirm': { referralId, confirmation: 'helped' },
    'GET /indicators': {},
    'GET /need-gaps': {},
    'GET /indicators/:code/figures': { code: 'closure_rate' },
    'GET /public/indicators/:code/figures': { code: 'closure_rate' },
    ...ofPlans(region.itemId),
  };
}

const PAPER = { number: 'x', issuedOn: '2026-01-01', validUntil: '2027-01-01', authority: 'x' };
const VISIT = { doneOn: '2026-01-01', team: 'x', outcome: 'satisfactory' };

function ofInstitutions({ partnerId }: Ids): Record<string, Input> {
  const institutionId = newId();
  const inspectionId = newId();
  const shortcomingId = newId();
  const institution = { organisationId: partnerId, kindCode: 'children', name: { en: 'x' } };
  const shortcoming = { requirementCode: 'food', severity: 'minor', text: 'x', dueOn: '2026-02-01' };
  return {
    'GET /public/institution-kinds': {},
    'GET /public/institutions': {},
    'GET /public/institutions/:institutionId': { institutionId },
    'GET /institutions': {},
    'GET /institutions/deadlines': {},
    'GET /institutions/:institutionId': { institutionId },
    'POST /institutions': institution,
    'POST /institutions/:institutionId': { ...institution, institutionId, version: 1 },
    'POST /institutions/:institutionId/places': { institutionId, placesOccupied: 1, occupiedOn: '2026-01-01' },
    'POST /institutions/:institutionId/licence': { institutionId, version: 1, step: 'grant', ...PAPER },
    'POST /institutions/:institutionId/inspections': {
      institutionId,
      plannedOn: '2027-01-01',
      reason: 'routine',
      team: 'x',
    },
    'POST /institutions/:institutionId/visits': { institutionId, reason: 'routine', ...VISIT },
    'POST /inspections/:inspectionId/record': { inspectionId, ...VISIT },
    'POST /inspections/:inspectionId/cancel': { inspectionId },
    'POST /inspections/:inspectionId/shortcomings': { inspectionId, ...shortcoming },
    'POST /shortcomings/:shortcomingId/correct': { shortcomingId, evidence: 'x' },
    'POST /shortcomings/:shortcomingId/verify': { shortcomingId },
    'POST /shortcomings/:shortcomingId/return': { shortcomingId, note: 'x' },
  };
}

const COLLECTION = Buffer.from('{"type":"FeatureCollection","features":[]}').toString('base64');

function ofAssets(): Record<string, Input> {
  const assetId = newId();
  const importId = newId();
  return {
    'GET /public/assets': {},
    'GET /public/assets/map': {},
    'GET /public/assets/geojson': {},
    'GET /public/assets/:assetId': { assetId },
    'GET /assets': {},
    'GET /assets/:assetId': { assetId },
    'POST /assets': { kind: 'place', name: { en: 'x' } },
    'POST /assets/:assetId': { assetId, version: 1, name: { en: 'x' } },
    'POST /assets/:assetId/withdraw': { assetId },
    'POST /assets/:assetId/withdraw-consent': { assetId },
    'POST /asset-imports': { fileName: 'a.geojson', source: 'test', content: COLLECTION },
    'GET /asset-imports': {},
    'GET /asset-imports/:importId': { importId },
    'GET /asset-imports/:importId/refusals': { importId },
    'POST /asset-imports/:importId/check': { importId, nameEn: 'name', kindOtherwise: 'place' },
    'POST /asset-imports/:importId/write': { importId },
    'POST /asset-imports/:importId/discard': { importId },
  };
}

function ofKeepers({ serviceId }: Ids): Record<string, Input> {
  const token = 'x'.repeat(43);
  const change = { kind: 'change', serviceId, message: 'x', locale: 'en' };
  return {
    'POST /keeping/open': { token },
    'POST /keeping/confirm': { token, serviceIds: [serviceId] },
    'POST /keeping/capacity': { token, serviceId, capacity: 'open' },
    'POST /keeping/suggestions': { ...change, token },
    'POST /suggestions': change,
    'POST /suggestions/open': { code: '0000-0000-0000' },
  };
}

/** A well-formed input for every route, about these records. A route that is not here fails the matrix. */
export function inputsFor(region: SmallRegion, ids: Ids): Record<string, Input> {
  return {
    ...ofHouse(ids),
    ...ofOwnFile(ids),
    ...ofGovernance(ids),
    ...ofPolicies(),
    ...ofObservatory(),
    ...ofAgreements(ids),
    ...ofDisclosure(),
    ...ofExchange(),
    ...ofPeople(region, ids),
    ...ofGroups(ids),
    ...ofServices(ids),
    ...ofForms(ids),
    ...ofOffline(ids),
    ...ofEmbeds(ids),
    ...ofSheets(ids),
    ...ofShortlists(ids),
    ...ofReferrals(region, ids),
    ...ofOwnWords(ids),
    ...ofMeasures(),
    ...ofPartnerLinks(ids),
    ...ofAttachments(ids),
    ...ofInstitutions(ids),
    ...ofAssets(),
    ...ofKeepers(ids),
    ...ofCuration(ids),
    ...ofHand(ids),
    ...ofOversight(ids),
    ...ofNotices(ids),
  };
}
