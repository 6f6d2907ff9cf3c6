import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Kysely, Selectable } from 'kysely';
import type { AccountId, Team, TeamId } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
export type TeamRow = Selectable<IdentityTables['identity.team']>;
type Member = Team['members'][number];

async function listMembers(db: Db, teamIds: string[]): Promise<Map<string, Member[]>> {
  const members = new Map<string, Member[]>(teamIds.map((teamId) => [teamId, []]));
  if (teamIds.length === 0) return members;
  const rows = await db
    .selectFrom('identity.team_member as member')
    .innerJoin('identity.account as account', 'account.account_id', 'member.account_id')
    .select(['member.team_id', 'account.account_id', 'account.display_name'])
    .where('member.team_id', 'in', teamIds)
    .where('account.disabled_at', 'is', null)
    .orderBy('account.display_name')
    .orderBy('account.account_id')
    .execute();
  for (const row of rows)
    members.get(row.team_id)?.push({ accountId: row.account_id as AccountId, displayName: row.display_name });
  return members;
}

async function toTeams(db: Db, rows: TeamRow[]): Promise<Team[]> {
  const ids = rows.map(({ team_id }) => team_id);
  const members = await listMembers(db, ids);
  return rows.map((row) => ({
    teamId: row.team_id as TeamId,
    organisationId: row.organisation_id,
    name: row.name as LocalizedText,
    isClosed: row.closed_at !== null,
    members: members.get(row.team_id) ?? [],
  }));
}

export async function findTeam(db: Db, teamId: string): Promise<Team | undefined> {
  const rows = await db.selectFrom('identity.team').selectAll().where('team_id', '=', teamId).execute();
  const [team] = await toTeams(db, rows);
  return team;
}

/** Every team, open ones first. */
export async function listTeamRows(db: Db): Promise<Team[]> {
  const rows = await db.selectFrom('identity.team').selectAll().orderBy('created_at').orderBy('team_id').execute();
  return (await toTeams(db, rows)).toSorted((one, other) => Number(one.isClosed) - Number(other.isClosed));
}

/** The open teams of one account. */
export async function listTeamsOf(db: Db, accountId: string): Promise<Team[]> {
  const rows = await db
    .selectFrom('identity.team as team')
    .innerJoin('identity.team_member as member', 'member.team_id', 'team.team_id')
    .selectAll('team')
    .where('member.account_id', '=', accountId)
    .where('team.closed_at', 'is', null)
    .orderBy('team.created_at')
    .orderBy('team.team_id')
    .execute();
  return toTeams(db, rows);
}

export async function insertTeam(
  { db, now }: Pick<Ctx<IdentityTables>, 'db' | 'now'>,
  team: { organisationId: string; name: LocalizedText },
): Promise<string> {
  const teamId = newId<'TeamId'>(now.getTime());
  await db
    .insertInto('identity.team')
    .values({
      team_id: teamId,
      organisation_id: team.organisationId,
      name: JSON.stringify(team.name),
      created_at: now,
    })
    .execute();
  return teamId;
}

export async function saveTeamName(db: Db, teamId: string, name: LocalizedText): Promise<void> {
  await db
    .updateTable('identity.team')
    .set({ name: JSON.stringify(name) })
    .where('team_id', '=', teamId)
    .execute();
}

export async function saveTeamClosed(db: Db, teamId: string, now: Date): Promise<void> {
  await db.updateTable('identity.team').set({ closed_at: now }).where('team_id', '=', teamId).execute();
}

export async function insertMember(
  { db, now }: Pick<Ctx<IdentityTables>, 'db' | 'now'>,
  of: { teamId: string; accountId: string },
): Promise<void> {
  await db
    .insertInto('identity.team_member')
    .values({ team_id: of.teamId, account_id: of.accountId, added_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes somebody out of a team; false where they are not in it. */
export async function removeMember(db: Db, of: { teamId: string; accountId: string }): Promise<boolean> {
  const removed = await db
    .deleteFrom('identity.team_member')
    .where('team_id', '=', of.teamId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** Open accounts of an organisation that are not in a team. */
export async function listOthers(db: Db, team: Team): Promise<Member[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['account_id', 'display_name'])
    .where('organisation_id', '=', team.organisationId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .orderBy('display_name')
    .orderBy('account_id')
    .execute();
  const inside = new Set<string>(team.members.map(({ accountId }) => accountId));
  return rows
    .filter((row) => !inside.has(row.account_id))
    .map((row) => ({ accountId: row.account_id as AccountId, displayName: row.display_name }));
}
