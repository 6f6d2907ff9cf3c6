import { newId, refuse } from '@qantara/kernel';
import { listAccountCards } from '@qantara/identity/server';
import { serverModule, withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import {
  peopleRoutes,
  type Consent,
  type ConsentRefusal,
  type CorrectionRequest,
  type Person,
  type PersonCard,
} from '../contract/index.ts';
import { listBases, type Sharing, type SharingBasis, type SharingWords } from '../domain/index.ts';
import { addPerson, correctPerson, restrictMyRecord } from './add-person.ts';
import { findConsentPerson, listConsents } from './consent/consent-store.ts';
import { giveReceipt, openReceipt } from './consent/give-receipt.ts';
import {
  draftConsentText,
  getConsentText,
  listConsentTexts,
  listCurrentTexts,
  publishConsentText,
  setAgeOfMajority,
} from './consent/keep-texts.ts';
import { listOverrides } from './consent/override-store.ts';
import { minorityNow, recordConsent, withdrawConsent } from './consent/record-consent.ts';
import { endOverride, recordOverride } from './consent/record-override.ts';
import { recordRefusal } from './consent/record-refusal.ts';
import { listRefusals, type AccountNames } from './consent/refusal-store.ts';
import { listNamesShared, type SharedName } from './consent/sharing-view.ts';
import { listCorrectionsOf } from './corrections/correction-store.ts';
import {
  acceptCorrection,
  askCorrection,
  declineCorrection,
  listCorrections,
} from './corrections/decide-correction.ts';
import { findAlike } from './duplicates/find-alike.ts';
import { listScoredPairs, sayNotSame } from './duplicates/list-pairs.ts';
import {
  confirmMerge,
  getMerge,
  listMergesOf,
  listOwnMerges,
  previewMerge,
  refuseMerge,
  requestMerge,
  undoMerge,
} from './merge/merge-people.ts';
import { breakGlass, closeGlass, getGlass } from './glass/break-glass.ts';
import { countGlasses, listOwnGlasses } from './glass/list-glasses.ts';
import {
  addMember,
  addPersonToHousehold,
  changeMember,
  leaveHousehold,
  startHousehold,
} from './household/keep-household.ts';
import { getHousehold, listHouseholdsOf } from './household/read-households.ts';
import { endKeeping, giveToKeeper, listKeepers } from './keepers/keep-person.ts';
import { listGroupIds } from './merge/merge-store.ts';
import { addName, removeName } from './names/keep-names.ts';
import { searchPeople } from './names/search-people.ts';
import {
  findChangedAt,
  findReadable,
  findShownPerson,
  listCards,
  listReadableCards,
  listTakenCards,
  lockCard,
  saveSteward,
} from './person-store.ts';
import { insertReach, keepersOf } from './reach-store.ts';
import {
  answerLifting,
  askLifting,
  getProtection,
  liftProtection,
  protectPerson,
} from './protection/protect-person.ts';
import { safeContactOf } from './safe-contact/safe-contact-of.ts';
import type { PeopleTables } from './tables.gen.ts';

export { countReached, findStands, listWaysTo, type Reached, type Stands, type TracedWay } from './access/ways-view.ts';
export { listAgreed, listKnownFacts, listStandingIds, type Agreed, type KnownFacts } from './agreed/facts-view.ts';
export { listGlassReviews, reviewGlass } from './glass/list-glasses.ts';
export { oldEmergencies } from './glass/old-glass-store.ts';
export { oldPlaces } from './household/old-place-store.ts';
export { listOwnPlaces } from './household/read-households.ts';
export { addPerson, addResident, addUnnamed } from './add-person.ts';
export { oldConsents } from './consent/old-consent-store.ts';
export { recordConsent, withdrawOwnConsent } from './consent/record-consent.ts';
export {
  countConsents,
  listUntoldOverrides,
  listWatchedOverrides,
  listWithdrawnToMe,
  type ConsentCount,
  type WatchedOverride,
} from './consent/sharing-view.ts';
export { listIdsByName, listNameSkeletons } from './name-store.ts';
export { safeContactOf } from './safe-contact/safe-contact-of.ts';

/** The person, if this actor looks after them, or answers for where they live. */
export async function findVisiblePerson(ctx: AnyCtx, personId: string): Promise<Person | undefined> {
  return findReadable(withTables<PeopleTables>(ctx).db, ctx.actor, personId);
}

/** When a record was last changed, for an interface that says so; asked by whoever has read it already. */
export async function findPersonChange(ctx: AnyCtx, personId: string): Promise<string | undefined> {
  return findChangedAt(withTables<PeopleTables>(ctx).db, personId);
}

/** The least of a person that this actor may know of, held until the use case ends: for one that needs no more. */
export async function lockVisibleCard(ctx: AnyCtx, personId: string): Promise<PersonCard | undefined> {
  return lockCard(withTables<PeopleTables>(ctx).db, ctx.actor, personId);
}

/**
 * A contact that is nobody's record: an identifier of its own, under which answers may stand that are nobody's yet. Whoever adds it
 * reaches it, with their organisation, as they would reach somebody whom they add.
 */
export async function addContact(ctx: AnyCtx): Promise<string> {
  const contactId = newId(ctx.now.getTime());
  const { organisationId } = ctx.actor;
  const organisation = organisationId === null ? [] : [organisationId];
  const { db } = withTables<PeopleTables>(ctx);
  await insertReach(db, contactId, [...keepersOf(ctx.actor), ...organisation]);
  return contactId;
}

/**
 * The person for a use case that has judged the access itself: a partner's referral, the person's own request. Undefined where
 * nothing lets them reach the person any more, as after a consent was withdrawn.
 */
export async function findPersonForUseCase(ctx: AnyCtx, personId: string): Promise<Person | undefined> {
  return findShownPerson(withTables<PeopleTables>(ctx).db, personId);
}

/**
 * The records that are one person with this one, so that a module reads what hangs on any of them: rows stay with the record that
 * they were written for, and go back with it when a merge is undone.
 */
export async function listRecordsOfPerson(ctx: AnyCtx, personId: string): Promise<string[]> {
  return listGroupIds(withTables<PeopleTables>(ctx).db, personId);
}

/** Names for a list whose rows were allowed by the caller's own policy. */
export async function listPersonCards(ctx: AnyCtx, personIds: string[]): Promise<Map<string, PersonCard>> {
  return listCards(withTables<PeopleTables>(ctx).db, personIds);
}

/** Of these people, the cards of those alone whom this actor looks after or answers for. */
export async function listVisibleCards(ctx: AnyCtx, personIds: readonly string[]): Promise<PersonCard[]> {
  return listReadableCards(withTables<PeopleTables>(ctx).db, ctx.actor, personIds);
}

/** The same, without those of whom a request waits for anybody to take it: nobody is told their name yet. */
export async function listCardsOfTaken(ctx: AnyCtx, personIds: string[]): Promise<Map<string, PersonCard>> {
  return listTakenCards(withTables<PeopleTables>(ctx).db, personIds);
}

/** What was said and recorded about sharing one record, as far as the database shows it to whoever asks; the caller has judged the access. */
export async function loadSharingWords(ctx: AnyCtx, personId: string): Promise<SharingWords> {
  const { db } = withTables<PeopleTables>(ctx);
  return { consents: await listConsents(db, personId), overrides: await listOverrides(db, [personId]) };
}

/** By what right this sharing passes now: consents, then what stands in their place. None: nothing passes. */
export async function listSharingBases(ctx: AnyCtx, personId: string, sharing: Sharing): Promise<SharingBasis[]> {
  return listBases(await loadSharingWords(ctx, personId), sharing);
}

/** The names that consents, or what stands in their place, let this organisation know now, of these people. */
export async function listSharedNames(
  ctx: AnyCtx,
  personIds: string[],
  organisationId: string,
): Promise<Map<string, SharedName>> {
  return listNamesShared(withTables<PeopleTables>(ctx).db, { personIds, organisationId, at: ctx.now });
}

/** What a person said no to; the caller has judged the access. */
export async function listRefusalsOf(ctx: AnyCtx, personId: string): Promise<ConsentRefusal[]> {
  return listRefusals(withTables<PeopleTables>(ctx).db, [personId]);
}

/** What a person asked to be corrected; the caller has judged the access. */
export async function listCorrectionRequests(ctx: AnyCtx, personId: string): Promise<CorrectionRequest[]> {
  return listCorrectionsOf(withTables<PeopleTables>(ctx).db, [personId]);
}

/** Every consent of a person; the caller has judged the access. */
export async function listConsentsOf(ctx: AnyCtx, personId: string): Promise<Consent[]> {
  return listConsents(withTables<PeopleTables>(ctx).db, personId);
}

/** Whose consent this is, where the caller reaches them: for an interface that names a consent alone. */
export async function findPersonOfConsent(ctx: AnyCtx, consentId: string): Promise<string | undefined> {
  return findConsentPerson(withTables<PeopleTables>(ctx).db, consentId);
}

/** Makes this organisation the one that looks after the person; false where another does already. */
export async function takeSteward(ctx: AnyCtx, personId: string, organisationId: string): Promise<boolean> {
  return saveSteward(withTables<PeopleTables>(ctx).db, personId, organisationId);
}

async function accountNames(ctx: AnyCtx): Promise<AccountNames> {
  const accounts = await listAccountCards(ctx);
  return new Map(accounts.map(({ accountId, displayName }) => [accountId, displayName]));
}

/** The record, and all that was said about sharing it; of several records that are one person, of each. The opening is recorded. */
async function getPerson(ctx: Ctx<PeopleTables>, { personId }: { personId: string }) {
  const person = (await findReadable(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  ctx.noteAccess({ personId, kind: 'record' });
  const recordIds = await listGroupIds(ctx.db, personId);
  const consents: Consent[] = [];
  for (const recordId of recordIds) consents.push(...(await listConsents(ctx.db, recordId)));
  return {
    person,
    safeContact: await safeContactOf(ctx, person),
    consents,
    refusals: await listRefusals(ctx.db, recordIds, () => accountNames(ctx)),
    overrides: await listOverrides(ctx.db, recordIds),
    minority: await minorityNow(ctx, person),
    corrections: await listCorrectionsOf(ctx.db, recordIds),
    standsFor: await listMergesOf(ctx, personId),
  };
}

export const peopleModule = serverModule<typeof peopleRoutes, PeopleTables>({
  name: 'people',
  routes: peopleRoutes,
  handlers: {
    searchPeople,
    getPerson,
    findAlike,
    addPerson,
    correctPerson,
    addName,
    restrictMyRecord,
    removeName,
    recordConsent,
    recordRefusal,
    withdrawConsent,
    listConsentTexts,
    listCurrentTexts,
    getConsentText,
    draftConsentText,
    publishConsentText,
    setAgeOfMajority,
    giveReceipt,
    openReceipt,
    recordOverride,
    endOverride,
    askCorrection,
    listCorrections,
    acceptCorrection,
    declineCorrection,
    listPairs: async (ctx) => ({ ...(await listScoredPairs(ctx)), merges: await listOwnMerges(ctx) }),
    sayNotSame,
    breakGlass,
    listOwnGlasses,
    countGlasses,
    getGlass,
    closeGlass,
    listKeepers,
    giveToKeeper,
    endKeeping,
    getProtection,
    protectPerson,
    askLifting,
    answerLifting,
    liftProtection,
    previewMerge,
    requestMerge,
    getMerge,
    confirmMerge,
    refuseMerge,
    undoMerge,
    listHouseholdsOf,
    getHousehold,
    startHousehold,
    addMember,
    addPersonToHousehold,
    changeMember,
    leaveHousehold,
  },
});
