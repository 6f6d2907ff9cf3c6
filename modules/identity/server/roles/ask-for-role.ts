import { LOCALES, refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { RoleCard, RoleProposal, RoleRequest } from '../../contract/index.ts';
import type { roleRoutes } from '../../contract/role-routes.ts';
import { AREAS_OF_WORK, maySuitProgram, onlyTakesAway, roleCodeOf } from '../../domain/index.ts';
import { getOther, type AccountRow } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  permissionsOfRow,
  putInEffect,
  refuseUnsound,
  refuseWithoutPlace,
  takeRole,
  tidied,
  type GivenRole,
} from './apply-role-request.ts';
import { isCodeAsked, saveRequest, withdrawFor, type NewRequest, type RequestRow } from './role-request-store.ts';
import { getRequest } from './role-request-view.ts';
import {
  countHolders,
  findRole,
  getLivingRole,
  getOwnRole,
  listRoleRows,
  saveRetired,
  toRoleCard,
  type RoleRow,
} from './role-store.ts';
import { couldSomebodyAgree } from './who-could-agree.ts';

type Given<Name extends keyof typeof roleRoutes> = z.output<(typeof roleRoutes)[Name]['input']>;
type State = 'asked' | 'alone' | 'reduced';

const DOOR_OF_PROGRAMS: readonly string[] = AREAS_OF_WORK.programs;

async function stateFor(ctx: Ctx<IdentityTables>, asked: NewRequest, takesAway: boolean): Promise<State> {
  if (takesAway) return 'reduced';
  const gain = { accountId: asked.accountId, role: asked.kind === 'change' ? asked.role : null };
  return (await couldSomebodyAgree(ctx, gain)) ? 'asked' : 'alone';
}

function tell(ctx: Ctx<IdentityTables>, row: RequestRow): void {
  const { request_id: subject, kind, role, state, account_id: account, reason } = row;
  ctx.emit({ type: 'role_request.asked', subject, data: { kind, role, state, account }, after: { reason } });
}

/** What a role opens to this account: the door of programs opens nothing to a person. */
function opensFor({ kind }: AccountRow, role: RoleRow): readonly string[] {
  const permissions = permissionsOfRow(role);
  return kind === 'program' ? permissions : permissions.filter((one) => !DOOR_OF_PROGRAMS.includes(one));
}

/** Asks for a role for an account; what only takes away, and what nobody else could agree to, is in effect at once. */
export async function askToGive(
  ctx: Ctx<IdentityTables>,
  { account, role, areaId }: GivenRole,
  reason: string,
): Promise<RoleRequest> {
  const former = account.role === null ? undefined : await findRole(ctx.db, account.role);
  const asked: NewRequest = {
    kind: 'give',
    role: role.code,
    roleVersion: role.version,
    accountId: account.account_id,
    formerRole: account.role,
    areaId,
    proposal: null,
    formerPermissions: former === undefined ? null : permissionsOfRow(former),
    reason,
  };
  const staysInArea = areaId === null || areaId === account.area_id;
  const isLess = former !== undefined && onlyTakesAway(permissionsOfRow(former), opensFor(account, role));
  const row = await saveRequest(ctx, asked, await stateFor(ctx, asked, isLess && staysInArea));
  tell(ctx, row);
  if (row.state !== 'asked') {
    // Whoever agreed to what waits would have read another role than the one that is there now.
    await withdrawFor(ctx, account.account_id);
    await takeRole(ctx, { account, role, areaId });
  }
  return getRequest(ctx, row.request_id);
}

/**
 * One administrator asks that a colleague gets another role. Refuses `own_account`, `role_same`, `request_under_way`,
 * `last_administrator`.
 */
