import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { LastSeen, Session, SessionId } from '../../contract/index.ts';
import { Browser, Device } from '../../contract/index.ts';
import { getOwn, getOther } from '../accounts/account-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import {
  findKeyringOf,
  listSessionRows,
  removeKeyringSessions,
  removeResidentSessions,
  removeSession,
  removeSessionsOf,
} from './session-store.ts';

type Done = { done: true };

const NOW_MS = 10 * 60_000;
const HOUR_MS = 60 * 60_000;

function lastSeenOf(seen: Date, now: Date): LastSeen {
  const ago = now.getTime() - seen.getTime();
  if (ago <= NOW_MS) return 'now';
  return ago <= HOUR_MS ? 'hour' : 'earlier';
}

/** The living sessions of an account, the last used first. */
export async function listSessions(ctx: Ctx<IdentityTables>, accountId: string): Promise<Session[]> {
  const rows = await listSessionRows(ctx.db, accountId, ctx.now);
  return rows.map((row) => ({
    sessionId: row.session_id as SessionId,
    startedAt: row.created_at.toISOString(),
    lastSeen: lastSeenOf(row.last_seen_at, ctx.now),
    browser: Browser.catch('other').parse(row.browser),
    device: Device.catch('other').parse(row.device),
    way: row.way,
    isThis: row.session_id === ctx.actor.sessionId,
  }));
}

/** Ends one of one's own sessions. Refuses `session_not_found`. */
export async function endSession(ctx: Ctx<IdentityTables>, { sessionId }: { sessionId: string }): Promise<Done> {
  const accountId = ctx.actor.accountId ?? '';
  if (!(await removeSession(ctx.db, accountId, sessionId))) refuse('session_not_found');
  if (sessionId === ctx.actor.sessionId) ctx.setSession(null, 0);
  ctx.emit({ type: 'session.ended', subject: accountId, data: { sessionId } });
  return { done: true };
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(ctx: Ctx<IdentityTables>): Promise<Done> {
  const { account_id: accountId } = await getOwn(ctx);
  await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  ctx.emit({ type: 'session.others_ended', subject: accountId });
  return { done: true };
}

/** An administrator ends one session of an account, or all. Refuses `session_not_found`. */
export async function endSessionsOf(
  ctx: Ctx<IdentityTables>,
  { accountId, sessionId }: { accountId: string; sessionId?: string | undefined },
): Promise<Done> {
  await getOther(ctx, accountId, { mayBeOwn: true });
  if (sessionId === undefined) await removeSessionsOf(ctx.db, accountId);
  else if (!(await removeSession(ctx.db, accountId, sessionId))) refuse('session_not_found');
  ctx.emit({ type: 'session.ended_by_other', subject: accountId, data: { sessionId: sessionId ?? null } });
  return { done: true };
}

/** Ends every session of this account, code or personal account: who leaves a shared computer leaves all of them. */
export async function signOut(ctx: Ctx<IdentityTables>): Promise<Done> {
  const { accountId, personId, sessionId } = ctx.actor;
  const keyringId = personId === null ? null : await findKeyringOf(ctx.db, sessionId);
  if (accountId !== null) await removeSessionsOf(ctx.db, accountId);
  if (personId !== null) await removeResidentSessions(ctx.db, personId);
  if (keyringId !== null) await removeKeyringSessions(ctx.db, keyringId);
  ctx.setSession(null, 0);
  ctx.emit({ type: 'session.ended', subject: accountId ?? personId ?? '' });
  return { done: true };
}
