import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Passkey, PasskeyId } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
export type PasskeyRow = Selectable<IdentityTables['identity.passkey']>;

export function toPasskey(row: PasskeyRow): Passkey {
  return {
    passkeyId: row.passkey_id as PasskeyId,
    label: row.label,
    isSynced: row.is_synced,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  };
}

export async function listPasskeyRows(db: Db, accountId: string): Promise<PasskeyRow[]> {
  return db
    .selectFrom('identity.passkey')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('passkey_id')
    .execute();
}

export async function findPasskey(db: Db, credentialId: string): Promise<PasskeyRow | undefined> {
  return db.selectFrom('identity.passkey').selectAll().where('credential_id', '=', credentialId).executeTakeFirst();
}

export type NewPasskey = Pick<
  PasskeyRow,
  'account_id' | 'credential_id' | 'public_key' | 'counter' | 'transports' | 'is_synced' | 'label'
>;

/** Keeps a key; undefined where one of this name is kept already, whosever it is. */
export async function savePasskey(ctx: Ctx<IdentityTables>, passkey: NewPasskey): Promise<PasskeyRow | undefined> {
  return ctx.db
    .insertInto('identity.passkey')
    .values({ ...passkey, passkey_id: newId(ctx.now.getTime()), created_at: ctx.now })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returningAll()
    .executeTakeFirst();
}

/**
 * Notes that a key has signed. False where its counter has not gone forward: of two answers with one counter, also at
 * the same moment, one is a copy's. Keys that do not count say 0 always.
 */
export async function savePasskeyUse(
  db: Db,
  of: { passkeyId: string; counter: number; isSynced: boolean; now: Date },
): Promise<boolean> {
  const used = await db
    .updateTable('identity.passkey')
    .set({ counter: of.counter, is_synced: of.isSynced, last_used_at: of.now })
    .where('passkey_id', '=', of.passkeyId)
    .where(sql<boolean>`(counter < ${of.counter}::bigint or (counter = 0 and ${of.counter}::bigint = 0))`)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function savePasskeyLabel(
  db: Db,
  of: { accountId: string; passkeyId: string; label: string },
): Promise<PasskeyRow | undefined> {
  return db
    .updateTable('identity.passkey')
    .set({ label: of.label })
    .where('passkey_id', '=', of.passkeyId)
    .where('account_id', '=', of.accountId)
    .returningAll()
    .executeTakeFirst();
}

export async function removePasskeyRow(db: Db, accountId: string, passkeyId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('identity.passkey')
    .where('passkey_id', '=', passkeyId)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

export async function removePasskeysOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.passkey').where('account_id', '=', accountId).execute();
}
