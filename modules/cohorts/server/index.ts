import { refuse } from '@qantara/kernel';
import { serverModule } from '@qantara/platform';
import { cohortsRoutes } from '../contract/index.ts';
import { findCohort, listCohorts } from './cohort-store.ts';
import { closeMemberships, joinCohort, leaveCohort } from './join-cohort.ts';
import { addCohort, changeCohort } from './keep-cohort.ts';
import { listConsentsOver } from './member-store.ts';
import { listCohortsOf } from './person-cohorts.ts';
import { listCohortMembers, listProposals } from './read-members.ts';
import type { CohortsTables } from './tables.gen.ts';

export { oldMemberships } from './old-membership-store.ts';
export { listOwnCohorts } from './person-cohorts.ts';

export const cohortsModule = serverModule<typeof cohortsRoutes, CohortsTables>({
  name: 'cohorts',
  routes: cohortsRoutes,
  handlers: {
    listCohorts: async (ctx) => ({ cohorts: await listCohorts(ctx) }),
    getCohort: async (ctx, { cohortId }) => (await findCohort(ctx, cohortId)) ?? refuse('cohort_not_found'),
    addCohort,
    changeCohort,
    listCohortMembers,
    listProposals,
    joinCohort,
    leaveCohort,
    listCohortsOf,
  },
  subscribers: [
    {
      event: 'consent.withdrawn',
      name: 'cohorts.leave',
      handle: async (ctx, { subject }) => closeMemberships(ctx, [subject]),
    },
  ],
  jobs: [
    {
      name: 'cohorts.close-ended',
      cron: '25 * * * *',
      run: async (ctx) => closeMemberships(ctx, await listConsentsOver(ctx)),
    },
  ],
});
