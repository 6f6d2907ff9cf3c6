import { permissionsOf } from '@qantara/identity/domain';
import { hashPassword, saveAccount } from '@qantara/identity/server';
import type { Actor } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { seeds, type AccountSeed } from '../read-seed.ts';

/** The invented accounts, and each as the actor that it signs in as. */
export async function loadAccounts(ctx: AnyCtx, organisationIds: Map<string, string>): Promise<Map<string, Actor>> {
  const { password, accounts } = seeds.accounts();
  const passwordHash = await hashPassword(password);
  const actors = new Map<string, Actor>();
  for (const seed of accounts) {
    const organisationId = organisationIds.get(seed.organisationKey ?? '') ?? null;
    const { organisationKey: _key, ...account } = seed;
    const saved = await saveAccount(ctx, { ...account, organisationId }, { isSample: true, passwordHash });
    actors.set(seed.email, actorOf(saved.accountId, seed.role, organisationId));
  }
  return actors;
}

/** Someone of an organisation, as the sample lets them act. */
export function actorOf(accountId: string, role: AccountSeed['role'], organisationId: string | null): Actor {
  return { kind: 'account', accountId, organisationId, personId: null, role, permissions: permissionsOf(role) };
}
