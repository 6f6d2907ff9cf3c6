import { LocalizedText, route } from '@qantara/kernel';
import { z } from 'zod';
import { AccountId } from './account.ts';
import { Permission, Reason, Role, RoleCard, RoleProposal, RoleRequest, RoleRequestId } from './role.ts';

const OfRole = z.object({ role: Role });
const OfRequest = z.object({ requestId: RoleRequestId });
const Note = z.string().trim().max(1000);

/** A list as a form sends it: of none ticked, nothing comes. */
const Permissions = z.array(Permission).max(200).default([]);

const UNSOUND = [
  'role_without_work',
  'role_permission_unknown',
  'role_one_scope',
  'role_asks_and_agrees',
  'role_accounts_and_records',
  'role_oversight_and_records',
  'role_oversight_and_accounts',
  'role_needs_other',
];

const NOT_GIVEN = [
  'role_not_found',
  'role_retired',
  'organisation_needed',
  'area_needed',
  'area_not_found',
  'last_administrator',
];

/** Roles: what they are, and how somebody gets one. What gives power is asked by one person and agreed to by another. */
export const roleRoutes = {
  listRoles: route({
    path: 'GET /roles',
    may: 'role:read',
    input: z.object({}),
    output: z.object({ roles: z.array(RoleCard) }),
    refusals: [],
  }),
  getRole: route({
    path: 'GET /roles/:role',
    may: 'role:read',
    input: OfRole,
    output: z.object({ role: RoleCard, requests: z.array(RoleRequest) }),
    refusals: ['role_not_found'],
  }),
  composeRole: route({
    path: 'POST /roles',
    may: 'role:ask',
    input: RoleProposal.extend({ permissions: Permissions, reason: Reason }),
    output: RoleRequest,
    refusals: UNSOUND,
  }),
  changeRole: route({
    path: 'POST /roles/:role',
    may: 'role:ask',
    input: z.object({
      role: Role,
      /** The version that was read. */
      version: z.coerce.number().int(),
      name: LocalizedText,
      description: LocalizedText,
      permissions: Permissions,
      reason: Reason,
    }),
    output: RoleRequest,
    refusals: [
      ...UNSOUND,
      'role_not_found',
      'role_retired',
      'role_locked',
      'role_changed',
      'role_same',
      'request_under_way',
      'last_administrator',
    ],
  }),
  retireRole: route({
    path: 'POST /roles/:role/retire',
    may: 'role:ask',
    input: OfRole,
    output: RoleCard,
    refusals: ['role_not_found', 'role_retired', 'role_locked', 'role_held'],
  }),
  giveRole: route({
    path: 'POST /accounts/:accountId/role',
    may: 'role:ask',
    input: z.object({
      accountId: AccountId,
      role: Role,
      areaId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
      reason: Reason,
    }),
    output: RoleRequest,
    refusals: [
      ...NOT_GIVEN,
      'role_not_for_programs',
      'account_not_found',
      'own_account',
      'account_already_disabled',
      'role_same',
      'request_under_way',
    ],
  }),
  listRoleRequests: route({
    path: 'GET /role-requests',
    may: 'role:read',
    input: z.object({}),
    output: z.object({ waiting: z.array(RoleRequest), answered: z.array(RoleRequest) }),
    refusals: [],
  }),
  countRoleRequests: route({
    path: 'GET /role-requests/waiting',
    may: 'role:agree',
    input: z.object({}),
    output: z.object({ count: z.number().int() }),
    refusals: [],
  }),
  agreeToRole: route({
    path: 'POST /role-requests/:requestId/agree',
    may: 'role:agree',
    input: OfRequest,
    output: RoleRequest,
    refusals: [
      ...UNSOUND,
      ...NOT_GIVEN,
      'request_not_found',
      'own_request',
      'request_own_gain',
      'request_closed',
      'role_changed',
      'account_already_disabled',
    ],
  }),
  refuseRole: route({
    path: 'POST /role-requests/:requestId/refuse',
    may: 'role:agree',
    input: OfRequest.extend({ note: Note.min(3) }),
    output: RoleRequest,
    refusals: ['request_not_found', 'own_request', 'request_own_gain', 'request_closed'],
  }),
  withdrawRoleRequest: route({
    path: 'POST /role-requests/:requestId/withdraw',
    may: 'role:ask',
    input: OfRequest,
    output: RoleRequest,
    refusals: ['request_not_found', 'request_closed'],
  }),
};
