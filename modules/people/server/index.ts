import { refuse } from '@qantara/kernel';
import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { peopleRoutes, type Consent, type Person, type PersonCard } from '../contract/index.ts';
import { findCover, type Sharing } from '../domain/index.ts';
import { addPerson, correctPerson, restrictMyRecord } from './add-person.ts';
import { listConsents, listNamesUnderConsent } from './consent-store.ts';
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
import { listGroupIds } from './merge/merge-store.ts';
import { addName, removeName } from './names/keep-names.ts';
import { searchByName } from './names/search-view.ts';
import { findReadable, findShownPerson, listCards, lockCard, saveSteward } from './person-store.ts';
import {
  answerLifting,
  askLifting,
  getProtection,
  liftProtection,
  protectPerson,
} from './protection/protect-person.ts';
import { recordConsent, withdrawConsent } from './record-consent.ts';
import { safeContactOf } from './safe-contact/safe-contact-of.ts';
import type { PeopleTables } from './tables.gen.ts';

export { countReached, findStands, listWaysTo, type Reached, type Stands, type TracedWay } from './access/ways-view.ts';
export { listAgreed, listKnownFacts, listStandingIds, type Agreed, type KnownFacts } from './agreed/facts-view.ts';
export { listGlassReviews, reviewGlass } from './glass/list-glasses.ts';
export { addPerson, addResident } from './add-person.ts';
export { listIdsByName, listNameSkeletons } from './name-store.ts';
export { oldConsents } from './old-consent-store.ts';
export { recordConsent, withdrawOwnConsent } from './record-consent.ts';
export { safeContactOf } from './safe-contact/safe-contact-of.ts';

const MOST_FOUND = 20;

/** The person, if this actor looks after them, or answers for where they live. */
export async function findVisiblePerson(ctx: AnyCtx, personId: string): Promise<Person | undefined> {
  return findReadable(withTables<PeopleTables>(ctx).db, ctx.actor, personId);
}

/** The least of a person that this actor may know of, held until the use case ends: for one that needs no more. */
export async function lockVisibleCard(ctx: AnyCtx, personId: string): Promise<PersonCard | undefined> {
  return lockCard(withTables<PeopleTables>(ctx).db, ctx.actor, personId);
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

/** The consent that allows this sharing now, or undefined: then nothing passes. */
export async function findLiveConsent(ctx: AnyCtx, personId: string, sharing: Sharing): Promise<Consent | undefined> {
  return findCover(await listConsents(withTables<PeopleTables>(ctx).db, personId), sharing);
}

/** The names that consents let this organisation know now, of these people; whether an agreement does too the caller asks. */
export async function listSharedNames(
  ctx: AnyCtx,
  personIds: string[],
  organisationId: string,
): Promise<Map<string, string | null>> {
  return listNamesUnderConsent(withTables<PeopleTables>(ctx).db, {
    personIds,
    organisationId,
    at: ctx.now,
  });
}

/** Every consent of a person; the caller has judged the access. */
export async function listConsentsOf(ctx: AnyCtx, personId: string): Promise<Consent[]> {
  return listConsents(withTables<PeopleTables>(ctx).db, personId);
}

/** Makes this organisation the one that looks after the person; false where another does already. */
export async function takeSteward(ctx: AnyCtx, personId: string, organisationId: string): Promise<boolean> {
  return saveSteward(withTables<PeopleTables>(ctx).db, personId, organisationId);
}

export const peopleModule = serverModule<typeof peopleRoutes, PeopleTables>({
  name: 'people',
  routes: peopleRoutes,
  handlers: {
    searchPeople: async (ctx, { name }) => {
      const found = await searchByName(ctx.db, ctx.actor, { name, limit: MOST_FOUND + 1 });
      const people = found.slice(0, MOST_FOUND);
      ctx.noteAccess({ personId: people.map((person) => person.personId), kind: 'search' });
      return { people, hasMore: found.length > MOST_FOUND };
    },
    getPerson: async (ctx, { personId }) => {
      const person = (await findReadable(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
      ctx.noteAccess({ personId, kind: 'record' });
      const consents: Consent[] = [];
      for (const recordId of await listGroupIds(ctx.db, personId))
        consents.push(...(await listConsents(ctx.db, recordId)));
      return {
        person,
        safeContact: await safeContactOf(ctx, person),
        consents,
        standsFor: await listMergesOf(ctx, personId),
      };
    },
    findAlike,
    addPerson,
    correctPerson,
    addName,
    restrictMyRecord,
    removeName,
    recordConsent,
    withdrawConsent,
    listPairs: async (ctx) => ({ ...(await listScoredPairs(ctx)), merges: await listOwnMerges(ctx) }),
    sayNotSame,
    breakGlass,
    listOwnGlasses,
    countGlasses,
    getGlass,
    closeGlass,
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
