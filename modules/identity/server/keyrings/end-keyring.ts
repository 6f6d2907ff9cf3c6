import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { ChangedKeyring, ChangedPassword } from '../../contract/keyring.ts';
import { findKeyringOf, removeKeyringSessions } from '../sessions/session-store.ts';
import { NOBODY } from '../sign-in/sign-in.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findKept, findKeyring, removeKept, removeKeyring, saveOpener } from './keyring-store.ts';
import { newOpenerOf, refuseTaken } from './make-keyring.ts';
import { getKeyringOfSession, startKeyringSession } from './open-keyring.ts';
import { tryKeyring } from './try-keyring.ts';

type Context = Ctx<IdentityTables>;
type Done = { done: true };

/** Another password, for whoever knows the one in use with the name; every other session of the account ends. */
export async function changeKeyringPassword(
  ctx: Context,
  { signInName, currentPassword, password }: z.output<typeof ChangedKeyring>,
): Promise<z.infer<typeof ChangedPassword>> {
  const { keyring_id: keyringId, is_sample: isSample } = await getKeyringOfSession(ctx);
  if (isSample) refuse('sample_account');
  const tried = await tryKeyring(ctx, { signInName, password: currentPassword });
  if (tried.outcome !== 'right') return tried;
  if (tried.keyring.keyring_id !== keyringId) {
    ctx.emit({ type: 'keyring.failed', subject: NOBODY });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  const opensBy = await newOpenerOf(ctx, { signInName, password });
  if (!(await saveOpener(ctx, keyringId, opensBy))) refuseTaken();
  await removeKeyringSessions(ctx.db, keyringId);
  await startKeyringSession(ctx, { personId: ctx.actor.personId ?? refuse('keyring_not_open'), keyringId });
  ctx.emit({ type: 'keyring.password_changed', subject: keyringId });
  return { outcome: 'changed', waitSeconds: 0 };
}

/**
 * Takes the open request out of the account that holds it: for whoever is in that account, and for whoever has the code,
 * who has lost the password or finds the request in an account that is not theirs. An account without a request ends.
 */
export async function leaveKeyring(ctx: Context): Promise<Done> {
  const { sessionId } = ctx.actor;
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const kept = (await findKept(ctx.db, personId)) ?? refuse('keyring_request_not_found');
  const keyringId = kept.keyring_id;
  if ((await findKeyring(ctx.db, keyringId))?.is_sample === true) refuse('sample_account');
  const isFromAccount = (await findKeyringOf(ctx.db, sessionId)) !== null;
  await removeKeyringSessions(ctx.db, keyringId, personId);
  await removeKept(ctx.db, kept);
  if (isFromAccount) ctx.setSession(null, 0);
  ctx.emit({
    type: 'keyring.request_left',
    subject: keyringId,
    personId,
    data: { by: isFromAccount ? 'account' : 'code' },
  });
  return { done: true };
}

/** Ends the personal account at once, in every browser; each request goes on, and its code opens it. */
export async function endKeyring(ctx: Context): Promise<Done> {
  const { keyring_id: keyringId, is_sample: isSample } = await getKeyringOfSession(ctx);
  if (isSample) refuse('sample_account');
  await removeKeyring(ctx.db, keyringId);
  ctx.setSession(null, 0);
  ctx.emit({ type: 'keyring.ended', subject: keyringId });
  return { done: true };
}
