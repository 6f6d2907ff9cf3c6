import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { AskedPasskey, OpenedEnrolment, RecoveryCodes } from '../../contract/index.ts';
import type { CompleteEnrolment } from '../../contract/enrolment.ts';
import { findAccount, saveCredentials, type AccountRow } from '../accounts/account-store.ts';
import { removeLinksOfProvider } from '../open-id/open-id-store.ts';
import { askForNewKey, countStart } from '../passkeys/ask-passkey.ts';
import { keepKey } from '../passkeys/keep-passkeys.ts';
import { removePasskeysOf } from '../passkeys/passkey-store.ts';
import { hashPassword } from '../passwords/password.ts';
import { refuseWeak } from '../passwords/password-policy.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import { squareOf } from '../sign-in/confirm-second-factor.ts';
import { openSession } from '../sign-in/open-session.ts';
import { newSecret, stepOf } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findLink, revokeLinks, takeLink, type EnrolmentRow } from './enrolment-store.ts';
import { saveRecoveryCodes } from './recovery-code-store.ts';

type Opened = { link: EnrolmentRow; account: AccountRow };

/** Refuses `enrolment_not_found`: never made, used, replaced, too old or of a closed account, it is the same. */
async function getLink(ctx: Ctx<IdentityTables>, token: string): Promise<Opened> {
  const link = (await findLink(ctx, token)) ?? refuse('enrolment_not_found');
  const account = (await findAccount(ctx.db, link.account_id)) ?? refuse('enrolment_not_found');
  return { link, account };
}

/** What the holder of a link sees before they take the account. Refuses `enrolment_not_found`. */
export async function openEnrolment(ctx: Ctx<IdentityTables>, { token }: { token: string }): Promise<OpenedEnrolment> {
  const { link, account } = await getLink(ctx, token);
  const secret = ctx.vault.open(link.totp_secret);
  return {
    purpose: link.purpose,
    displayName: account.display_name,
    email: account.email,
    expiresAt: link.expires_at.toISOString(),
    secret,
    qrCode: squareOf(secret, account.email),
  };
}

/** Asks the browser to make the key that will open the account. Refuses `enrolment_not_found`, `too_many_tries`. */
export async function startEnrolmentPasskey(
  ctx: Ctx<IdentityTables>,
  { token }: { token: string },
): Promise<AskedPasskey> {
  await countStart(ctx);
  const { account } = await getLink(ctx, token);
  return askForNewKey(ctx, account, 'enrol');
}

type Given = z.output<typeof CompleteEnrolment>;

function need<T>(value: T | undefined, path: string): T {
  return value ?? refuse('invalid_input', { fields: [{ path, code: 'required' }] });
}

/** A password with the link's telephone. What was before opens nothing any more. */
async function withPassword(ctx: Ctx<IdentityTables>, given: Given, { link, account }: Opened): Promise<void> {
  const password = need(given.password, 'password');
  const code = need(given.code, 'code');
  await refuseWeak(ctx, password, { email: account.email, displayName: account.display_name });
  const step = stepOf(ctx.vault.open(link.totp_secret), code, ctx.now) ?? refuse('second_factor_wrong');
  await saveCredentials(ctx.db, account.account_id, {
    password_hash: await hashPassword(password),
    totp_secret: link.totp_secret,
    totp_pending: null,
    totp_confirmed_at: ctx.now,
    totp_last_step: step,
  });
}

/** A key alone: the account has no password and no telephone until its owner adds them. */
async function withPasskey(ctx: Ctx<IdentityTables>, given: Given, { account }: Opened): Promise<void> {
  const challengeId = need(given.challengeId, 'credential');
  const credential = need(given.credential, 'credential');
  await saveCredentials(ctx.db, account.account_id, {
    password_hash: null,
    totp_secret: ctx.vault.seal(newSecret()),
    totp_pending: null,
    totp_confirmed_at: null,
    totp_last_step: 0,
  });
  const label = ctx.now.toISOString().slice(0, 10);
  await keepKey(ctx, { challengeId, credential, label }, { account, purpose: 'enrol' });
}

/**
 * Its owner takes an account: everything that opened it before is gone, they alone know what opens it now, and they are
 * signed in. Refuses `enrolment_not_found`, `second_factor_wrong`, `passkey_not_valid`.
 */
export async function completeEnrolment(ctx: Ctx<IdentityTables>, given: Given): Promise<RecoveryCodes> {
  const opened = await getLink(ctx, given.token);
  const { account, link } = opened;
  const accountId = account.account_id;
  if (!(await takeLink(ctx, link.enrolment_id))) refuse('enrolment_not_found');
  await removePasskeysOf(ctx.db, accountId);
  await removeLinksOfProvider(ctx.db, accountId);
  await removeSessionsOf(ctx.db, accountId);
  await (given.credential === undefined ? withPassword : withPasskey)(ctx, given, opened);
  await saveCredentials(ctx.db, accountId, { enrolled_at: ctx.now });
  await revokeLinks(ctx, accountId);
  const recoveryCodes = await saveRecoveryCodes(ctx, accountId);
  ctx.emit({ type: 'enrolment.completed', subject: accountId, data: { purpose: link.purpose } });
  await openSession(ctx, account, 'enrolment');
  return { recoveryCodes };
}
