import type { Actor } from '@qantara/kernel';
import { kyselyOf, type Database } from '@qantara/platform';
import { sql } from 'kysely';
import { permissionsHeld, type KeptRole } from '../../domain/index.ts';
import { hashOfProgramToken } from '../programs/give-token.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { hashOfToken } from './session-store.ts';

function named(database: Database) {
  return kyselyOf<IdentityTables>(database.pool, { named: true });
}

const ofAccount = ['account.account_id', 'account.organisation_id', 'account.area_id'] as const;
const ofRole = ['role.code', 'role.permissions', 'role.retired_at'] as const;

const teamIds = sql<string[]>`array(
  select team.team_id::text from identity.team_member as member join identity.team as team using (team_id)
  where member.account_id = account.account_id and team.closed_at is null)`.as('team_ids');

/** In one statement with the session, so that a change of a role is in effect with the next request, everywhere. */
export async function findSessionOf(database: Database, token: string, now: Date) {
  return named(database)
    .selectFrom('identity.session as session')
    .leftJoin('identity.account as account', 'account.account_id', 'session.account_id')
    .leftJoin('identity.role as role', 'role.code', 'account.role')
    .select([
      'session.kind',
      'session.session_id',
      'session.person_id',
      'session.confirmed_at',
      'session.last_seen_at',
      ...ofAccount,
      ...ofRole,
      teamIds,
    ])
    .where('session.token_hash', '=', hashOfToken(token))
    .where('session.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
}

export type FoundSession = NonNullable<Awaited<ReturnType<typeof findSessionOf>>>;

/** The same of a program's token. */
export async function findProgramOf(database: Database, token: string, now: Date) {
  return named(database)
    .selectFrom('identity.program_token as token')
    .innerJoin('identity.account as account', 'account.account_id', 'token.account_id')
    .leftJoin('identity.role as role', 'role.code', 'account.role')
    .select(['token.scopes', ...ofAccount, ...ofRole, teamIds])
    .where('token.token_hash', '=', hashOfProgramToken(token))
    .where('token.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** An account as either statement reads it. */
type FoundAccount = {
  account_id: string;
  organisation_id: string | null;
  area_id: string | null;
  code: string | null;
  permissions: string[] | null;
  retired_at: Date | null;
  team_ids: string[];
};

/** As whom an account acts, by its role as it stands now. */
export function toActor(found: FoundAccount): Actor {
  const { code, permissions, retired_at: retiredAt } = found;
  const role: KeptRole | null = code === null ? null : { code, permissions, isRetired: retiredAt !== null };
  return {
    kind: 'account',
    accountId: found.account_id,
    organisationId: found.organisation_id,
    personId: null,
    role: role?.code ?? null,
    permissions: permissionsHeld(role),
    teamIds: found.team_ids,
    areaId: found.area_id,
  };
}
