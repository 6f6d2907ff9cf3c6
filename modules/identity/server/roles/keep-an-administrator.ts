import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { KEEPS_A_REGION } from '../../domain/index.ts';
import { lockHolders, type Holder } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { rolesThat } from './role-store.ts';

/**
 * A region keeps somebody who can give accounts: of two administrators who take the role from each other at once, one is refused.
 * Refuses `last_administrator` where those who lose it were the only ones.
 */
export async function keepAnAdministrator(ctx: Ctx<IdentityTables>, loses: (of: Holder) => boolean): Promise<void> {
  const holders = await lockHolders(ctx.db, await rolesThat(ctx.db, [KEEPS_A_REGION]));
  if (holders.some(loses) && holders.every(loses)) refuse('last_administrator');
}
