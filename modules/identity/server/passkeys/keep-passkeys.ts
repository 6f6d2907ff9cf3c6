import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { AskedPasskey, GivenPasskey, Passkey } from '../../contract/index.ts';
import type { AccountRow } from '../accounts/account-store.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { askForNewKey } from './ask-passkey.ts';
import { takeChallenge } from './challenge-store.ts';
import {
  listPasskeyRows,
  removePasskeyRow,
  savePasskey,
  savePasskeyLabel,
  toPasskey,
  type PasskeyRow,
} from './passkey-store.ts';
import { checkAttestation, readAttestation } from './read-passkey.ts';

/** More would be a mistake, or somebody's attempt to fill the table. */
const MOST = 20;

async function needRoom(ctx: Ctx<IdentityTables>, account: AccountRow): Promise<void> {
  if ((await listPasskeyRows(ctx.db, account.account_id)).length >= MOST) refuse('too_many_passkeys');
}

/** Asks the browser to make a key for one's own account. Refuses `confirm_first`, `too_many_passkeys`. */
export async function startPasskey(ctx: Ctx<IdentityTables>): Promise<AskedPasskey> {
  const account = await getFreshOwn(ctx);
  await needRoom(ctx, account);
  return askForNewKey(ctx, account, 'register');
}

/** Keeps the key that a browser made for this account. Refuses `passkey_not_valid`, for whatever reason. */
export async function keepKey(
  ctx: Ctx<IdentityTables>,
  given: GivenPasskey & { label: string },
  of: { account: AccountRow; purpose: 'register' | 'enrol' },
): Promise<PasskeyRow> {
  const asked = await takeChallenge(ctx, given.challengeId, [of.purpose]);
  const response = readAttestation(given.credential);
  const isAsked = asked?.accountId === of.account.account_id && asked.sessionId === (ctx.actor.sessionId ?? null);
  if (asked === undefined || response === undefined || !isAsked) return refuse('passkey_not_valid');
  const made = await checkAttestation(response, { challenge: asked.secret, outside: ctx.outside });
  if (made === undefined) return refuse('passkey_not_valid');
  const row = await savePasskey(ctx, {
    account_id: of.account.account_id,
    credential_id: made.credentialId,
    public_key: made.publicKey,
    counter: made.counter,
    transports: made.transports,
    is_synced: made.isSynced,
    label: given.label,
  });
  // Whose it is already is not told.
  if (row === undefined) return refuse('passkey_not_valid');
  ctx.emit({
    type: 'passkey.added',
    subject: of.account.account_id,
    data: { passkeyId: row.passkey_id, isSynced: row.is_synced },
    after: { label: row.label },
  });
  return row;
}

/** Adds a key to one's own account and ends its other sessions. Refuses `confirm_first`, `passkey_not_valid`. */
export async function addPasskey(ctx: Ctx<IdentityTables>, given: GivenPasskey & { label: string }): Promise<Passkey> {
  const account = await getFreshOwn(ctx);
  await needRoom(ctx, account);
  const row = await keepKey(ctx, given, { account, purpose: 'register' });
  await removeSessionsOf(ctx.db, account.account_id, ctx.actor.sessionId);
  return toPasskey(row);
}

/** Gives a key another name. Refuses `passkey_not_found`. */
export async function renamePasskey(
  ctx: Ctx<IdentityTables>,
  { passkeyId, label }: { passkeyId: string; label: string },
): Promise<Passkey> {
  const accountId = ctx.actor.accountId ?? '';
  const row = (await savePasskeyLabel(ctx.db, { accountId, passkeyId, label })) ?? refuse('passkey_not_found');
  ctx.emit({ type: 'passkey.renamed', subject: accountId, data: { passkeyId }, after: { label } });
  return toPasskey(row);
}

/** Whether the account still opens with two factors once its last key is gone. */
function opensWithoutKeys(account: AccountRow): boolean {
  return account.password_hash !== null && account.totp_confirmed_at !== null;
}

/**
 * Removes a key and ends the account's other sessions. Refuses `passkey_not_found`, and `last_way_in` for the last key
 * of an account that has no password with a telephone.
 */
export async function removePasskey(
  ctx: Ctx<IdentityTables>,
  { passkeyId }: { passkeyId: string },
): Promise<{ done: true }> {
  const account = await getFreshOwn(ctx);
  const accountId = account.account_id;
  const kept = await listPasskeyRows(ctx.db, accountId);
  if (!kept.some((passkey) => passkey.passkey_id === passkeyId)) refuse('passkey_not_found');
  if (kept.length === 1 && !opensWithoutKeys(account)) refuse('last_way_in');
  await removePasskeyRow(ctx.db, accountId, passkeyId);
  await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  ctx.emit({ type: 'passkey.removed', subject: accountId, data: { passkeyId } });
  return { done: true };
}
