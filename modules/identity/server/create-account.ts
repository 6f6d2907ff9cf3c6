import { timingSafeEqual } from 'node:crypto';
import { newId, refuse } from '@qantara/kernel';
import { openToReferrals } from '@qantara/organisations/server';
import { withTables, type AnyCtx, type Ctx, type Vault } from '@qantara/platform';
import type { z } from 'zod';
import type { FirstAdministrator } from '../contract/account.ts';
import type { Account, NewAccount, Role } from '../contract/index.ts';
import { readAccessCode } from '../domain/index.ts';
import { findAccount, findAccountByEmail, hasAnyAccount, toAccount } from './account-store.ts';
import { hashPassword } from './password.ts';
import { newSecret } from './second-factor.ts';
import type { IdentityTables } from './tables.gen.ts';

const SETUP_CODE_LENGTH = 12;

/** Everything that these do is done for an organisation: a referral has two, and neither may be nobody. */
const WORKS_FOR_ONE: readonly Role[] = ['navigator', 'partner'];

/** The code that the first start prints, so that the first to open the page is the one who started the server. */
export function setupCodeOf(vault: Vault): string {
  return vault.digest('setup', 'first administrator').toString('hex').slice(0, SETUP_CODE_LENGTH).toUpperCase();
}

/** Adds an account. Its owner keeps the second-factor secret at first sign-in. `isSample` only for invented people. */
export async function saveAccount(
  anyCtx: AnyCtx,
  account: NewAccount,
  options: { isSample: boolean; passwordHash?: string },
): Promise<Account> {
  const ctx = withTables<IdentityTables>(anyCtx);
  if ((await findAccountByEmail(ctx.db, account.email)) !== undefined) refuse('email_taken');
  if (WORKS_FOR_ONE.includes(account.role) && account.organisationId === null) refuse('organisation_needed');
  const accountId = newId<'AccountId'>(ctx.now.getTime());
  const row = await ctx.db
    .insertInto('identity.account')
    .values({
      account_id: accountId,
      email: account.email,
      display_name: account.displayName,
      role: account.role,
      organisation_id: account.organisationId,
      locale: account.locale,
      password_hash: options.passwordHash ?? (await hashPassword(account.password)),
      totp_secret: ctx.vault.seal(newSecret()),
      totp_confirmed_at: options.isSample ? ctx.now : null,
      is_sample: options.isSample,
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  if (account.role === 'partner' && account.organisationId !== null) await openToReferrals(ctx, account.organisationId);
  ctx.emit({
    type: 'account.created',
    subject: accountId,
    data: { role: account.role },
    after: { email: account.email },
  });
  return toAccount(row);
}

/** An administrator adds a colleague. Refuses `email_taken`, `organisation_needed`. */
export async function createAccount(ctx: Ctx<IdentityTables>, account: NewAccount): Promise<Account> {
  return saveAccount(ctx, account, { isSample: false });
}

/** The first account of an empty region. Refuses `already_set_up`, `wrong_setup_code`. */
export async function createFirstAdministrator(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof FirstAdministrator>,
): Promise<{ done: true }> {
  if (await hasAnyAccount(ctx.db)) refuse('already_set_up');
  const wanted = Buffer.from(setupCodeOf(ctx.vault));
  const typed = Buffer.from(readAccessCode(given.setupCode));
  if (typed.length !== wanted.length || !timingSafeEqual(typed, wanted)) refuse('wrong_setup_code');
  const { setupCode: _used, ...account } = given;
  await saveAccount(ctx, { ...account, role: 'administrator', organisationId: null }, { isSample: false });
  return { done: true };
}

async function changeOther(ctx: Ctx<IdentityTables>, accountId: string): Promise<void> {
  if (accountId === ctx.actor.accountId) refuse('own_account');
  if ((await findAccount(ctx.db, accountId)) === undefined) refuse('account_not_found');
}

/** Closes an account and every session of it. Refuses `own_account`, so that a region keeps an administrator. */
export async function disableAccount(ctx: Ctx<IdentityTables>, { accountId }: { accountId: string }): Promise<Account> {
  await changeOther(ctx, accountId);
  const row = await ctx.db
    .updateTable('identity.account')
    .set({ disabled_at: ctx.now })
    .where('account_id', '=', accountId)
    .where('disabled_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return refuse('account_already_disabled');
  await ctx.db.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
  ctx.emit({ type: 'account.disabled', subject: accountId });
  return toAccount(row);
}

/** Gives a colleague who lost their telephone a new second factor, and ends their sessions. */
export async function resetSecondFactor(
  ctx: Ctx<IdentityTables>,
  { accountId }: { accountId: string },
): Promise<Account> {
  await changeOther(ctx, accountId);
  const row = await ctx.db
    .updateTable('identity.account')
    .set({ totp_secret: ctx.vault.seal(newSecret()), totp_confirmed_at: null, totp_last_step: 0 })
    .where('account_id', '=', accountId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await ctx.db.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
  ctx.emit({ type: 'account.second_factor_reset', subject: accountId });
  return toAccount(row);
}
