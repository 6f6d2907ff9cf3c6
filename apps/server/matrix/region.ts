import { clientFor, newId, type Actor, type Client } from '@qantara/kernel';
import { aCharter } from '@qantara/agreements/testing';
import { saveServices } from '@qantara/directory/server';
import { identityRoutes } from '@qantara/identity/contract';
import { saveAccount } from '@qantara/identity/server';
import { saveIndicator } from '@qantara/indicators/server';
import { saveOrganisation } from '@qantara/organisations/server';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import { saveItem, savePlan } from '@qantara/plan/server';
import {
  createExecutor,
  inTransaction,
  openTestDatabase,
  vaultOf,
  type AnyCtx,
  type Database,
  type Executor,
} from '@qantara/platform';
import { referralsRoutes } from '@qantara/referrals/contract';
import { formsRoutes } from '@qantara/forms/contract';
import { shortlistsRoutes } from '@qantara/shortlists/contract';
import { SCREENING_FORM, screeningRoutes } from '@qantara/screening/contract';
import { saveArea } from '@qantara/territory/server';
import { modules } from '../modules.ts';
import { loadBasics } from '../sample/load-basics.ts';
import { actorAs, type Place } from './actors.ts';
import { addPaper } from './attachment-inputs.ts';
import { keySheetOf } from './key-a-sheet.ts';
import { joinGroups, type Groups } from './join-groups.ts';
import { addWords, askCorrection } from './said-words.ts';

/** One organisation with a person and a referral of its own; there are two, strangers to one another. */
export type Camp = Place &
  Groups & {
    serviceId: string;
    partnerId: string;
    screeningId: string;
    responseId: string;
    sheetCode: string;
    attachmentId: string;
    waitingId: string;
    consentId: string;
    referralId: string;
    shortlistId: string;
    twinId: string;
    mergeId: string;
    /** Of this camp's person, opened in an emergency by an account of neither camp. */
    glassId: string;
    /** A team of this camp to which its person was given. */
    teamId: string;
    agreementId: string;
    overrideId: string;
    correctionId: string;
  };

export type SmallRegion = {
  database: Database;
  executor: Executor;
  ours: Camp;
  theirs: Camp;
  itemId: string;
  close: () => Promise<void>;
};

type As = <T>(actor: Actor, work: (ctx: AnyCtx) => Promise<T>) => Promise<T>;

async function addOrganisation(ctx: AnyCtx, name: string): Promise<string> {
  return saveOrganisation(ctx, {
    name: { en: name },
    description: null,
    sector: 'association',
    email: null,
    phone: null,
    website: null,
    areaId: null,
    receivesReferrals: true,
  });
}

async function addAccount(ctx: AnyCtx, name: string, organisationId: string): Promise<string> {
  const account = {
    email: `${name}@example.org`,
    displayName: name,
    role: 'navigator' as const,
    organisationId,
    locale: 'en' as const,
  };
  const saved = await saveAccount(ctx, account, { isSample: true, passwordHash: 'scrypt$16$8$1$AA$AA' });
  return saved.accountId;
}

/** One who was taken for somebody and is another, and one who may be them. */
async function addTwin(people: Client<typeof peopleRoutes>, personId: PersonId) {
  const { personId: otherPersonId } = await people.addPerson({ displayName: 'Somebody Else' });
  await people.sayNotSame({ personId, otherPersonId });
  const { personId: twinId } = await people.addPerson({ displayName: 'Perhaps Alike' });
  const { mergeId } = await people.requestMerge({ personId, otherPersonId: twinId });
  return { twinId, mergeId };
}

async function addGlass(people: Client<typeof peopleRoutes>, name: string): Promise<string> {
  const why = { reasonCode: 'medical', reason: 'brought in after a fall' } as const;
  const { glassId } = await people.breakGlass({ name: `${name} somebody`, birthYear: 1984, ...why });
  return glassId ?? '';
}

async function addTeam(invoke: Invoke, organisationId: string): Promise<string> {
  const { teamId } = await clientFor(identityRoutes, invoke).createTeam({ organisationId, name: { en: 'x' } });
  return teamId;
}

async function addConsent(people: Client<typeof peopleRoutes>, personId: PersonId, partnerId: string) {
  const { consentId } = await people.recordConsent({
    personId,
    categories: ['identity', 'need', 'note'],
    recipients: [partnerId],
    givenHow: 'spoken',
    locale: 'en',
    textNumber: 1,
  });
  return consentId;
}

type Invoke = Parameters<typeof clientFor>[1];

/** Somebody whom the camp looks after, and what they need. */
async function screenSomebody(invoke: Invoke, name: string) {
  const { personId } = await clientFor(peopleRoutes, invoke).addPerson({
    displayName: `${name} somebody`,
    birthYear: 1984,
  });
  const { screening } = await clientFor(screeningRoutes, invoke).recordScreening({
    personId,
    channel: 'navigator',
    needs: { food: 'yes' },
    wants: { food: 'yes' },
    locale: 'en',
  });
  return { personId, screeningId: screening.screeningId };
}

/** What somebody answered to the region's form, as far as they came. */
async function answerForm(invoke: Invoke, personId: PersonId): Promise<string> {
  const given = { personId, formCode: SCREENING_FORM, version: 1, channel: 'navigator', locale: 'en' } as const;
  const { responseId } = await clientFor(formsRoutes, invoke).giveAnswers({ ...given, answers: {}, isDraft: true });
  return responseId;
}

type Served = { personId: PersonId; serviceId: string };

