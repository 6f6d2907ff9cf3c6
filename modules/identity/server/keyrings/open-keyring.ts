import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Keyring, KeyringProof, KeyringRequestId, OpenedKeyring } from '../../contract/index.ts';
import { findKeyringOf, removeSessionOf, saveSession } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findKept, findKeyring, listKept, saveOpenedOn, type KeyringRow } from './keyring-store.ts';
import { tryKeyring } from './try-keyring.ts';

/** The personal account that opened this session. Refuses `keyring_not_open` where a code did, or it has ended. */
export async function getKeyringOfSession(ctx: Ctx<IdentityTables>): Promise<KeyringRow> {
  const keyringId = await findKeyringOf(ctx.db, ctx.actor.sessionId);
  const keyring = keyringId === null ? undefined : await findKeyring(ctx.db, keyringId);
  return keyring ?? refuse('keyring_not_open');
}

/** A resident's session, as their code opens it, for one request of the account. */
export async function startKeyringSession(
  ctx: Ctx<IdentityTables>,
  { personId, keyringId }: { personId: string; keyringId: string },
): Promise<void> {
  const session = await saveSession(ctx, { kind: 'resident', personId, keyringId });
  await saveOpenedOn(ctx, personId);
  ctx.setSession(session.token, session.seconds);
}

/** Opens the request of a personal account that was asked last; of several their owner then chooses. */
export async function openKeyring(ctx: Ctx<IdentityTables>, given: KeyringProof): Promise<OpenedKeyring> {
  const tried = await tryKeyring(ctx, given);
  if (tried.outcome !== 'right') return { ...tried, requests: 0 };
  const { keyring, kept } = tried;
  const keyringId = keyring.keyring_id;
  const personId = kept[0]?.person_id ?? refuse('not_signed_in');
  if (ctx.actor.kind !== 'account') await removeSessionOf(ctx.db, ctx.actor.sessionId);
  await startKeyringSession(ctx, { personId, keyringId });
  ctx.emit({ type: 'keyring.opened', subject: keyringId, personId });
  return { outcome: 'opened', waitSeconds: 0, requests: kept.length };
}

/** What the page of the personal account shows. Who came by a code learns whether that request is in one, and no more. */
export async function getKeyring(ctx: Ctx<IdentityTables>): Promise<Keyring> {
  const { personId, sessionId } = ctx.actor;
  const kept = await findKept(ctx.db, personId ?? refuse('not_signed_in'));
  const keyring = kept === undefined ? undefined : await findKeyring(ctx.db, kept.keyring_id);
  const openId = await findKeyringOf(ctx.db, sessionId);
  const rows = openId === null ? [] : await listKept(ctx.db, openId);
  return {
    isSignedIn: openId !== null,
    keptSince: kept?.added_at.toISOString() ?? null,
    isSample: keyring?.is_sample ?? false,
    requests: rows.map((row) => ({
      keyringRequestId: row.keyring_request_id as KeyringRequestId,
      askedAt: row.asked_at.toISOString(),
      isOpen: row.person_id === personId,
    })),
  };
}

/** Opens another request of the same account, in a session of its own. Refuses `keyring_request_not_found`. */
export async function openKeyringRequest(
  ctx: Ctx<IdentityTables>,
  { keyringRequestId }: { keyringRequestId: string },
): Promise<{ done: true }> {
  const { keyring_id: keyringId } = await getKeyringOfSession(ctx);
  const kept = await listKept(ctx.db, keyringId);
  const wanted = kept.find((row) => row.keyring_request_id === keyringRequestId);
  const personId = wanted?.person_id ?? refuse('keyring_request_not_found');
  await removeSessionOf(ctx.db, ctx.actor.sessionId);
  await startKeyringSession(ctx, { personId, keyringId });
  ctx.emit({ type: 'keyring.request_opened', subject: keyringId, personId });
  return { done: true };
}
