import type { Actor } from '@qantara/kernel';
import type { CohortId } from '@qantara/cohorts/contract';
import type { PersonId } from '@qantara/people/contract';
import { chanceFrom, type Chance } from '../chance.ts';
import { seeds } from '../read-seed.ts';
import type { CohortSeed } from './cohort-seed.ts';
import type { SamplePerson } from '../load-people.ts';
import type { Course } from '../load-referrals.ts';

const DAY = 24 * 3600_000;
/** Asked while they were there, before they were sent anywhere. */
const MINUTES = 3 * 60_000;
/** As many of those whom the house met were asked whether they agree. */
const ASKED = 160;
/** A consent lasts two years: of those who came before, it would have ended. */
const ASKED_SINCE_DAYS = 690;

type Given = { course: Course; people: SamplePerson[]; navigator: Actor; planner: Actor };

const dayOf = (now: Date, days: number): string => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10);

async function addCohort({ course, planner }: Given, seed: CohortSeed): Promise<CohortId> {
  const { told, directory, now } = course;
  const { kind, name, description, purpose, capacity, hasComparison, criteria } = seed;
  const added = await told.cohorts({ actor: planner, now }).addCohort({
    ...criteria,
    kind,
    name,
    description,
    purpose,
    capacity,
    hasComparison,
    organisationId: directory.organisationIds.get(seed.organisationKey) ?? '',
    startsOn: dayOf(now, -seed.startedDaysAgo),
    lastDay: seed.lastsDays === null ? null : dayOf(now, seed.lastsDays),
  });
  return added.cohortId;
}

type Asking = { recipients: string[]; chance: Chance; at: (person: SamplePerson) => Date };

/** What people agreed to, when they were asked about these cohorts. */
async function askPeople(
  { course: { told }, navigator }: Given,
  people: readonly SamplePerson[],
  { recipients, chance, at }: Asking,
): Promise<void> {
  for (const person of people) {
    if (!chance.isLucky(0.8)) continue;
    const { personId, locale } = person;
    await told.people({ actor: navigator, now: at(person) }).recordConsent({
      personId,
      purpose: 'cohort',
      categories: ['identity', 'need'],
      recipients,
      months: 24,
      givenHow: chance.weigh({ spoken: 60, written: 40 }),
      locale,
      textNumber: 1,
    });
  }
}

/** When somebody was asked who came at some time. */
type AskedOn = (cameAt: Date) => Date;

/** Some were asked on one day of late; whoever came before them, when they first came. */
async function askAll(given: Given, recipients: string[]): Promise<AskedOn> {
  const { course, people } = given;
  const day = new Date(course.now.getTime() - 40 * DAY);
  const met = people.filter(({ from }) => from < day);
  await askPeople(given, met.slice(-ASKED), { recipients, chance: course.chance, at: () => day });
  const first = course.now.getTime() - ASKED_SINCE_DAYS * DAY;
  const early = met.slice(0, -ASKED).filter(({ from }) => from.getTime() > first);
  const last = early.at(-1)?.from ?? day;
  const askedOn: AskedOn = (cameAt) => (cameAt <= last ? new Date(cameAt.getTime() + MINUTES) : day);
  await askPeople(given, early, { recipients, chance: chanceFrom(early.length), at: ({ from }) => askedOn(from) });
  return askedOn;
}

/** Of those who are proposed, some join, some are counted beside a study, and the others are still to be spoken with. */
async function joinSome(given: Given, seed: CohortSeed, cohortId: CohortId): Promise<void> {
  const { told, now } = given.course;
  const { proposals } = await told.cohorts({ actor: given.navigator, now }).listProposals({ cohortId });
  const chosen = proposals.slice(0, seed.joins + seed.compared);
  for (const [index, { personId }] of chosen.entries()) {
    const as = { actor: given.navigator, now: new Date(now.getTime() - (30 - index / 2) * DAY) };
    const arm = index < seed.joins ? 'joined' : 'comparison';
    await told.cohorts(as).joinCohort({ cohortId, personId: personId as PersonId, arm });
  }
}

/** Those who were asked when they first came joined soon after; the cohort has had them ever since. */
async function joinSince(given: Given & { askedOn: AskedOn }, seed: CohortSeed, cohortId: CohortId): Promise<void> {
  const { told, now } = given.course;
  const began = now.getTime() - seed.startedDaysAgo * DAY;
  for (let left = seed.joinedSince; left > 0;) {
    const { proposals } = await told.cohorts({ actor: given.navigator, now }).listProposals({ cohortId });
    const chosen = proposals.slice(0, left);
    if (chosen.length === 0) return;
    left -= chosen.length;
    for (const { personId, createdAt } of chosen) {
      const as = {
        actor: given.navigator,
        now: new Date(Math.max(began, given.askedOn(new Date(createdAt)).getTime()) + MINUTES),
      };
      await told.cohorts(as).joinCohort({ cohortId, personId: personId as PersonId, arm: 'joined' });
    }
  }
}

/** Priority populations, a pilot group and the cohort of a study, with those who agreed and joined. */
export async function loadCohorts(given: Given): Promise<void> {
  const { directory } = given.course;
  const all = seeds.cohorts();
  const askedOn = await askAll(
    given,
    all.map(({ organisationKey }) => directory.organisationIds.get(organisationKey) ?? ''),
  );
  for (const seed of all) {
    const cohortId = await addCohort(given, seed);
    await joinSome(given, seed, cohortId);
    await joinSince({ ...given, askedOn }, seed, cohortId);
  }
}
