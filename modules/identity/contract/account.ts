import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { Role, RoleName } from './role.ts';

export const AccountId = idOf('AccountId');
export type AccountId = Id<'AccountId'>;

/** An account as an administrator sees it; nothing here opens it. */
export const Account = z.object({
  accountId: AccountId,
  email: z.string(),
  displayName: z.string(),
  /** None while nobody has agreed to the first one. */
  role: Role.nullable(),
  roleName: RoleName,
  organisationId: z.uuid().nullable(),
  /** The area that they answer for, where their role's scope is a territory. */
  areaId: z.uuid().nullable(),
  locale: Locale,
  /** The owner has taken the account; until then only their invitation opens it. */
  isEnrolled: z.boolean(),
  hasSecondFactor: z.boolean(),
  disabledAt: IsoDateTime.nullable(),
  /** Stands for a program of an organisation: nobody signs in with it. */
  isProgram: z.boolean(),
});
export type Account = z.infer<typeof Account>;

export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((email) => email.toLowerCase());

/** NIST SP 800-63B-4 §3.1.1.2, ASVS 5.0 6.2: length counts, rules of composition do not; what is easy to guess is refused by the server. */
export const NewPassword = z.string().min(12).max(128);

/** A colleague's account, without a password: its owner chooses that, and nobody else ever knows it. */
export const NewAccount = z.object({
  email: Email,
  displayName: z.string().trim().min(1).max(120),
  role: Role,
  organisationId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  areaId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  locale: Locale,
});
export type NewAccount = z.infer<typeof NewAccount>;

/** A new account and its role: whoever agrees to the role reads why. */
export const AskedAccount = NewAccount.extend({ reason: z.string().trim().max(1000).default('') });

export const FirstAdministrator = NewAccount.omit({ role: true, organisationId: true, areaId: true }).extend({
  password: NewPassword,
  setupCode: z.string().trim().min(1).max(40),
});
