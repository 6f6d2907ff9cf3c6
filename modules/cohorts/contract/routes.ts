import { route } from '@qantara/kernel';
import { PersonId } from '@qantara/people/contract';
import { z } from 'zod';
import {
  ChangedCohort,
  Cohort,
  CohortArm,
  CohortId,
  CohortMember,
  CohortMembershipId,
  LeaveReason,
  NewCohort,
  PastMembership,
  PersonCohort,
  Proposal,
} from './cohort.ts';

const one = z.object({ cohortId: CohortId });
const CANNOT_BE_KEPT = ['organisation_not_found', 'need_not_found', 'ends_before_start', 'ages_reversed'] as const;

export const cohortsRoutes = {
  listCohorts: route({
    path: 'GET /cohorts',
    may: 'cohort:read',
    input: z.object({}),
    output: z.object({ cohorts: z.array(Cohort) }),
    refusals: [],
  }),
  getCohort: route({
    path: 'GET /cohorts/:cohortId',
    may: 'cohort:read',
    input: one,
    output: Cohort,
    refusals: ['cohort_not_found'],
  }),
  addCohort: route({
    path: 'POST /cohorts',
    may: 'cohort:write',
    input: NewCohort,
    output: Cohort,
    refusals: [...CANNOT_BE_KEPT],
  }),
  changeCohort: route({
    path: 'POST /cohorts/:cohortId',
    may: 'cohort:write',
    input: ChangedCohort,
    output: Cohort,
    refusals: [...CANNOT_BE_KEPT, 'cohort_not_found', 'cohort_changed'],
  }),
  listCohortMembers: route({
    path: 'GET /cohorts/:cohortId/members',
    may: 'cohort:read',
    input: one,
    output: z.object({ members: z.array(CohortMember) }),
    refusals: ['cohort_not_found'],
    opens: true,
  }),
  listProposals: route({
    path: 'GET /cohorts/:cohortId/proposals',
    may: 'cohort:join',
    input: one,
    output: z.object({ proposals: z.array(Proposal), hasMore: z.boolean() }),
    refusals: ['cohort_not_found'],
    opens: true,
  }),
  joinCohort: route({
    path: 'POST /cohorts/:cohortId/members',
    may: 'cohort:join',
    input: one.extend({ personId: PersonId, arm: CohortArm.default('joined') }),
    output: z.object({ membershipId: CohortMembershipId }),
    refusals: [
      'person_not_found',
      'cohort_not_found',
      'cohort_not_running',
      'cohort_consent_missing',
      'cohort_agreement_missing',
      'does_not_fit',
      'already_in_cohort',
      'cohort_full',
      'no_comparison',
    ],
  }),
  leaveCohort: route({
    path: 'POST /cohorts/:cohortId/members/:membershipId/leave',
    may: 'cohort:join',
    input: one.extend({
      membershipId: CohortMembershipId,
      reason: LeaveReason.exclude(['consent_over']).default('asked'),
    }),
    output: z.object({ done: z.literal(true) }),
    refusals: ['cohort_member_not_found'],
  }),
  listCohortsOf: route({
    path: 'GET /people/:personId/cohorts',
    may: 'person:read',
    input: z.object({ personId: PersonId }),
    output: z.object({ cohorts: z.array(PersonCohort), past: z.array(PastMembership) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
};
