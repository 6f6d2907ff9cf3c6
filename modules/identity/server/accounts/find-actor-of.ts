import { ANYONE, type Actor } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { permissionsHeld } from '../../domain/index.ts';
import { findRole, keptRole, rolesThat } from '../roles/role-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { listTeamsOf } from '../teams/team-store.ts';
import { findAccount } from './account-store.ts';

/** As whom an account acts when it is signed in with both factors: nothing where it is closed, undefined where there is none. */
export async function findActorOf(anyCtx: AnyCtx, accountId: string): Promise<Actor | undefined> {
  const { db } = withTables<IdentityTables>(anyCtx);
  const account = await findAccount(db, accountId);
  if (account === undefined) return undefined;
  if (account.disabled_at !== null) return { ...ANYONE, kind: 'account' };
  const role = account.role === null ? undefined : await findRole(db, account.role);
  return {
    kind: 'account',
    accountId,
    organisationId: account.organisation_id,
    personId: null,
    role: role?.code ?? null,
    permissions: permissionsHeld(role === undefined ? null : keptRole(role)),
    teamIds: (await listTeamsOf(db, accountId)).map(({ teamId }) => teamId),
    areaId: account.area_id,
  };
}

/** Whether somebody of this organisation, with an account that is open, holds all of these permissions. */
export async function somebodyMay(
  anyCtx: AnyCtx,
  organisationId: string,
  permissions: readonly string[],
): Promise<boolean> {
  const { db } = withTables<IdentityTables>(anyCtx);
  const that = await Promise.all(permissions.map((one) => rolesThat(db, one)));
  const [first = [], ...others] = that;
  const roles = first.filter((role) => others.every((some) => some.includes(role)));
  if (roles.length === 0) return false;
  const found = await db
    .selectFrom('identity.account')
    .select('account_id')
    .where('organisation_id', '=', organisationId)
    .where('disabled_at', 'is', null)
    .where('role', 'in', roles)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
