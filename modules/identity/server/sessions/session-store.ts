import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import type { SignInWay } from '../../contract/index.ts';
import { browserFamily } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
type Given = Pick<Ctx<IdentityTables>, 'db' | 'now' | 'agent'>;

export type NewSession =
  | { kind: 'account'; accountId: string; isConfirmed: boolean; way: SignInWay; failedTries?: number }
  | { kind: 'resident'; personId: string; keyringId?: string }
  | { kind: 'visitor' };

/** A token that was just made; it is kept nowhere. */
export type OpenedSession = { token: string; seconds: number; sessionId: string };

/** Staff sign in again each working day; a resident's browser, which may be shared, forgets in half an hour. */
export const SESSION_SECONDS = { account: 12 * 3600, unconfirmed: 600, resident: 1800, visitor: 600 };

/** NIST SP 800-63B-4 §2.2.3: an hour of silence ends a session of the staff. */
export const IDLE_SECONDS = 3600;

/** How precisely it is known when a session was last used. */
export const SEEN_EVERY_SECONDS = 300;

const FRESH_SECONDS = 600;

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function later(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}

function secondsOf(session: NewSession): number {
  const isUnconfirmed = session.kind === 'account' && !session.isConfirmed;
  return SESSION_SECONDS[isUnconfirmed ? 'unconfirmed' : session.kind];
}

/** Of the staff alone it is known with what they came: a resident's browser is nobody's business. */
function ofWhom(session: NewSession, { now, agent }: Pick<Given, 'now' | 'agent'>) {
  if (session.kind === 'visitor') return {};
  if (session.kind === 'resident') return { person_id: session.personId, keyring_id: session.keyringId ?? null };
  return {
    account_id: session.accountId,
    confirmed_at: session.isConfirmed ? now : null,
    way: session.way,
    failed_tries: session.failedTries ?? 0,
    ...browserFamily(agent),
  };
}

/** Opens a session and returns its token, which is kept nowhere. */
export async function saveSession({ db, now, agent }: Given, session: NewSession): Promise<OpenedSession> {
  const token = newToken();
  const seconds = secondsOf(session);
  const sessionId = newId(now.getTime());
  await db
    .insertInto('identity.session')
    .values({
      token_hash: hashOfToken(token),
      session_id: sessionId,
      kind: session.kind,
      confirmed_at: now,
      ...ofWhom(session, { now, agent }),
      created_at: now,
      last_seen_at: now,
      expires_at: later(now, seconds),
    })
    .execute();
  return { token, seconds, sessionId };
}

/** When a session was last used. */
export async function saveSeen(db: Db, sessionId: string, now: Date): Promise<void> {
  await db.updateTable('identity.session').set({ last_seen_at: now }).where('session_id', '=', sessionId).execute();
}

type Rise = { confirms?: true; isFresh?: true; failedTries?: number };

/**
 * The same session under a new token, with more rights than before: whoever had planted or seen the old token holds
 * nothing. Undefined where the session has ended meanwhile.
 */
export async function renewToken(
  { db, now }: Given,
  sessionId: string,
  rise: Rise,
): Promise<OpenedSession | undefined> {
  const token = newToken();
  const renewed = await db
    .updateTable('identity.session')
    .set({
      token_hash: hashOfToken(token),
      last_seen_at: now,
      ...(rise.confirms === true
        ? { confirmed_at: now, expires_at: later(now, SESSION_SECONDS.account), failed_tries: rise.failedTries ?? 0 }
        : {}),
      ...(rise.isFresh === true ? { fresh_until: later(now, FRESH_SECONDS) } : {}),
    })
    .where('session_id', '=', sessionId)
    .where('expires_at', '>', now)
    .returning('expires_at')
    .executeTakeFirst();
  if (renewed === undefined) return undefined;
  return { token, sessionId, seconds: Math.floor((renewed.expires_at.getTime() - now.getTime()) / 1000) };
}

export async function listSessionRows(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom('identity.session')
    .select(['session_id', 'created_at', 'last_seen_at', 'browser', 'device', 'way', 'failed_tries', 'fresh_until'])
    .where('account_id', '=', accountId)
    .where('confirmed_at', 'is not', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', later(now, -IDLE_SECONDS))
    .orderBy('last_seen_at', 'desc')
    .orderBy('session_id', 'desc')
    .limit(100)
    .execute();
}

/** Until when this session of this account counts as fresh, if it does. */
export async function findFresh(db: Db, of: { accountId: string; sessionId: string; now: Date }): Promise<Date | null> {
  const found = await db
    .selectFrom('identity.session')
    .select('fresh_until')
    .where('session_id', '=', of.sessionId)
    .where('account_id', '=', of.accountId)
    .where('fresh_until', '>', of.now)
    .executeTakeFirst();
  return found?.fresh_until ?? null;
}

/** The same of a session that was opened by the provider's word on two factors: ten minutes from then. */
export async function findProviderFresh(
  db: Db,
  of: { accountId: string; sessionId: string; now: Date },
): Promise<Date | null> {
  const found = await db
    .selectFrom('identity.session')
    .select('created_at')
    .where('session_id', '=', of.sessionId)
    .where('account_id', '=', of.accountId)
    .where('way', '=', 'open_id')
    .where('confirmed_at', 'is not', null)
    .where('created_at', '>', later(of.now, -FRESH_SECONDS))
    .executeTakeFirst();
  return found === undefined ? null : later(found.created_at, FRESH_SECONDS);
}

/** How many tries had failed when this session began. */
export async function findFailedTries(db: Db, sessionId: string | undefined): Promise<number> {
  if (sessionId === undefined) return 0;
  const found = await db
    .selectFrom('identity.session')
    .select('failed_tries')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return found?.failed_tries ?? 0;
}

/** Ends one session of this account; false where it has none of this name. */
export async function removeSession(db: Db, accountId: string, sessionId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('identity.session')
    .where('account_id', '=', accountId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** Ends every session of this account, but for one where it is named. */
export async function removeSessionsOf(db: Db, accountId: string, but?: string): Promise<void> {
  await db
    .deleteFrom('identity.session')
    .where('account_id', '=', accountId)
    .$if(but !== undefined, (query) => query.where('session_id', '!=', but ?? ''))
    .execute();
}

/** Ends a session by its name alone: the visitor's own, once it has done what it was for. */
export async function removeSessionOf(db: Db, sessionId: string | undefined): Promise<void> {
  if (sessionId === undefined) return;
  await db.deleteFrom('identity.session').where('session_id', '=', sessionId).execute();
}

export async function removeResidentSessions(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('identity.session').where('person_id', '=', personId).execute();
}

/** The personal account that opened this session; null where a code did. */
export async function findKeyringOf(db: Db, sessionId: string | undefined): Promise<string | null> {
  if (sessionId === undefined) return null;
  const found = await db
    .selectFrom('identity.session')
    .select('keyring_id')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  return found?.keyring_id ?? null;
}

/** Ends every session that this personal account opened; of one person alone where one is named. */
export async function removeKeyringSessions(db: Db, keyringId: string, personId?: string): Promise<void> {
  await db
    .deleteFrom('identity.session')
    .where('keyring_id', '=', keyringId)
    .$if(personId !== undefined, (query) => query.where('person_id', '=', personId ?? ''))
    .execute();
}

export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
  const quiet = later(now, -IDLE_SECONDS);
  await db
    .deleteFrom('identity.session')
    .where((eb) =>
      eb.or([eb('expires_at', '<', now), eb.and([eb('kind', '=', 'account'), eb('last_seen_at', '<', quiet)])]),
    )
    .execute();
}
