import { ANYONE, type Actor } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { permissionsOf } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findAccount } from './account-store.ts';

/** As whom an account acts when it is signed in with both factors: nothing where it is closed, undefined where there is none. */
export async function findActorOf(anyCtx: AnyCtx, accountId: string): Promise<Actor | undefined> {
  const account = await findAccount(withTables<IdentityTables>(anyCtx).db, accountId);
  if (account === undefined) return undefined;
  if (account.disabled_at !== null) return { ...ANYONE, kind: 'account' };
  return {
    kind: 'account',
    accountId,
    organisationId: account.organisation_id,
    personId: null,
    role: account.role,
    permissions: permissionsOf(account.role),
  };
}
