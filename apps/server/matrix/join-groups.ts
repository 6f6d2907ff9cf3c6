import { clientFor, type Actor } from '@qantara/kernel';
import { cohortsRoutes } from '@qantara/cohorts/contract';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';

/** What a camp's person belongs to. */
export type Groups = Record<'householdId' | 'householdMembershipId' | 'cohortId' | 'cohortMembershipId', string>;

type Invoke = Parameters<typeof clientFor>[1];
type Joining = { personId: PersonId; organisationId: string; invokeAs: (actor: Actor) => Invoke };

/** A household of the person, and a cohort that their own organisation runs, with their consent. */
export async function joinGroups(of: Joining, by: { navigator: Actor; planner: Actor }): Promise<Groups> {
  const { personId, organisationId, invokeAs } = of;
  const invoke = invokeAs(by.navigator);
  const people = clientFor(peopleRoutes, invoke);
  const home = await people.startHousehold({ personId, relation: 'head', isHome: true });
  const { cohortId } = await clientFor(cohortsRoutes, invokeAs(by.planner)).addCohort({
    kind: 'pilot_group',
    name: { en: 'x' },
    purpose: { en: 'x' },
    organisationId,
    startsOn: '2020-01-01',
  });
  await people.recordConsent({
    personId,
    purpose: 'cohort',
    categories: ['identity', 'need'],
    recipients: [organisationId],
    givenHow: 'spoken',
    locale: 'en',
    textNumber: 1,
  });
  const { membershipId } = await clientFor(cohortsRoutes, invoke).joinCohort({ cohortId, personId });
  const { householdId, membershipId: householdMembershipId } = home;
  return { householdId, householdMembershipId, cohortId, cohortMembershipId: membershipId };
}
