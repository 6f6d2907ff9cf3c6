import { kyselyOf, type Database } from '@qantara/platform';
import type { Actor } from '@qantara/kernel';
import { OF_RESIDENT, permissionsOf, UNCONFIRMED } from '../domain/index.ts';
import { hashOfToken } from './session-store.ts';
import type { IdentityTables } from './tables.gen.ts';

function findSession(database: Database, token: string) {
  return kyselyOf<IdentityTables>(database.pool, { named: true })
    .selectFrom('identity.session')
    .leftJoin('identity.account', 'identity.account.account_id', 'identity.session.account_id')
    .select([
      'identity.session.kind',
      'identity.session.person_id',
      'identity.session.confirmed_at',
      'identity.account.account_id',
      'identity.account.organisation_id',
      'identity.account.role',
    ])
    .where('identity.session.token_hash', '=', hashOfToken(token))
    .where('identity.session.expires_at', '>', new Date())
    .where('identity.account.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Who holds this session token; null where it opens nothing. A disabled account's sessions open nothing at once. */
export async function resolveActor(database: Database, token: string): Promise<Actor | null> {
  const session = await findSession(database, token);
  if (session === undefined) return null;
  const { kind, role } = session;
  if (kind === 'resident')
    return {
      kind,
      accountId: null,
      organisationId: null,
      personId: session.person_id,
      role: 'resident',
      permissions: new Set(OF_RESIDENT),
    };
  if (role === null) return null;
  const isConfirmed = session.confirmed_at !== null;
  return {
    kind,
    accountId: session.account_id,
    organisationId: session.organisation_id,
    personId: null,
    role: isConfirmed ? role : null,
    permissions: isConfirmed ? permissionsOf(role) : new Set(UNCONFIRMED),
  };
}
