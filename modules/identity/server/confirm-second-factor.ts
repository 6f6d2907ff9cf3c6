import { countAttempt, type Ctx } from '@qantara/platform';
import { refuse } from '@qantara/kernel';
import type { z } from 'zod';
import { renderSVG } from 'uqr';
import type { SecondFactor, SecondFactorOutcome, SecondFactorState } from '../contract/session.ts';
import { findAccount, type AccountRow } from './account-store.ts';
import { codeAt, enrolmentAddress, stepOf } from './second-factor.ts';
import { removeResidentSessions, removeSessionsOf, saveSession } from './session-store.ts';
import type { IdentityTables } from './tables.gen.ts';

const ATTEMPTS = { limit: 10, windowSeconds: 900 };

async function ownAccount(ctx: Ctx<IdentityTables>): Promise<AccountRow> {
  return (await findAccount(ctx.db, ctx.actor.accountId ?? '')) ?? refuse('not_signed_in');
}

/** What the second-factor page shows. The secret is shown until it has been used once, and never after. */
export async function getSecondFactor(ctx: Ctx<IdentityTables>): Promise<z.infer<typeof SecondFactorState>> {
  const account = await ownAccount(ctx);
  const secret = ctx.vault.open(account.totp_secret);
  const isEnrolled = account.totp_confirmed_at !== null;
  return {
    isEnrolled,
    secret: isEnrolled ? null : secret,
    qrCode: isEnrolled ? null : renderSVG(enrolmentAddress(secret, account.email), { border: 2 }),
    sampleCode: account.is_sample ? codeAt(secret, ctx.now) : null,
  };
}

async function useStep(ctx: Ctx<IdentityTables>, account: AccountRow, step: number): Promise<boolean> {
  const used = await ctx.db
    .updateTable('identity.account')
    .set({ totp_last_step: step, totp_confirmed_at: account.totp_confirmed_at ?? ctx.now })
    .where('account_id', '=', account.account_id)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n || account.is_sample;
}

/** The second factor: a code opens once. The session gets a new token, so that one planted before it is worth nothing. */
export async function confirmSecondFactor(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof SecondFactor>,
): Promise<z.infer<typeof SecondFactorOutcome>> {
  const account = await ownAccount(ctx);
  const subject = account.account_id;
  if (!(await countAttempt(ctx, `second factor ${subject}`, ATTEMPTS))) {
    ctx.emit({ type: 'account.sign_in_locked', subject });
    return { outcome: 'locked' };
  }
  const step = stepOf(ctx.vault.open(account.totp_secret), given.code, ctx.now);
  if (step === null || !(await useStep(ctx, account, step))) {
    ctx.emit({ type: 'account.second_factor_failed', subject });
    return { outcome: 'wrong' };
  }
  const session = await saveSession(ctx.db, { kind: 'account', accountId: subject, isConfirmed: true }, ctx.now);
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'account.signed_in', subject });
  return { outcome: 'signed_in' };
}

/** Ends every session of this account or code: who leaves a shared computer leaves all of them. */
export async function signOut(ctx: Ctx<IdentityTables>): Promise<{ done: true }> {
  const { accountId, personId } = ctx.actor;
  if (accountId !== null) await removeSessionsOf(ctx.db, accountId);
  if (personId !== null) await removeResidentSessions(ctx.db, personId);
  ctx.setSession(null, 0);
  ctx.emit({ type: 'session.ended', subject: accountId ?? personId ?? '' });
  return { done: true };
}
