import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { EnrolmentLink } from '../../contract/index.ts';
import { countInRoles, findAccountByEmail, getOther, toAccount, type AccountRow } from '../accounts/account-store.ts';
import { rolesThat } from '../roles/role-store.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findLivingLink, issueLink, revokeLinks } from './enrolment-store.ts';
import { findPending, saveAgreement, saveCancelled, saveRequest } from './recovery-store.ts';

type Of = { accountId: string };
type Done = { done: true };

async function getRecoverable(ctx: Ctx<IdentityTables>, accountId: string): Promise<AccountRow> {
  await getFreshOwn(ctx);
  const account = await getOther(ctx, accountId);
  if (account.disabled_at !== null) refuse('account_already_disabled');
  return account;
}

/**
 * One administrator says that a colleague has lost what opens their account. Nothing happens to it until another one
 * agrees. Refuses `not_enrolled` (a new invitation does it), `recovery_under_way` and `no_second_administrator`: there
 * whoever runs the server recovers it.
 */
export async function startRecovery(ctx: Ctx<IdentityTables>, { accountId }: Of): Promise<Done> {
  const account = await getRecoverable(ctx, accountId);
  if (account.is_sample) refuse('sample_account');
  if (account.enrolled_at === null) refuse('not_enrolled');
  if ((await findPending(ctx, accountId)) !== undefined) refuse('recovery_under_way');
  const by = ctx.actor.accountId ?? '';
  const recovering = await rolesThat(ctx.db, ['account:recover']);
  if ((await countInRoles(ctx.db, recovering, { but: [by, accountId] })) === 0) refuse('no_second_administrator');
  await saveRequest(ctx, { accountId, by });
  ctx.emit({ type: 'recovery.requested', subject: accountId });
  return { done: true };
}

/**
 * A second administrator, having made sure too, gets the link to hand over. What opens the account now holds until its
 * owner uses it. Refuses `recovery_not_found`, and `own_request` to the one who asked.
 */
export async function agreeToRecovery(ctx: Ctx<IdentityTables>, { accountId }: Of): Promise<EnrolmentLink> {
  const account = await getRecoverable(ctx, accountId);
  const pending = (await findPending(ctx, accountId)) ?? refuse('recovery_not_found');
  const by = ctx.actor.accountId ?? '';
  if (pending.requested_by === by) refuse('own_request');
  if (!(await saveAgreement(ctx, { recoveryId: pending.recovery_id, by }))) refuse('recovery_not_found');
  ctx.emit({ type: 'recovery.agreed', subject: accountId, data: { requestedBy: pending.requested_by } });
  return issueLink(ctx, toAccount(account), 'recovery');
}

async function cancel(ctx: Ctx<IdentityTables>, accountId: string): Promise<Done> {
  const hadRequest = await saveCancelled(ctx, { accountId, by: ctx.actor.accountId ?? '' });
  const living = await findLivingLink(ctx, accountId);
  const hadLink = living?.purpose === 'recovery';
  if (hadLink) await revokeLinks(ctx, accountId);
  if (!hadRequest && !hadLink) refuse('recovery_not_found');
  ctx.emit({ type: 'recovery.cancelled', subject: accountId });
  return { done: true };
}

/** Any administrator stops a recovery, agreed to or not. Refuses `recovery_not_found`. */
export async function cancelRecovery(ctx: Ctx<IdentityTables>, { accountId }: Of): Promise<Done> {
  await getOther(ctx, accountId, { mayBeOwn: true });
  return cancel(ctx, accountId);
}

/** The owner stops the recovery of their own account: they have lost nothing. Refuses `recovery_not_found`. */
export async function cancelOwnRecovery(ctx: Ctx<IdentityTables>): Promise<Done> {
  return cancel(ctx, ctx.actor.accountId ?? '');
}

/** Whoever runs the server gives an account back to its owner, where there is no second administrator to agree. */
export async function recoverFromConsole(anyCtx: AnyCtx, email: string): Promise<EnrolmentLink | undefined> {
  const ctx = withTables<IdentityTables>(anyCtx);
  const account = await findAccountByEmail(ctx.db, email);
  if (account === undefined || account.disabled_at !== null) return undefined;
  ctx.emit({ type: 'recovery.from_console', subject: account.account_id });
  return issueLink(ctx, toAccount(account), account.enrolled_at === null ? 'invitation' : 'recovery');
}
