import { LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { AccountId } from './account.ts';
import { Team, TeamId } from './team.ts';

const OfTeam = z.object({ teamId: TeamId });
const OfMember = OfTeam.extend({ accountId: AccountId });

/** Teams, and who works in which: whose scope is the team sees what its members look after. */
export const teamRoutes = {
  listTeams: route({
    path: 'GET /teams',
    may: 'account:read',
    input: z.object({}),
    output: z.object({ teams: z.array(Team) }),
    refusals: [],
  }),
  getTeam: route({
    path: 'GET /teams/:teamId',
    may: 'account:read',
    input: OfTeam,
    output: z.object({
      team: Team,
      /** Open accounts of its organisation that are not in it. */
      others: z.array(z.object({ accountId: AccountId, displayName: z.string() })),
    }),
    refusals: ['team_not_found'],
  }),
  createTeam: route({
    path: 'POST /teams',
    may: 'team:write',
    input: z.object({ organisationId: z.uuid(), name: LocalizedText }),
    output: Team,
    refusals: ['organisation_not_found'],
  }),
  renameTeam: route({
    path: 'POST /teams/:teamId',
    may: 'team:write',
    input: OfTeam.extend({ name: LocalizedText }),
    output: Team,
    refusals: ['team_not_found', 'team_closed'],
  }),
  addToTeam: route({
    path: 'POST /teams/:teamId/members',
    may: 'team:write',
    input: OfMember,
    output: Team,
    refusals: ['team_not_found', 'team_closed', 'account_not_found', 'account_already_disabled', 'team_elsewhere'],
  }),
  removeFromTeam: route({
    path: 'POST /teams/:teamId/members/:accountId/remove',
    may: 'team:write',
    input: OfMember,
    output: Team,
    refusals: ['team_not_found', 'account_not_found'],
  }),
  closeTeam: route({
    path: 'POST /teams/:teamId/close',
    may: 'team:write',
    input: OfTeam,
    output: Team,
    refusals: ['team_not_found', 'team_closed'],
  }),
};
