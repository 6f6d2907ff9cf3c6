import { refuse, type Actor, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { RoleTemplate, type RoleProposal, type RoleRequest, type RoleRequestId } from '../../contract/index.ts';
import { ownPermissions } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  listRequestRows,
  stateOf,
  type ReadRequestRow,
  type RequestFilter,
  type RequestRow,
} from './role-request-store.ts';

/** Whoever asked does not agree, and nobody to what they would gain by it themselves. */
export function gainsBy({ kind, account_id, role }: RequestRow, actor: Actor): boolean {
  return kind === 'give' ? account_id === actor.accountId : role === actor.role;
}

function proposalOf({ template, name, description, permissions }: RequestRow): RoleProposal | null {
  if (permissions === null) return null;
  return {
    template: RoleTemplate.parse(template),
    name: name as LocalizedText,
    description: description as LocalizedText,
    permissions,
  };
}

function namedOf(accountId: string | null, displayName: string | null) {
  return accountId === null ? null : { accountId, displayName: displayName ?? '' };
}

/** What would be, and what was before: of an account its role, of a role its own permissions. */
function permissionsOfRequest(row: ReadRequestRow): Pick<RoleRequest, 'permissions' | 'formerPermissions'> {
  const ofGiven = ownPermissions({ code: row.role, permissions: row.role_permissions });
  const { former_role: former } = row;
  const ofFormer = former === null ? [] : ownPermissions({ code: former, permissions: row.former_role_permissions });
  return {
    permissions: [...(row.permissions ?? ofGiven)],
    formerPermissions: [...(row.former_permissions ?? ofFormer)],
  };
}

function toRoleRequest(row: ReadRequestRow, { actor, now }: Ctx<IdentityTables>): RoleRequest {
  const state = stateOf(row, now);
  const proposal = proposalOf(row);
  return {
    requestId: row.request_id as RoleRequestId,
    kind: row.kind,
    state,
    role: row.role,
    roleName: proposal?.name ?? (row.role_name as LocalizedText | null),
    account: namedOf(row.account_id, row.receiver_name),
    formerRole: row.former_role,
    formerRoleName: row.former_name as LocalizedText | null,
    areaId: row.area_id,
    proposal,
    ...permissionsOfRequest(row),
    reason: row.reason,
    askedBy: { accountId: row.asked_by, displayName: row.asker_name ?? '' },
    askedAt: row.asked_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    answeredBy: namedOf(row.answered_by, row.answerer_name),
    answeredAt: row.answered_at?.toISOString() ?? null,
    answerNote: row.answer_note,
    isOwn: row.asked_by === actor.accountId,
    mayAnswer:
      state === 'asked' &&
      actor.permissions.has('role:agree') &&
      row.asked_by !== actor.accountId &&
      !gainsBy(row, actor),
  };
}

/** Requests, newest first, as whoever reads them may answer them. */
export async function listRequests(
  ctx: Ctx<IdentityTables>,
  filter: RequestFilter,
  limit = 50,
): Promise<RoleRequest[]> {
  return (await listRequestRows(ctx, filter, limit)).map((row) => toRoleRequest(row, ctx));
}

/** One of them. Refuses `request_not_found`. */
export async function getRequest(ctx: Ctx<IdentityTables>, requestId: string): Promise<RoleRequest> {
  const [request] = await listRequests(ctx, { requestId }, 1);
  return request ?? refuse('request_not_found');
}