async function refer(invoke: Invoke, { personId, serviceId }: Served): Promise<string> {
  const given = { personId, needCode: 'food', serviceIds: [serviceId] };
  const { referrals } = await clientFor(referralsRoutes, invoke).sendReferrals(given);
  return referrals[0]?.referralId ?? '';
}

async function addShortlist(invoke: Invoke, { personId, serviceId }: Served) {
  return clientFor(shortlistsRoutes, invoke).createShortlist({ personId, locale: 'en', serviceIds: [serviceId] });
}

/** The organisations of a camp, what they agreed to, who works there, and what the partner does. */
async function foundHouses(as: As, name: string) {
  const system = actorAs('anyone', { organisationId: '', accountId: '', personId: '' });
  const organisationId = await as(system, (ctx) => addOrganisation(ctx, name));
  const partnerId = await as(system, (ctx) => addOrganisation(ctx, `${name} partner`));
  const agreementId = await as(system, (ctx) => aCharter(ctx, [organisationId, partnerId], { purposes: ['referral'] }));
  const accountId = await as(system, (ctx) => addAccount(ctx, name, organisationId));
  const [serviceId = ''] = await as(system, (ctx) =>
    saveServices(ctx, [
      { organisationId: partnerId, name: { en: `${name} help` }, needCodes: ['food'], status: 'active' },
    ]),
  );
  return { organisationId, partnerId, agreementId, accountId, serviceId };
}

async function pitchCamp(executor: Executor, as: As, name: string): Promise<Camp> {
  const houses = await foundHouses(as, name);
  const { organisationId, partnerId, accountId, serviceId } = houses;
  const caller = {
    actor: actorAs('navigator', { organisationId, accountId, personId: '' }),
    locale: 'en' as const,
    origin: name,
    setSession: () => undefined,
  };
  const invoke = (path: string, input: unknown) => executor.call(path, input, { caller });
  const stranger = actorAs('navigator', { organisationId: newId(), accountId: newId(), personId: '' });
  const planner = actorAs('planner', { organisationId, accountId, personId: '' });
  const administrator = actorAs('administrator', { organisationId, accountId: newId(), personId: '' });
  const invokeAs = (actor: Actor) => (path: string, input: unknown) =>
    executor.call(path, input, { caller: { ...caller, actor } });
  const people = clientFor(peopleRoutes, invoke);
  const { personId, screeningId } = await screenSomebody(invoke, name);
  const teamId = await addTeam(invokeAs(administrator), organisationId);
  await people.giveToKeeper({ personId, circleId: teamId });
  const consentId = await addConsent(people, personId, partnerId);
  const referralId = await refer(invoke, { personId, serviceId });
  const { shortlistId } = await addShortlist(invoke, { personId, serviceId });
  const { overrideId } = await addWords(people, { personId, partnerId, consentId });
  return {
    ...houses,
    overrideId,
    correctionId: await askCorrection(executor, { organisationId, accountId, personId }),
    personId,
    screeningId,
    responseId: await answerForm(invoke, personId),
    sheetCode: await keySheetOf(personId, invokeAs, { navigator: caller.actor, planner }),
    attachmentId: await addPaper(invoke, personId),
    waitingId: newId(),
    consentId,
    referralId,
    shortlistId,
    ...(await addTwin(people, personId)),
    glassId: await addGlass(clientFor(peopleRoutes, invokeAs(stranger)), name),
    ...(await joinGroups({ personId, organisationId, invokeAs }, { navigator: caller.actor, planner })),
    teamId,
  };
}

async function loadPlan(as: As): Promise<string> {
  const system = actorAs('anyone', { organisationId: '', accountId: '', personId: '' });
  return as(system, async (ctx) => {
    const text = { en: 'x' };
    const areaId = await saveArea(ctx, {
      code: 'R',
      parentCode: null,
      kind: 'region',
      name: text,
      boundary: null,
      latitude: null,
      longitude: null,
      population: null,
    });
    await saveIndicator(ctx, {
      code: 'closure_rate',
      name: text,
      definition: text,
      kind: 'programme',
      recipe: 'closure_rate',
      needCode: null,
      unit: 'ratio',
      better: 'up',
      source: text,
      ownerOrganisationId: null,
    });
    const planId = await savePlan(ctx, {
      areaId,
      name: text,
      vision: text,
      startsOn: '2025-01-01',
      endsOn: '2030-01-01',
      isPublic: true,
    });
    return saveItem(ctx, {
      planId,
      parentItemId: null,
      levelCode: 'initiative',
      number: '1.1',
      title: text,
      description: null,
      frameworkAreas: [],
      lever: null,
      leadOrganisationId: null,
      progress: 'planned',
      startsOn: null,
      dueOn: null,
    });
  });
}

/** A region small enough to be built for one test file, with two organisations that must not know each other's people. */
export async function smallRegion(): Promise<SmallRegion> {
  const database = await openTestDatabase();
  const executor = createExecutor(modules, {
    database,
    vault: vaultOf('a secret for tests, long enough 123'),
    timeZone: 'Africa/Tunis',
  });
  const as: As = (actor, work) =>
    inTransaction(database.pool, (client) => executor.actAt(client, { actor, now: new Date() }, work));
  await executor.asSystem(loadBasics);
  const itemId = await loadPlan(as);
  const ours = await pitchCamp(executor, as, 'ours');
  const theirs = await pitchCamp(executor, as, 'theirs');
  return { database, executor, ours, theirs, itemId, close: () => database.close() };
}
