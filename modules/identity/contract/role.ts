import { idOf, IsoDateTime, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';

/** The roles that ship with the product; their permissions are in its code and change with it. */
export const RoleTemplate = z.enum([
  'navigator',
  'protection_officer',
  'partner',
  'shelter_partner',
  'planner',
  'inspector',
  'librarian',
  'privacy_officer',
  'administrator',
]);
export type RoleTemplate = z.infer<typeof RoleTemplate>;

/** The code of a role: one that ships, or one that was composed here. */
export const Role = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
export type Role = z.infer<typeof Role>;

/** One thing that a role may do, or a mark that says whose records and which parts of them. */
export const Permission = z.string().regex(/^[a-z_]+:[a-z_]+$/);

/** The name of a composed role; none of one that ships, whose words are in the messages. */
export const RoleName = LocalizedText.nullable();

export const RoleCard = z.object({
  role: Role,
  name: RoleName,
  description: RoleName,
  isShipped: z.boolean(),
  /** The shipped role that it was composed from. */
  template: RoleTemplate.nullable(),
  version: z.number().int(),
  isRetired: z.boolean(),
  /** Open accounts that hold it. */
  holders: z.number().int(),
  /** What it adds to what everybody at work may do. */
  permissions: z.array(Permission),
});
export type RoleCard = z.infer<typeof RoleCard>;

export const RoleRequestId = idOf('RoleRequestId');
export type RoleRequestId = Id<'RoleRequestId'>;

export const RoleRequestKind = z.enum(['give', 'compose', 'change']);
export type RoleRequestKind = z.infer<typeof RoleRequestKind>;

/** How a request stands. In effect: agreed to; alone, as nobody else could agree; reduced, as it only took away. */
export const RoleRequestState = z.enum(['asked', 'agreed', 'refused', 'withdrawn', 'alone', 'reduced', 'expired']);
export type RoleRequestState = z.infer<typeof RoleRequestState>;

/** What a composed role would be. */
export const RoleProposal = z.object({
  template: RoleTemplate,
  name: LocalizedText,
  description: LocalizedText,
  permissions: z.array(Permission),
});
export type RoleProposal = z.infer<typeof RoleProposal>;

const Named = z.object({ accountId: z.uuid(), displayName: z.string() });

/** A role to be given, composed or changed, and who stands behind it. */
export const RoleRequest = z.object({
  requestId: RoleRequestId,
  kind: RoleRequestKind,
  state: RoleRequestState,
  role: Role,
  roleName: RoleName,
  /** To whom it is given. */
  account: Named.nullable(),
  formerRole: Role.nullable(),
  formerRoleName: RoleName,
  areaId: z.uuid().nullable(),
  proposal: RoleProposal.nullable(),
  /** What it would add to what everybody may do, and what was before it. */
  permissions: z.array(Permission),
  formerPermissions: z.array(Permission),
  reason: z.string(),
  askedBy: Named,
  askedAt: IsoDateTime,
  expiresAt: IsoDateTime,
  answeredBy: Named.nullable(),
  answeredAt: IsoDateTime.nullable(),
  answerNote: z.string().nullable(),
  isOwn: z.boolean(),
  /** Whether whoever reads this could agree to it. */
  mayAnswer: z.boolean(),
});
export type RoleRequest = z.infer<typeof RoleRequest>;

/** Why something is asked for; whoever agrees reads it. */
export const Reason = z.string().trim().min(3).max(1000);
