import type { Actor } from '@qantara/kernel';
import { kyselyOf, type Database } from '@qantara/platform';
import { sql } from 'kysely';
import { permissionsHeld } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { hashOfProgramToken } from './give-token.ts';

/** Whose program calls with this token, as it stands at this moment; null where the token opens nothing. */
export async function resolveProgram(database: Database, token: string, now = new Date()): Promise<Actor | null> {
  const found = await kyselyOf<IdentityTables>(database.pool, { named: true })
    .selectFrom('identity.program_token as token')
    .innerJoin('identity.account as account', 'account.account_id', 'token.account_id')
    .leftJoin('identity.role as role', 'role.code', 'account.role')
    .select(['account.account_id', 'account.organisation_id', 'account.area_id', 'token.scopes'])
    .select(['role.code', 'role.permissions', 'role.retired_at'])
    .select(
      sql<string[]>`array(
        select team.team_id::text from identity.team_member as member join identity.team as team using (team_id)
        where member.account_id = account.account_id and team.closed_at is null)`.as('team_ids'),
    )
    .where('token.token_hash', '=', hashOfProgramToken(token))
    .where('token.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) return null;
  const { code, permissions, retired_at: retiredAt } = found;
  const role = code === null ? null : { code, permissions, isRetired: retiredAt !== null };
  return {
    kind: 'account',
    accountId: found.account_id,
    organisationId: found.organisation_id,
    personId: null,
    role: role?.code ?? null,
    permissions: permissionsHeld(role),
    teamIds: found.team_ids,
    areaId: found.area_id,
    scopes: found.scopes,
  };
}
