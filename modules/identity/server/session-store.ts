import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.gen.ts';

type Db = Kysely<IdentityTables>;

export type NewSession =
  | { kind: 'account'; accountId: string; isConfirmed: boolean }
  | { kind: 'resident'; personId: string };

/** Staff sign in again each working day; a resident's browser, which may be shared, forgets in half an hour. */
export const SESSION_SECONDS = { account: 12 * 3600, unconfirmed: 600, resident: 1800 };

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Opens a session and returns its token, which is kept nowhere. */
export async function saveSession(db: Db, session: NewSession, now: Date): Promise<{ token: string; seconds: number }> {
  const token = randomBytes(32).toString('base64url');
  const isUnconfirmed = session.kind === 'account' && !session.isConfirmed;
  const seconds = SESSION_SECONDS[isUnconfirmed ? 'unconfirmed' : session.kind];
  await db
    .insertInto('identity.session')
    .values({
      token_hash: hashOfToken(token),
      kind: session.kind,
      account_id: session.kind === 'account' ? session.accountId : null,
      person_id: session.kind === 'resident' ? session.personId : null,
      confirmed_at: isUnconfirmed ? null : now,
      created_at: now,
      expires_at: new Date(now.getTime() + seconds * 1000),
    })
    .execute();
  return { token, seconds };
}

export async function removeSessionsOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
}

export async function removeResidentSessions(db: Db, personId: string): Promise<void> {
  await db.deleteFrom('identity.session').where('person_id', '=', personId).execute();
}

export async function removeExpiredSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('identity.session').where('expires_at', '<', now).execute();
}
