import { refuse } from '@qantara/kernel';
import { errorCode, withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { KeyringProof, NewKeyring } from '../../contract/index.ts';
import type { AddedRequest, JoinedKeyring } from '../../contract/keyring.ts';
import type { OpenByCode } from '../../contract/session.ts';
import { readSignInName } from '../../domain/index.ts';
import { refuseWeak } from '../passwords/password-policy.ts';
import { findKeyringOf } from '../sessions/session-store.ts';
import { findPersonByCode, tryAccessCode } from '../sign-in/access-codes.ts';
import { patienceFor } from '../sign-in/patience.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findKept, insertKept, insertKeyring, listKept } from './keyring-store.ts';
import { getKeyringOfSession, startKeyringSession } from './open-keyring.ts';
import { openerOf } from './opener.ts';
import { tryKeyring } from './try-keyring.ts';

type Context = Ctx<IdentityTables>;

const UNIQUE_VIOLATION = '23505';
/** Nobody asks for help so often; whoever collects codes of others does. */
const MOST_REQUESTS = 20;

/** Whose request a code opened in this session. Refuses `keyring_by_code` where an account did, `keyring_kept` where it is in one. */
async function ownUnkept(ctx: Context): Promise<string> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  if ((await findKeyringOf(ctx.db, ctx.actor.sessionId)) !== null) refuse('keyring_by_code');
  if ((await findKept(ctx.db, personId)) !== undefined) refuse('keyring_kept');
  return personId;
}

/** The name and the password of a new account, or of one that changes, as they open it. Refuses what is easy to guess. */
export async function newOpenerOf(ctx: Context, { signInName, password }: NewKeyring): Promise<Buffer> {
  const name = readSignInName(signInName);
  if (name.length < 3)
    refuse('invalid_input', { fields: [{ path: 'signInName', code: 'too_short', values: { limit: 3 } }] });
  await refuseWeak(ctx, password, { email: name, displayName: signInName });
  return openerOf(ctx, name, password);
}

/** Refuses a name and a password that open somebody's account already, and says no more than that the password is guessed. */
export function refuseTaken(): never {
  return refuse('invalid_input', { fields: [{ path: 'password', code: 'password_guessable' }] });
}

async function insertOnce(ctx: Context, given: Parameters<typeof insertKeyring>[1]): Promise<string | undefined> {
  try {
    return await insertKeyring(ctx, given);
  } catch (fault) {
    // Another tab was faster.
    if (errorCode(fault) === UNIQUE_VIOLATION) return refuse('keyring_kept');
    throw fault;
  }
}

/**
 * Makes a personal account for the request that a code opened. The answer is the same whether or not others have this name.
 * It counts as a try of name and password, since it would tell that both are somebody's. Refuses `keyring_by_code`,
 * `keyring_kept`, `keyring_locked`.
 */
export async function createKeyring(ctx: Context, given: NewKeyring): Promise<{ done: true }> {
  const personId = await ownUnkept(ctx);
  const { waitSeconds, release } = await patienceFor(ctx, 'keyring', readSignInName(given.signInName));
  if (waitSeconds > 0) refuse('keyring_locked', { values: { minutes: Math.ceil(waitSeconds / 60) } });
  const opensBy = await newOpenerOf(ctx, given);
  const keyringId = (await insertOnce(ctx, { personId, opensBy, isSample: false })) ?? refuseTaken();
  await release();
  await startKeyringSession(ctx, { personId, keyringId });
  ctx.emit({ type: 'keyring.created', subject: keyringId, personId });
  return { done: true };
}

async function addTo(ctx: Context, keyring: { keyring_id: string }, personId: string): Promise<void> {
  const keyringId = keyring.keyring_id;
  if ((await listKept(ctx.db, keyringId)).length >= MOST_REQUESTS) refuse('keyring_full');
  if (!(await insertKept(ctx, { personId, keyringId }))) refuse('keyring_kept');
  ctx.emit({ type: 'keyring.request_added', subject: keyringId, personId });
}

/** Puts the request that a code opened into the account that name and password open. */
export async function joinKeyring(ctx: Context, given: KeyringProof): Promise<z.infer<typeof JoinedKeyring>> {
  const personId = await ownUnkept(ctx);
  const tried = await tryKeyring(ctx, given);
  if (tried.outcome !== 'right') return tried;
  if (tried.keyring.is_sample) refuse('sample_account');
  await addTo(ctx, tried.keyring, personId);
  await startKeyringSession(ctx, { personId, keyringId: tried.keyring.keyring_id });
  return { outcome: 'joined', waitSeconds: 0 };
}

/** Puts another request into the account that is open, by the code of that request. */
export async function addKeyringRequest(
  ctx: Context,
  { accessCode }: z.output<typeof OpenByCode>,
): Promise<z.infer<typeof AddedRequest>> {
  const keyring = await getKeyringOfSession(ctx);
  if (keyring.is_sample) refuse('sample_account');
  const tried = await tryAccessCode(ctx, accessCode);
  if (tried.outcome !== 'right') return { outcome: tried.outcome, waitSeconds: tried.outcome === 'locked' ? 900 : 0 };
  await addTo(ctx, keyring, tried.personId);
  return { outcome: 'added', waitSeconds: 0 };
}

/** A personal account of the sample region, shared by whoever visits it, for the requests that these codes open. */
export async function saveSampleKeyring(anyCtx: AnyCtx, accessCodes: string[], given: NewKeyring): Promise<void> {
  const ctx = withTables<IdentityTables>(anyCtx);
  const opensBy = await openerOf(ctx, readSignInName(given.signInName), given.password);
  let keyringId: string | undefined;
  for (const accessCode of accessCodes) {
    const personId = (await findPersonByCode(ctx, accessCode)) ?? refuse('keyring_request_not_found');
    if (keyringId === undefined) keyringId = await insertKeyring(ctx, { personId, opensBy, isSample: true });
    else await insertKept(ctx, { personId, keyringId });
    if (keyringId !== undefined) ctx.emit({ type: 'keyring.request_added', subject: keyringId, personId });
  }
}
