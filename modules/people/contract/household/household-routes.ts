import { route } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from '../person-id.ts';
import {
  ChangedMember,
  Household,
  HouseholdId,
  LeaveHousehold,
  MembershipId,
  NewHousehold,
  NewMember,
  NewPersonInHousehold,
} from './household.ts';

const started = z.object({ householdId: HouseholdId });

export const householdRoutes = {
  listHouseholdsOf: route({
    path: 'GET /people/:personId/households',
    may: 'person:read',
    input: z.object({ personId: PersonId }),
    output: z.object({ households: z.array(Household) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  getHousehold: route({
    path: 'GET /households/:householdId',
    may: 'person:read',
    input: z.object({ householdId: HouseholdId }),
    output: Household,
    refusals: ['household_not_found'],
    opens: true,
  }),
  startHousehold: route({
    path: 'POST /households',
    may: 'person:write',
    input: NewHousehold,
    output: started.extend({ membershipId: MembershipId }),
    refusals: ['person_not_found', 'day_not_here_yet'],
  }),
  addMember: route({
    path: 'POST /households/:householdId/members',
    may: 'person:write',
    input: NewMember,
    output: z.object({ membershipId: MembershipId }),
    refusals: [
      'household_not_found',
      'household_of_others',
      'person_not_found',
      'already_in_household',
      'day_not_here_yet',
    ],
  }),
  addPersonToHousehold: route({
    path: 'POST /households/:householdId/new-members',
    may: 'person:write',
    input: NewPersonInHousehold,
    output: z.object({ membershipId: MembershipId, personId: PersonId }),
    refusals: ['household_not_found', 'household_of_others', 'day_not_here_yet'],
  }),
  changeMember: route({
    path: 'POST /households/:householdId/members/:membershipId',
    may: 'person:write',
    input: ChangedMember,
    output: started,
    refusals: ['household_not_found', 'member_not_found', 'day_not_here_yet'],
  }),
  leaveHousehold: route({
    path: 'POST /households/:householdId/leave',
    may: 'person:write',
    input: LeaveHousehold,
    /** The household of their own, where they went to one; and whose record to go on with. */
    output: z.object({ householdId: HouseholdId.nullable(), personId: PersonId }),
    refusals: ['household_not_found', 'member_not_found', 'day_not_here_yet', 'left_before_start'],
  }),
};
