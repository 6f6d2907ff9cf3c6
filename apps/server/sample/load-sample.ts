import type { Actor } from '@qantara/kernel';
import { inTransaction, type Database, type DatabaseClient, type Executor } from '@qantara/platform';
import { Refusal } from '@qantara/kernel';
import { chanceFrom } from './chance.ts';
import { loadAccounts } from './staff/load-accounts.ts';
import { loadAgreements } from './partnership/load-agreements.ts';
import { loadAssets } from './load-assets.ts';
import { loadBasics } from './load-basics.ts';
import { loadCare } from './load-care.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadCohorts } from './groups/load-cohorts.ts';
import { loadConsents } from './load-consents.ts';
import { loadDisclosure } from './staff/load-disclosure.ts';
import { loadCuration } from './load-curation.ts';
import { loadDirectory, type SampleDirectory } from './load-directory.ts';
import { loadForms } from './load-forms.ts';
import { loadPapers } from './load-papers.ts';
import { loadHouseholds } from './groups/load-households.ts';
import { loadExchange } from './partnership/load-exchange.ts';
import { loadGovernance } from './partnership/load-governance.ts';
import { loadPartnership } from './partnership/load-partnership.ts';
import { loadInstitutions } from './load-institutions.ts';
import { askAlone, meetPerson, type SamplePerson } from './load-people.ts';
import { loadProtection } from './load-protection.ts';
import { loadNotices } from './load-notices.ts';
import { loadKeyring } from './staff/load-keyring.ts';
import { loadRoles } from './staff/load-roles.ts';
import { loadPlan } from './plans/load-plan.ts';
import { loadObservatory } from './plans/load-observatory.ts';
import { loadPolicies } from './plans/load-policies.ts';
import { loadPrograms, type SampleProgram } from './staff/load-programs.ts';
import { tellReferral, type Course } from './load-referrals.ts';
import { loadOversight } from './load-oversight.ts';
import { loadShortlists } from './load-shortlists.ts';
import { loadWiderAsking } from './load-wider-asking.ts';
import { tellOn, type Told } from './tell.ts';

const DAY = 24 * 3600_000;
const PEOPLE = 400;
const REFERRALS = 900;
const WAITING = 14;
const YEARS = 2;
/** The sample's own day of birth: the same invented people on every machine. */
const SEED = 20_251_122;

const FOUNDER: Actor = {
  kind: 'account',
  accountId: null,
  organisationId: null,
  personId: null,
  role: 'system',
  permissions: new Set(),
};

type Loading = { told: Told; now: Date; directory: SampleDirectory; actors: Map<string, Actor> };

function actorsOf(loading: Loading, ...emails: string[]): Actor[] {
  return emails.flatMap((email) => loading.actors.get(email) ?? []);
}

async function loadPeople(loading: Loading, course: Course, navigators: Actor[]): Promise<SamplePerson[]> {
  const { told, now, directory } = loading;
  const partnerIds = [...directory.organisationIds]
    .filter(([key]) => !['police', 'region'].includes(key))
    .map(([, id]) => id);
  const setting = { told, chance: course.chance, directory, navigators, partnerIds };
  const people: SamplePerson[] = [];
  const hers: string[] = [];
  for (let index = 0; index < PEOPLE - WAITING; index += 1) {
    // More people come as the house becomes known.
    const share = Math.sqrt((index + 1) / (PEOPLE - WAITING));
    people.push(await meetPerson(setting, new Date(now.getTime() - YEARS * 365 * DAY * (1 - share) - DAY / 3)));
  }
  for (let index = 0; index < WAITING; index += 1) {
    const at = new Date(now.getTime() - (WAITING - index) * 0.28 * DAY);
    const isHers = index === 0 || index === WAITING - 1;
    const displayName = isHers ? 'نورة السعيدي' : undefined;
    const accessCode = await askAlone(setting, { at, isTaken: index < 5, displayName });
    if (isHers) hers.push(accessCode);
  }
  await told.act({ actor: FOUNDER, now }, (ctx) => loadKeyring(ctx, hers));
  return people;
}

/** Every wanted need is sent; then needs come back, until the sample has its nine hundred. */
async function loadReferrals(course: Course, people: SamplePerson[], navigators: Actor[]): Promise<void> {
  const { chance, now } = course;
  let sent = 0;
  const send = async (person: SamplePerson, needCode: string, at: Date): Promise<void> => {
    if (at > now || sent >= REFERRALS) return;
    try {
      if (await tellReferral(course, { person, needCode, at, navigator: chance.pick(navigators) })) sent += 1;
    } catch (fault) {
      // The same need with the same service and still open: a second navigator would have been told so too.
      if (!(fault instanceof Refusal && fault.code === 'already_referred')) throw fault;
    }
  };
  for (const person of people)
    for (const needCode of person.wants)
      await send(person, needCode, new Date(person.from.getTime() + chance.between(0.01, 0.25) * DAY));
  while (sent < REFERRALS) {
    const person = chance.pick(people);
    const span = Math.min(now.getTime() - person.from.getTime(), 700 * DAY);
    await send(person, chance.pick(person.wants), new Date(person.from.getTime() + chance.between(0.1, 1) * span));
  }
}

