import { refuse } from '@qantara/kernel';
import { openToReferrals } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import type { RoleProposal } from '../../contract/index.ts';
import {
  EVERYONE,
  KEEPS_A_REGION,
  needsArea,
  needsOrganisation,
  ownPermissions,
  roleFaults,
} from '../../domain/index.ts';
import { findAccount, isArea, saveRoleOf, type AccountRow } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { keepAnAdministrator } from './keep-an-administrator.ts';
import { getOwnRole, insertRole, keptRole, saveNextVersion, type RoleRow } from './role-store.ts';

export type GivenRole = { account: AccountRow; role: RoleRow; areaId: string | null };

/** What a role adds to what everybody at work may do. */
export function permissionsOfRow(row: RoleRow): readonly string[] {
  return ownPermissions(keptRole(row));
}

/** Whether somebody can work in a role at all. Refuses `organisation_needed`, `area_needed`, `area_not_found`. */
export async function refuseWithoutPlace(
  ctx: Ctx<IdentityTables>,
  { role, organisationId, areaId }: { role: RoleRow; organisationId: string | null; areaId: string | null },
): Promise<void> {
  const permissions = permissionsOfRow(role);
  if (needsOrganisation(permissions) && organisationId === null) refuse('organisation_needed');
  if (needsArea(permissions) && areaId === null) refuse('area_needed');
  if (areaId !== null && !(await isArea(ctx.db, areaId))) refuse('area_not_found');
}

/**
 * Gives an account a role, from its next request on. An organisation whose first partner this is can be sent referrals. Refuses
 * `account_already_disabled`, `last_administrator` and what a place of work is missing.
 */
export async function takeRole(ctx: Ctx<IdentityTables>, { account, role, areaId }: GivenRole): Promise<void> {
  const { account_id: accountId, organisation_id: organisationId } = account;
  if (account.disabled_at !== null) refuse('account_already_disabled');
  await refuseWithoutPlace(ctx, { role, organisationId, areaId });
  const permissions = permissionsOfRow(role);
  if (!permissions.includes(KEEPS_A_REGION)) await keepAnAdministrator(ctx, (holder) => holder.accountId === accountId);
  await saveRoleOf(ctx.db, accountId, { role: role.code, areaId: needsArea(permissions) ? areaId : null });
  if (permissions.includes('referral:answer') && organisationId !== null) await openToReferrals(ctx, organisationId);
  ctx.emit({
    type: 'account.role_given',
    subject: accountId,
    data: { role: role.code, version: role.version, former: account.role },
  });
}

/** The same by the account's identifier, as it is now. */
export async function takeRoleNow(
  ctx: Ctx<IdentityTables>,
  of: { accountId: string; role: RoleRow; areaId: string | null },
): Promise<void> {
  const account = (await findAccount(ctx.db, of.accountId)) ?? refuse('account_not_found');
  await takeRole(ctx, { account, role: of.role, areaId: of.areaId });
}

/** Refuses, with its reason, a role that no one person may hold (`roleFaults`). */
export function refuseUnsound(permissions: readonly string[]): void {
  const [fault] = roleFaults(permissions);
  if (fault !== undefined) refuse(fault);
}

/** What is kept of a proposal: each permission once, without what everybody has. */
export function tidied(permissions: readonly string[]): string[] {
  return [...new Set(permissions)].filter((permission) => !EVERYONE.includes(permission)).toSorted();
}

/** Puts a composed role, or its next version, in effect. Refuses `role_changed`, `last_administrator`, and what is not sound. */
export async function putInEffect(
  ctx: Ctx<IdentityTables>,
  of: { code: string; version: number; isNew: boolean },
  proposal: RoleProposal,
): Promise<void> {
  refuseUnsound(proposal.permissions);
  const data = { permissions: proposal.permissions, template: proposal.template };
  if (of.isNew) {
    await insertRole(ctx, of.code, proposal);
    ctx.emit({
      type: 'role.composed',
      subject: ctx.actor.accountId ?? '',
      data: { ...data, role: of.code, version: 1 },
    });
    return;
  }
  const before = await getOwnRole(ctx.db, of.code);
  if (!proposal.permissions.includes(KEEPS_A_REGION))
    await keepAnAdministrator(ctx, (holder) => holder.role === of.code);
  if (!(await saveNextVersion(ctx.db, of, proposal))) refuse('role_changed');
  ctx.emit({
    type: 'role.changed',
    subject: ctx.actor.accountId ?? '',
    data: { ...data, role: of.code, version: of.version + 1, former: [...permissionsOfRow(before)] },
  });
}
