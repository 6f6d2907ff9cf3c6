import type { Actor } from '@qantara/kernel';
import type { CohortId } from '@qantara/cohorts/contract';
import type { PersonId } from '@qantara/people/contract';
import { seeds, type CohortSeed } from './read-seed.ts';
import type { SamplePerson } from './load-people.ts';
import type { Course } from './load-referrals.ts';

const DAY = 24 * 3600_000;
/** As many of those whom the house met were asked whether they agree. */
const ASKED = 160;

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

/** What people agreed to, when they were asked about these cohorts. */
async function askPeople({ course, people, navigator }: Given, recipients: string[]): Promise<void> {
  const { told, chance, now } = course;
  const at = { actor: navigator, now: new Date(now.getTime() - 40 * DAY) };
  for (const { personId, locale } of people.filter(({ from }) => from < at.now).slice(-ASKED))
    if (chance.isLucky(0.8))
      await told.people(at).recordConsent({
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

/** A priority population, a pilot group and the cohort of a study, with those who agreed and joined. */
export async function loadCohorts(given: Given): Promise<void> {
  const { directory } = given.course;
  const all = seeds.cohorts();
  await askPeople(
    given,
    all.map(({ organisationKey }) => directory.organisationIds.get(organisationKey) ?? ''),
  );
  for (const seed of all) await joinSome(given, seed, await addCohort(given, seed));
}
