import { ANYONE, type Actor } from '@qantara/kernel';
import { kyselyOf, type Database } from '@qantara/platform';
import { OF_RESIDENT, permissionsOf, UNCONFIRMED } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { hashOfToken, IDLE_SECONDS, SEEN_EVERY_SECONDS } from './session-store.ts';

function findSession(database: Database, token: string, now: Date) {
  return kyselyOf<IdentityTables>(database.pool, { named: true })
    .selectFrom('identity.session')
    .leftJoin('identity.account', 'identity.account.account_id', 'identity.session.account_id')
    .select([
      'identity.session.kind',
      'identity.session.session_id',
      'identity.session.person_id',
      'identity.session.confirmed_at',
      'identity.session.last_seen_at',
      'identity.account.account_id',
      'identity.account.organisation_id',
      'identity.account.role',
    ])
    .where('identity.session.token_hash', '=', hashOfToken(token))
    .where('identity.session.expires_at', '>', now)
    .where('identity.account.disabled_at', 'is', null)
    .executeTakeFirst();
}

type Found = NonNullable<Awaited<ReturnType<typeof findSession>>>;

function secondsSince(then: Date, now: Date): number {
  return (now.getTime() - then.getTime()) / 1000;
}

/** One write in five minutes tells that a session lives; more would tell when somebody works. */
async function noteSeen(database: Database, session: Found, now: Date): Promise<void> {
  if (secondsSince(session.last_seen_at, now) < SEEN_EVERY_SECONDS) return;
  await kyselyOf<IdentityTables>(database.pool, { named: true })
    .updateTable('identity.session')
    .set({ last_seen_at: now })
    .where('session_id', '=', session.session_id)
    .execute();
}

function actorOf(session: Found): Actor | null {
  const { kind, role, session_id: sessionId } = session;
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
  if (role === null) return null;
  const isConfirmed = session.confirmed_at !== null;
  return {
    kind,
    sessionId,
    accountId: session.account_id,
    organisationId: session.organisation_id,
    personId: null,
    role: isConfirmed ? role : null,
    permissions: isConfirmed ? permissionsOf(role) : new Set(UNCONFIRMED),
  };
}

/**
 * Who holds this session token; null where it opens nothing. A disabled account's sessions open nothing at once, and one
 * of the staff that was silent for an hour has ended.
 */
export async function resolveActor(database: Database, token: string, now = new Date()): Promise<Actor | null> {
  const session = await findSession(database, token, now);
  if (session === undefined) return null;
  if (session.kind === 'account' && secondsSince(session.last_seen_at, now) > IDLE_SECONDS) return null;
  await noteSeen(database, session, now);
  return actorOf(session);
}
