import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Team } from '../../contract/index.ts';
import { findAccount, isOrganisation } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  findTeam,
  insertMember,
  insertTeam,
  listOthers,
  listTeamRows,
  removeMember,
  saveTeamClosed,
  saveTeamName,
} from './team-store.ts';

type IdentityCtx = Ctx<IdentityTables>;
type OfTeam = { teamId: string };
type OfMember = OfTeam & { accountId: string };

async function getTeamRow(ctx: IdentityCtx, teamId: string): Promise<Team> {
  return (await findTeam(ctx.db, teamId)) ?? refuse('team_not_found');
}

/** Refuses `team_closed` too. */
async function getOpenTeam(ctx: IdentityCtx, teamId: string): Promise<Team> {
  const team = await getTeamRow(ctx, teamId);
  if (team.isClosed) refuse('team_closed');
  return team;
}

export async function listTeams(ctx: IdentityCtx): Promise<{ teams: Team[] }> {
  return { teams: await listTeamRows(ctx.db) };
}

export async function getTeam(ctx: IdentityCtx, { teamId }: OfTeam) {
  const team = await getTeamRow(ctx, teamId);
  return { team, others: team.isClosed ? [] : await listOthers(ctx.db, team) };
}

/** Makes a team of an organisation. Refuses `organisation_not_found`. */
export async function createTeam(
  ctx: IdentityCtx,
  given: { organisationId: string; name: LocalizedText },
): Promise<Team> {
  if (!(await isOrganisation(ctx.db, given.organisationId))) refuse('organisation_not_found');
  const teamId = await insertTeam(ctx, given);
  ctx.emit({ type: 'team.created', subject: teamId, data: { organisation: given.organisationId } });
  return getTeamRow(ctx, teamId);
}

export async function renameTeam(ctx: IdentityCtx, { teamId, name }: OfTeam & { name: LocalizedText }): Promise<Team> {
  await getOpenTeam(ctx, teamId);
  await saveTeamName(ctx.db, teamId, name);
  ctx.emit({ type: 'team.renamed', subject: teamId });
  return getTeamRow(ctx, teamId);
}

/** Puts a colleague into a team of their own organisation, from their next request on. Refuses `team_elsewhere`. */
export async function addToTeam(ctx: IdentityCtx, { teamId, accountId }: OfMember): Promise<Team> {
  const team = await getOpenTeam(ctx, teamId);
  const account = (await findAccount(ctx.db, accountId)) ?? refuse('account_not_found');
  if (account.disabled_at !== null) refuse('account_already_disabled');
  if (account.organisation_id !== team.organisationId) refuse('team_elsewhere');
  await insertMember(ctx, { teamId, accountId });
  ctx.emit({ type: 'team.joined', subject: teamId, data: { account: accountId } });
  return getTeamRow(ctx, teamId);
}

export async function removeFromTeam(ctx: IdentityCtx, { teamId, accountId }: OfMember): Promise<Team> {
  await getTeamRow(ctx, teamId);
  if (!(await removeMember(ctx.db, { teamId, accountId }))) refuse('account_not_found');
  ctx.emit({ type: 'team.left', subject: teamId, data: { account: accountId } });
  return getTeamRow(ctx, teamId);
}

/** Closes a team: nobody sees anything through it any more. */
export async function closeTeam(ctx: IdentityCtx, { teamId }: OfTeam): Promise<Team> {
  await getOpenTeam(ctx, teamId);
  await saveTeamClosed(ctx.db, teamId, ctx.now);
  ctx.emit({ type: 'team.closed', subject: teamId });
  return getTeamRow(ctx, teamId);
}
