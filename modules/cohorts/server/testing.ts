import type { Actor, InputOf } from '@qantara/kernel';
import { actorInRole, get } from '@qantara/identity/testing';
import { aConsent, type PeopleBench } from '@qantara/people/testing';
import { openScreeningBench } from '@qantara/screening/testing';
import type { Cohort, CohortMember, cohortsRoutes, Proposal } from '../contract/index.ts';
import { cohortsModule } from './index.ts';

/** The people's bench with needs, a planner, and a colleague at the clinic, which runs cohorts. */
export type CohortsBench = PeopleBench & { planner: Actor; runner: Actor };

/** The modules below and this one. */
export async function openCohortsBench(): Promise<CohortsBench> {
  const bench = await openScreeningBench([cohortsModule]);
  return {
    ...bench,
    planner: actorInRole('planner', null),
    runner: actorInRole('partner', bench.organisations.clinic),
  };
}

/** A pilot group that the clinic runs, for anybody, unless said otherwise. */
export function aCohort(
  bench: CohortsBench,
  cohort: Partial<InputOf<typeof cohortsRoutes.addCohort>> = {},
): Promise<Cohort> {
  const input = {
    kind: 'pilot_group',
    name: { en: 'Warm homes' },
    purpose: { en: 'To learn whether it helps.' },
    organisationId: bench.organisations.clinic,
    startsOn: '2020-01-01',
    ...cohort,
  };
  return get(bench, 'POST /cohorts', { input, actor: bench.planner });
}

/** What somebody agreed to, for cohorts of the clinic. */
export const agreeTo = (bench: CohortsBench, personId: string, categories: string[] = ['identity', 'need']) =>
  aConsent(bench, personId, {
    purpose: 'cohort',
    recipients: [bench.organisations.clinic],
    categories: categories as ('identity' | 'need')[],
  });

/** What the navigator is proposed, unless another reads. */
export async function proposalsOf(bench: CohortsBench, cohortId: string, actor = bench.navigator): Promise<Proposal[]> {
  const path = 'GET /cohorts/:cohortId/proposals';
  return (await get<{ proposals: Proposal[] }>(bench, path, { input: { cohortId }, actor })).proposals;
}

/** Those in it whom a reader may know of. */
export async function membersOf(
  bench: CohortsBench,
  cohortId: string,
  actor = bench.navigator,
): Promise<CohortMember[]> {
  const path = 'GET /cohorts/:cohortId/members';
  return (await get<{ members: CohortMember[] }>(bench, path, { input: { cohortId }, actor })).members;
}
