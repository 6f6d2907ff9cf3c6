import { idOf, IsoDateTime, Locale, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const AccountId = idOf('AccountId');
export type AccountId = Id<'AccountId'>;

export const Role = z.enum([
  'navigator',
  'partner',
  'planner',
  'inspector',
  'librarian',
  'privacy_officer',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

/** An account as an administrator sees it; nothing here opens it. */
export const Account = z.object({
  accountId: AccountId,
  email: z.string(),
  displayName: z.string(),
  role: Role,
  organisationId: z.uuid().nullable(),
  locale: Locale,
  hasSecondFactor: z.boolean(),
  disabledAt: IsoDateTime.nullable(),
});
export type Account = z.infer<typeof Account>;

export const Email = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email())
  .transform((email) => email.toLowerCase());

/** NIST SP 800-63B §3.1.1.2: length counts, composition rules do not; fifteen where it is typed by hand. */
export const NewPassword = z.string().min(12).max(200);

export const NewAccount = z.object({
  email: Email,
  displayName: z.string().trim().min(1).max(120),
  role: Role,
  organisationId: z.union([z.literal('').transform(() => null), z.uuid(), z.null()]).default(null),
  locale: Locale,
  password: NewPassword,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const FirstAdministrator = NewAccount.omit({ role: true, organisationId: true }).extend({
  setupCode: z.string().trim().min(1).max(40),
});
