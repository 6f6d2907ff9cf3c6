import { ANYONE, type Actor } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { findRole, rolesThat } from '../roles/role-store.ts';
import { toActor } from '../sessions/actor-view.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { listTeamsOf } from '../teams/team-store.ts';
import { findAccount, listOrganisationsWith } from './account-store.ts';

/** As whom an account acts when it is signed in with both factors: nothing where it is closed, undefined where there is none. */
export async function findActorOf(anyCtx: AnyCtx, accountId: string): Promise<Actor | undefined> {
  const { db } = withTables<IdentityTables>(anyCtx);
  const account = await findAccount(db, accountId);
  if (account === undefined) return undefined;
  if (account.disabled_at !== null) return { ...ANYONE, kind: 'account' };
  const role = account.role === null ? undefined : await findRole(db, account.role);
  const { code = null, permissions = null, retired_at = null } = role ?? {};
  const teams = await listTeamsOf(db, accountId);
  return toActor({ ...account, code, permissions, retired_at, team_ids: teams.map(({ teamId }) => teamId) });
}

/** Of these organisations, those where somebody, with an account that is open, holds all of these permissions. */
export async function organisationsWhereSomebodyMay(
  anyCtx: AnyCtx,
  organisationIds: readonly string[],
  permissions: readonly string[],
): Promise<Set<string>> {
  const { db } = withTables<IdentityTables>(anyCtx);
  const roles = await rolesThat(db, permissions);
  if (roles.length === 0 || organisationIds.length === 0) return new Set();
  return new Set(await listOrganisationsWith(db, roles, organisationIds));
}
