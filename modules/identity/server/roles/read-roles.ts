import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { RoleCard, RoleRequest } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { listRequests } from './role-request-view.ts';
import { countHolders, findRole, listRoleRows, toRoleCard } from './role-store.ts';

const MOST_WAITING = 200;

/** Every role, and how many hold it. */
export async function listRoles(ctx: Ctx<IdentityTables>): Promise<{ roles: RoleCard[] }> {
  const holders = await countHolders(ctx.db);
  return { roles: (await listRoleRows(ctx.db)).map((row) => toRoleCard(row, holders.get(row.code) ?? 0)) };
}

/** One role, and how it came to be what it is. Refuses `role_not_found`. */
export async function getRole(
  ctx: Ctx<IdentityTables>,
  { role }: { role: string },
): Promise<{ role: RoleCard; requests: RoleRequest[] }> {
  const row = (await findRole(ctx.db, role)) ?? refuse('role_not_found');
  const holders = await countHolders(ctx.db);
  return { role: toRoleCard(row, holders.get(role) ?? 0), requests: await listRequests(ctx, { role }) };
}

/** What waits for somebody's word, and what was answered lately. */
export async function listRoleRequests(
  ctx: Ctx<IdentityTables>,
): Promise<{ waiting: RoleRequest[]; answered: RoleRequest[] }> {
  return {
    waiting: await listRequests(ctx, { waits: true }, MOST_WAITING),
    answered: await listRequests(ctx, { waits: false }),
  };
}

/** How many wait for the word of whoever reads this. */
export async function countRoleRequests(ctx: Ctx<IdentityTables>): Promise<{ count: number }> {
  const waiting = await listRequests(ctx, { waits: true }, MOST_WAITING);
  return { count: waiting.filter(({ mayAnswer }) => mayAnswer).length };
}
