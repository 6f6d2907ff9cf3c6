import { timingSafeEqual } from 'node:crypto';
import { newId, refuse } from '@qantara/kernel';
import { openToReferrals } from '@qantara/organisations/server';
import { withTables, type AnyCtx, type Ctx, type Vault } from '@qantara/platform';
import type { z } from 'zod';
import type { Account, EnrolmentLink, FirstAdministrator, NewAccount, Role } from '../../contract/index.ts';
import { readAccessCode } from '../../domain/index.ts';
import { hashPassword } from '../passwords/password.ts';
import { refuseWeak } from '../passwords/password-policy.ts';
import { issueLink } from '../recovery/enrolment-store.ts';
import { newSecret } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findAccountByEmail, getOther, hasAnyAccount, insertAccount, toAccount } from './account-store.ts';

const SETUP_CODE_LENGTH = 12;

/** Everything that these do is done for an organisation: a referral has two, and neither may be nobody. */
const WORKS_FOR_ONE: readonly Role[] = ['navigator', 'partner'];

/** The code that the first start prints, so that the first to open the page is the one who started the server. */
export function setupCodeOf(vault: Vault): string {
  return vault.digest('setup', 'first administrator').toString('hex').slice(0, SETUP_CODE_LENGTH).toUpperCase();
}

/**
 * Adds an account. Without a password its owner takes it by an enrolment link; with one they link their telephone at the
 * first sign-in. `isSample` only for invented people. Refuses `email_taken`, `organisation_needed`.
 */
export async function saveAccount(
  anyCtx: AnyCtx,
  account: NewAccount,
  options: { isSample: boolean; passwordHash: string | null },
): Promise<Account> {
  const ctx = withTables<IdentityTables>(anyCtx);
  if ((await findAccountByEmail(ctx.db, account.email)) !== undefined) refuse('email_taken');
  if (WORKS_FOR_ONE.includes(account.role) && account.organisationId === null) refuse('organisation_needed');
  const accountId = newId<'AccountId'>(ctx.now.getTime());
  const row = await insertAccount(ctx.db, {
    account_id: accountId,
    email: account.email,
    display_name: account.displayName,
    role: account.role,
    organisation_id: account.organisationId,
    locale: account.locale,
    password_hash: options.passwordHash,
    enrolled_at: options.passwordHash === null ? null : ctx.now,
    totp_secret: ctx.vault.seal(newSecret()),
    totp_confirmed_at: options.isSample ? ctx.now : null,
    is_sample: options.isSample,
    created_at: ctx.now,
  });
  if (account.role === 'partner' && account.organisationId !== null) await openToReferrals(ctx, account.organisationId);
  ctx.emit({
    type: 'account.created',
    subject: accountId,
    data: { role: account.role },
    after: { email: account.email },
  });
  return toAccount(row);
}

type Created = { account: Account; invitation: EnrolmentLink };

/** Adds a colleague and gives the link by which they alone take the account. Refuses `email_taken`, `organisation_needed`. */
export async function createAccount(ctx: Ctx<IdentityTables>, given: NewAccount): Promise<Created> {
  const account = await saveAccount(ctx, given, { isSample: false, passwordHash: null });
  return { account, invitation: await issueLink(ctx, account, 'invitation') };
}

/** A new link for a colleague who has not come yet; the old one opens nothing. Refuses `already_enrolled`. */
export async function renewInvitation(
  ctx: Ctx<IdentityTables>,
  { accountId }: { accountId: string },
): Promise<EnrolmentLink> {
  const row = await getOther(ctx, accountId, { mayBeOwn: true });
  if (row.disabled_at !== null) refuse('account_already_disabled');
  if (row.enrolled_at !== null) refuse('already_enrolled');
  return issueLink(ctx, toAccount(row), 'invitation');
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
  const { setupCode: _used, password, ...account } = given;
  await refuseWeak(ctx, password, account);
  const passwordHash = await hashPassword(password);
  await saveAccount(
    ctx,
    { ...account, role: 'administrator', organisationId: null },
    { isSample: false, passwordHash },
  );
  return { done: true };
}
