import { IsoDateTime, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { Account, NewPassword } from './account.ts';
import { Passkey } from './passkey.ts';
import { Role, RoleName, RoleRequest } from './role.ts';
import { Session } from './session.ts';
import { Team } from './team.ts';

export const EnrolmentPurpose = z.enum(['invitation', 'recovery']);
export type EnrolmentPurpose = z.infer<typeof EnrolmentPurpose>;

/** A link for one colleague, shown once to the administrator who hands it over. */
export const EnrolmentLink = z.object({ link: z.string(), expiresAt: IsoDateTime });
export type EnrolmentLink = z.infer<typeof EnrolmentLink>;

export const EnrolmentToken = z.string().trim().min(1).max(100);

/** What the holder of a link sees: whose account it is, and the telephone's square. */
export const OpenedEnrolment = z.object({
  purpose: EnrolmentPurpose,
  displayName: z.string(),
  email: z.string(),
  expiresAt: IsoDateTime,
  secret: z.string(),
  qrCode: z.string(),
});
export type OpenedEnrolment = z.infer<typeof OpenedEnrolment>;

/** A password with the telephone's code, or a passkey alone. */
export const CompleteEnrolment = z.object({
  token: EnrolmentToken,
  password: NewPassword.optional(),
  code: z.string().trim().min(6).max(20).optional(),
  challengeId: z.uuid().optional(),
  credential: z.string().min(2).max(20_000).optional(),
});

/** Ten codes on paper, shown this once. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

/** A recovery that was asked for and not yet agreed to. */
export const PendingRecovery = z.object({
  requestedBy: z.string(),
  requestedAt: IsoDateTime,
  expiresAt: IsoDateTime,
  isOwnRequest: z.boolean(),
});
export type PendingRecovery = z.infer<typeof PendingRecovery>;

/** A link that was made and not yet used. */
const LivingLink = z.object({ purpose: EnrolmentPurpose, expiresAt: IsoDateTime });

/** Everything that opens one's own account, and who is in it now. */
export const OwnAccount = z.object({
  account: Account,
  isSample: z.boolean(),
  /** Of an invented account, which many visitors try, the code of this moment. */
  sampleCode: z.string().nullable(),
  hasPassword: z.boolean(),
  /** Nothing of ours opens it: only the provider does. */
  isOfProviderAlone: z.boolean(),
  passkeys: z.array(Passkey),
  codesLeft: z.number().int(),
  sessions: z.array(Session),
  provider: z.object({ label: LocalizedText, linkedAt: IsoDateTime.nullable() }).nullable(),
  /** Until when both factors count as just given. */
  freshUntil: IsoDateTime.nullable(),
  /** Tries that had failed when this session began. */
  failedTries: z.number().int(),
  recovery: PendingRecovery.nullable(),
  livingLink: LivingLink.nullable(),
  /** A role that was asked for and that nobody has agreed to yet. */
  roleRequest: z
    .object({ role: Role, roleName: RoleName, askedBy: z.string(), askedAt: IsoDateTime, expiresAt: IsoDateTime })
    .nullable(),
  /** What a composed role is for, in the words of the region. */
  roleDescription: RoleName,
  teams: z.array(Team),
});
export type OwnAccount = z.infer<typeof OwnAccount>;

/** An account as administrators look after it. */
export const ManagedAccount = z.object({
  account: Account,
  passkeyCount: z.number().int(),
  codesLeft: z.number().int(),
  sessions: z.array(Session),
  recovery: PendingRecovery.nullable(),
  livingLink: LivingLink.nullable(),
  /** Roles that were asked for it, newest first. */
  roleRequests: z.array(RoleRequest),
  teams: z.array(Team),
});
export type ManagedAccount = z.infer<typeof ManagedAccount>;
