import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { RoleTemplate, type RoleRequest } from '../../contract/index.ts';
import { findAccount } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { putInEffect, takeRoleNow } from './apply-role-request.ts';
import { findRequest, saveAnswer, type RequestRow } from './role-request-store.ts';
import { gainsBy, getRequest } from './role-request-view.ts';
import { getLivingRole, rolesThat } from './role-store.ts';

type Of = { requestId: string };

/** A request that this reader may answer. Refuses `own_request` to who asked, `request_own_gain` to who would gain by it. */
async function getAnswerable(ctx: Ctx<IdentityTables>, requestId: string): Promise<RequestRow> {
  const row = (await findRequest(ctx.db, requestId)) ?? refuse('request_not_found');
  if (row.asked_by === ctx.actor.accountId) refuse('own_request');
  if (gainsBy(row, ctx.actor)) refuse('request_own_gain');
  return row;
}

function tell(ctx: Ctx<IdentityTables>, row: RequestRow, state: 'agreed' | 'refused' | 'withdrawn'): void {
  const { request_id: subject, kind, role, account_id: account, asked_by: askedBy } = row;
  ctx.emit({ type: `role_request.${state}`, subject, data: { kind, role, account, askedBy } });
}

/** Whoever asked may ask no more: what they asked for lapses with it. */
async function mayStillAsk(ctx: Ctx<IdentityTables>, askedBy: string): Promise<boolean> {
  const asker = await findAccount(ctx.db, askedBy);
  if (asker === undefined) return true;
  const asking = [...(await rolesThat(ctx.db, ['role:ask'])), ...(await rolesThat(ctx.db, ['account:create']))];
  return asking.includes(asker.role ?? '');
}

async function carryOut(ctx: Ctx<IdentityTables>, row: RequestRow): Promise<void> {
  const { permissions, name, description, role: code, role_version: version } = row;
  if (row.account_id !== null) {
    const role = await getLivingRole(ctx.db, code);
    if (role.version !== version) refuse('role_changed');
    await takeRoleNow(ctx, { accountId: row.account_id, role, areaId: row.area_id });
    return;
  }
  const proposal = {
    template: RoleTemplate.parse(row.template),
    name: name as LocalizedText,
    description: description as LocalizedText,
    permissions: permissions ?? [],
  };
  await putInEffect(ctx, { code, version, isNew: row.kind === 'compose' }, proposal);
}

/**
 * A second person agrees, and what was asked is in effect, in the same transaction: exactly what they read, or nothing. Refuses
 * `request_closed` after seven days, when somebody answered already, and when the one who asked may ask no more; `role_changed`.
 */
export async function agreeToRole(ctx: Ctx<IdentityTables>, { requestId }: Of): Promise<RoleRequest> {
  const row = await getAnswerable(ctx, requestId);
  if (!(await mayStillAsk(ctx, row.asked_by))) refuse('request_closed');
  if (!(await saveAnswer(ctx, requestId, { state: 'agreed', by: ctx.actor.accountId }))) refuse('request_closed');
  tell(ctx, row, 'agreed');
  await carryOut(ctx, row);
  return getRequest(ctx, requestId);
}

/** A second person refuses, and says why. */
export async function refuseRole(
  ctx: Ctx<IdentityTables>,
  { requestId, note }: Of & { note: string },
): Promise<RoleRequest> {
  const row = await getAnswerable(ctx, requestId);
  const answer = { state: 'refused', by: ctx.actor.accountId, note } as const;
  if (!(await saveAnswer(ctx, requestId, answer))) refuse('request_closed');
  tell(ctx, row, 'refused');
  return getRequest(ctx, requestId);
}

/** Whoever asked takes it back. */
export async function withdrawRoleRequest(ctx: Ctx<IdentityTables>, { requestId }: Of): Promise<RoleRequest> {
  const row = await findRequest(ctx.db, requestId);
  if (row === undefined || row.asked_by !== ctx.actor.accountId) refuse('request_not_found');
  if (!(await saveAnswer(ctx, requestId, { state: 'withdrawn', by: null }))) refuse('request_closed');
  tell(ctx, row, 'withdrawn');
  return getRequest(ctx, requestId);
}
