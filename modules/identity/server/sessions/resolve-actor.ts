import { ANYONE, type Actor } from '@qantara/kernel';
import { kyselyOf, type Database } from '@qantara/platform';
import { OF_RESIDENT, UNCONFIRMED } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findSessionOf, toActor, type FoundSession } from './actor-view.ts';
import { IDLE_SECONDS, saveSeen, SEEN_EVERY_SECONDS } from './session-store.ts';

function secondsSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000;
}

/** One write in five minutes tells that a session lives; more would tell when somebody works. */
async function noteSeen(database: Database, session: FoundSession, now: Date): Promise<void> {
  if (secondsSince(session.last_seen_at, now) < SEEN_EVERY_SECONDS) return;
  await saveSeen(kyselyOf<IdentityTables>(database.pool, { named: true }), session.session_id, now);
}

function actorOf(session: FoundSession): Actor | null {
  const { kind, session_id: sessionId, account_id: accountId } = session;
  if (kind === 'visitor') return { ...ANYONE, sessionId };
  if (kind === 'resident')
    return {
      ...ANYONE,
      kind,
      sessionId,
      personId: session.person_id,
      role: 'resident',
      permissions: new Set(OF_RESIDENT),
    };
  if (accountId === null) return null;
  const actor = { ...toActor({ ...session, account_id: accountId }), sessionId };
  // Without the second factor it may do nothing but confirm itself.
  return session.confirmed_at === null ? { ...actor, role: null, permissions: new Set(UNCONFIRMED) } : actor;
}

/**
 * Who holds this session token; null where it opens nothing. A disabled account's sessions open nothing at once, and one
 * of the staff that was silent for an hour has ended.
 */
export async function resolveActor(database: Database, token: string, now = new Date()): Promise<Actor | null> {
  const session = await findSessionOf(database, token, now);
  if (session === undefined) return null;
  if (session.kind === 'account' && secondsSince(session.last_seen_at, now) > IDLE_SECONDS) return null;
  await noteSeen(database, session, now);
  return actorOf(session);
}