export async function giveRole(ctx: Ctx<IdentityTables>, given: Given<'giveRole'>): Promise<RoleRequest> {
  const account = await getOther(ctx, given.accountId, { mayBeProgram: true });
  if (account.disabled_at !== null) refuse('account_already_disabled');
  const role = await getLivingRole(ctx.db, given.role);
  if (account.role === role.code && account.area_id === given.areaId) refuse('role_same');
  if (account.kind === 'program' && !maySuitProgram(permissionsOfRow(role))) refuse('role_not_for_programs');
  await refuseWithoutPlace(ctx, { role, organisationId: account.organisation_id, areaId: given.areaId });
  return askToGive(ctx, { account, role, areaId: given.areaId }, given.reason);
}

type Proposed = { kind: 'compose' | 'change'; code: string; version: number; proposal: RoleProposal; reason: string };

async function propose(
  ctx: Ctx<IdentityTables>,
  { kind, code, version, proposal, reason }: Proposed,
  former: readonly string[] | null,
): Promise<RoleRequest> {
  const asked: NewRequest = {
    kind,
    role: code,
    roleVersion: version,
    accountId: null,
    formerRole: null,
    areaId: null,
    proposal,
    formerPermissions: former,
    reason,
  };
  const takesAway = former !== null && onlyTakesAway(former, proposal.permissions);
  const row = await saveRequest(ctx, asked, await stateFor(ctx, asked, takesAway));
  tell(ctx, row);
  if (row.state !== 'asked') await putInEffect(ctx, { code, version, isNew: kind === 'compose' }, proposal);
  return getRequest(ctx, row.request_id);
}

/** Asks for a role of the region's own, composed from a shipped one. Refuses what is not sound, with its reason. */
export async function composeRole(ctx: Ctx<IdentityTables>, given: Given<'composeRole'>): Promise<RoleRequest> {
  const { reason, ...composed } = given;
  const proposal = { ...composed, permissions: tidied(given.permissions) };
  refuseUnsound(proposal.permissions);
  const taken = new Set((await listRoleRows(ctx.db)).map(({ code }) => code));
  let code = roleCodeOf(given.name, (one) => taken.has(one));
  while (await isCodeAsked(ctx.db, code)) {
    taken.add(code);
    code = roleCodeOf(given.name, (one) => taken.has(one));
  }
  return propose(ctx, { kind: 'compose', code, version: 0, proposal, reason }, null);
}

function isSameText(one: LocalizedText | null, other: LocalizedText): boolean {
  return LOCALES.every((locale) => (one?.[locale] ?? '') === (other[locale] ?? ''));
}

/** Asks for the next version of a composed role. Refuses `role_locked` of a shipped one, `role_changed`, `role_same`. */
export async function changeRole(ctx: Ctx<IdentityTables>, given: Given<'changeRole'>): Promise<RoleRequest> {
  const row = await getOwnRole(ctx.db, given.role);
  const { template, name, description, version } = toRoleCard(row, 0);
  if (version !== given.version || template === null) refuse('role_changed');
  const proposal: RoleProposal = {
    template,
    name: given.name,
    description: given.description,
    permissions: tidied(given.permissions),
  };
  refuseUnsound(proposal.permissions);
  const former = tidied(permissionsOfRow(row));
  const isSame = isSameText(name, proposal.name) && isSameText(description, proposal.description);
  if (isSame && former.join() === proposal.permissions.join()) refuse('role_same');
  const { reason, role: code } = given;
  return propose(ctx, { kind: 'change', code, version, proposal, reason }, former);
}

/** Retires a composed role that nobody holds: nobody gets it any more. Refuses `role_held`, `role_locked`. */
export async function retireRole(ctx: Ctx<IdentityTables>, { role }: { role: string }): Promise<RoleCard> {
  await getOwnRole(ctx.db, role);
  if (!(await saveRetired(ctx, role))) refuse('role_held');
  ctx.emit({ type: 'role.retired', subject: ctx.actor.accountId ?? '', data: { role } });
  const row = (await findRole(ctx.db, role)) ?? refuse('role_not_found');
  return toRoleCard(row, (await countHolders(ctx.db)).get(role) ?? 0);
}