/** What people belong to: households, and the groups that they agreed to join. */
async function loadGroups(loading: Loading, course: Course, people: SamplePerson[]): Promise<void> {
  const emails = ['salma@sabil.example', 'planner@sabil.example', 'youssef@sabil.example'];
  const [navigator, planner, other] = actorsOf(loading, ...emails);
  if (navigator === undefined || planner === undefined) return;
  await loadHouseholds({ course, people, navigator });
  await loadCohorts({ course, people, navigator, planner });
  await loadPapers({ course, people, navigator });
  await loadForms({ course, people, navigator, author: planner });
  if (other !== undefined) await loadWiderAsking({ course, one: navigator, other, planner });
}

/** What people said about sharing, and records that few may know of. */
async function loadProtected(
  loading: Loading,
  { course, people, navigators }: { course: Course; people: SamplePerson[]; navigators: Actor[] },
): Promise<void> {
  const [clinic, protection, officer] = actorsOf(
    loading,
    'clinic@sabil.example',
    'protection@sabil.example',
    'privacy@sabil.example',
  );
  const [navigator] = navigators;
  if (navigator === undefined || clinic === undefined || protection === undefined || officer === undefined) return;
  await loadConsents({ course, people, navigators, officer });
  await loadProtection({ course, people, actors: { navigator, clinic, protection, officer } });
}

/** Where organisations sit together, and how it goes between them. */
async function loadPartners(loading: Loading, by: { executor: Executor; client: DatabaseClient }): Promise<void> {
  const { told, now, directory } = loading;
  const { organisationIds } = directory;
  const emails = ['planner@sabil.example', 'admin@sabil.example', 'food@sabil.example'];
  const [planner, second, partner] = actorsOf(loading, ...emails);
  if (planner === undefined || second === undefined || partner === undefined) return;
  await loadGovernance({ told, now, organisationIds, planner, second });
  await loadPartnership({ told, now, organisationIds, planner, partner });
  await loadExchange({ ...by, now, system: FOUNDER, planner, second });
  await loadObservatory({ told, now, planner, second });
}

/** Loads the invented region in one transaction: the whole of it, or nothing. */
export async function loadSample(executor: Executor, database: Database): Promise<SampleProgram[]> {
  const programs = await inTransaction(database.pool, async (client) => {
    const now = new Date();
    const told = tellOn(executor, client);
    const began = { actor: FOUNDER, now: new Date(now.getTime() - YEARS * 365 * DAY - 30 * DAY) };
    await told.act(began, loadBasics);
    const directory = await told.act({ actor: FOUNDER, now }, loadDirectory);
    await told.act({ actor: FOUNDER, now }, (ctx) => loadCalendar(ctx, directory.areaIds));
    await told.act({ actor: FOUNDER, now }, (ctx) => loadAgreements(ctx, directory.organisationIds));
    const actors = await told.act(began, (ctx) => loadAccounts(ctx, directory.organisationIds));
    const { organisationIds } = directory;
    const staffing = { executor, client, actors, system: FOUNDER, organisationIds, now };
    await loadRoles(staffing);
    const registered = await loadPrograms(staffing);
    const loading: Loading = { told, now, directory, actors };
    const navigators = actorsOf(loading, 'salma@sabil.example', 'youssef@sabil.example');
    const partners = new Map(
      [...actors.values()]
        .filter((actor) => actor.role === 'partner')
        .map((actor) => [actor.organisationId ?? '', actor]),
    );
    const course: Course = { told, chance: chanceFrom(SEED), directory, now, partners };
    const people = await loadPeople(loading, course, navigators);
    await loadReferrals(course, people, navigators);
    await loadCare({ course, people, navigators });
    await loadShortlists({ course, people, navigators });
    await loadGroups(loading, course, people);
    const owners = new Map([...actors].map(([email, { accountId }]) => [email, accountId ?? '']));
    await told.act({ actor: FOUNDER, now }, (ctx) => loadPlan(ctx, directory, owners));
    const [planner, officer] = actorsOf(loading, 'planner@sabil.example', 'privacy@sabil.example');
    if (planner !== undefined && officer !== undefined)
      await loadDisclosure({ executor, client, now, system: FOUNDER, planner, officer });
    if (planner !== undefined) await loadPolicies({ told, now, planner });
    const [inspector] = actorsOf(loading, 'inspector@sabil.example');
    if (inspector !== undefined) await loadInstitutions({ executor, client, inspector, directory, now });
    await loadPartners(loading, { executor, client });
    await loadAssets({ executor, client, directory, now });
    const [librarian] = actorsOf(loading, 'librarian@sabil.example');
    if (librarian !== undefined) await loadCuration({ executor, client, librarian, directory, now });
    await loadProtected(loading, { course, people, navigators });
    const [salma] = navigators;
    const personIds = people.map(({ personId }) => personId);
    if (salma !== undefined) await loadNotices({ told, now, organisationIds, navigator: salma, personIds });
    await loadOversight({ course, people, navigators, system: FOUNDER });
    return registered;
  });
  await database.maintain();
  return programs;
}
