import { ANYONE, type Actor } from '@qantara/kernel';
import { kyselyOf, type Database } from '@qantara/platform';
import { sql } from 'kysely';
import { OF_RESIDENT, permissionsHeld, UNCONFIRMED, type KeptRole } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { hashOfToken, IDLE_SECONDS, SEEN_EVERY_SECONDS } from './session-store.ts';

/** In one statement with the session, so that a change of a role is in effect with the next request, everywhere. */
function findSession(database: Database, token: string, now: Date) {
  return kyselyOf<IdentityTables>(database.pool, { named: true })
    .selectFrom('identity.session')
    .leftJoin('identity.account', 'identity.account.account_id', 'identity.session.account_id')
    .leftJoin('identity.role', 'identity.role.code', 'identity.account.role')
    .select([
      'identity.session.kind',
      'identity.session.session_id',
      'identity.session.person_id',
      'identity.session.confirmed_at',
      'identity.session.last_seen_at',
      'identity.account.account_id',
      'identity.account.organisation_id',
      'identity.account.area_id',
      'identity.role.code',
      'identity.role.permissions',
      'identity.role.retired_at',
      sql<string[]>`array(
        select team.team_id::text from identity.team_member as member join identity.team as team using (team_id)
        where member.account_id = account.account_id and team.closed_at is null)`.as('team_ids'),
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

function roleOf({ code, permissions, retired_at: retiredAt }: Found): KeptRole | null {
  return code === null ? null : { code, permissions, isRetired: retiredAt !== null };
}

function actorOf(session: Found): Actor | null {
  const { kind, session_id: sessionId } = session;
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
  if (session.account_id === null) return null;
  const role = roleOf(session);
  const isConfirmed = session.confirmed_at !== null;
  return {
    kind,
    sessionId,
    accountId: session.account_id,
    organisationId: session.organisation_id,
    personId: null,
    role: isConfirmed ? (role?.code ?? null) : null,
    permissions: isConfirmed ? permissionsHeld(role) : new Set(UNCONFIRMED),
    teamIds: session.team_ids,
    areaId: session.area_id,
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
