import { timingSafeEqual } from 'node:crypto';
import { newId, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx, type Vault } from '@qantara/platform';
import type { z } from 'zod';
import type {
  Account,
  AddedAccount,
  AskedAccount,
  EnrolmentLink,
  FirstAdministrator,
  NewAccount,
} from '../../contract/index.ts';
import { readAccessCode } from '../../domain/index.ts';
import { hashPassword } from '../passwords/password.ts';
import { refuseWeak } from '../passwords/password-policy.ts';
import { issueLink } from '../recovery/enrolment-store.ts';
import { refuseWithoutPlace, takeRole } from '../roles/apply-role-request.ts';
import { askToGive } from '../roles/ask-for-role.ts';
import { getLivingRole } from '../roles/role-store.ts';
import { newSecret } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  findAccount,
  findAccountByEmail,
  getOther,
  hasAnyAccount,
  insertAccount,
  toAccount,
  type AccountRow,
} from './account-store.ts';

const SETUP_CODE_LENGTH = 12;

/** The code that the first start prints, so that the first to open the page is the one who started the server. */
export function setupCodeOf(vault: Vault): string {
  return vault.digest('setup', 'first administrator').toString('hex').slice(0, SETUP_CODE_LENGTH).toUpperCase();
}

/** An account as it begins: without a role, unless the system itself gives it one. */
export type BegunAccount = Omit<NewAccount, 'role' | 'areaId'> & { role: string | null; areaId?: string | null };
type Beginning = { isSample: boolean; passwordHash: string | null };

async function beginAccount(
  ctx: Ctx<IdentityTables>,
  account: BegunAccount,
  { isSample, passwordHash }: Beginning,
): Promise<AccountRow> {
  if ((await findAccountByEmail(ctx.db, account.email)) !== undefined) refuse('email_taken');
  const accountId = newId<'AccountId'>(ctx.now.getTime());
  const row = await insertAccount(ctx.db, {
    account_id: accountId,
    email: account.email,
    display_name: account.displayName,
    role: null,
    organisation_id: account.organisationId,
    locale: account.locale,
    password_hash: passwordHash,
    enrolled_at: passwordHash === null ? null : ctx.now,
    totp_secret: ctx.vault.seal(newSecret()),
    totp_confirmed_at: isSample ? ctx.now : null,
    is_sample: isSample,
    created_at: ctx.now,
  });
  ctx.emit({
    type: 'account.created',
    subject: accountId,
    data: { role: account.role },
    after: { email: account.email },
  });
  return row;
}

/**
 * Adds an account in the name of the system, its role in effect at once. Without a password its owner takes it by an enrolment link;
 * with one they link their telephone at the first sign-in. `isSample` only for invented people. Refuses `email_taken`,
 * `role_not_found`, `organisation_needed`.
 */
export async function saveAccount(anyCtx: AnyCtx, account: BegunAccount, options: Beginning): Promise<Account> {
  const ctx = withTables<IdentityTables>(anyCtx);
  const row = await beginAccount(ctx, account, options);
  if (account.role === null) return toAccount(row);
  const role = await getLivingRole(ctx.db, account.role);
  await takeRole(ctx, { account: row, role, areaId: account.areaId ?? null });
  return getSaved(ctx, row.account_id);
}

async function getSaved(ctx: Ctx<IdentityTables>, accountId: string): Promise<Account> {
  return toAccount((await findAccount(ctx.db, accountId)) ?? refuse('account_not_found'));
}

/**
 * Adds a colleague and gives the link by which they alone take the account. Their role is asked for: until another person agrees
 * they have their own page and nothing else. Refuses `email_taken`, `organisation_needed`, `area_needed`.
 */
export async function createAccount(
  ctx: Ctx<IdentityTables>,
  { reason, ...given }: z.output<typeof AskedAccount>,
): Promise<AddedAccount> {
  const role = await getLivingRole(ctx.db, given.role);
  const { organisationId, areaId } = given;
  await refuseWithoutPlace(ctx, { role, organisationId, areaId });
  const row = await beginAccount(ctx, given, { isSample: false, passwordHash: null });
  const request = await askToGive(ctx, { account: row, role, areaId }, reason);
  const account = await getSaved(ctx, row.account_id);
  return { account, request, invitation: await issueLink(ctx, account, 'invitation') };
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
