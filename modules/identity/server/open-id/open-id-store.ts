import type { Kysely } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
export type Known = { issuer: string; subject: string };

/** The account of somebody at a provider; the use is noted. */
export async function findLinkedAccount(db: Db, { issuer, subject }: Known, now: Date): Promise<string | undefined> {
  const found = await db
    .updateTable('identity.open_id_link')
    .set({ last_used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('account_id')
    .executeTakeFirst();
  return found?.account_id;
}

/** How an account is linked to a provider, if it is. */
export async function findProviderLink(
  db: Db,
  accountId: string,
  issuer: string,
): Promise<{ linked_at: Date } | undefined> {
  return db
    .selectFrom('identity.open_id_link')
    .select('linked_at')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
}

/** Links an account to somebody at a provider; false where either is linked already. */
export async function saveProviderLink(
  db: Db,
  { issuer, subject }: Known,
  of: { accountId: string; now: Date },
): Promise<boolean> {
  const saved = await db
    .insertInto('identity.open_id_link')
    .values({ issuer, subject, account_id: of.accountId, linked_at: of.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (saved.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeProviderLink(db: Db, accountId: string, issuer: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('identity.open_id_link')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

export async function removeLinksOfProvider(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('identity.open_id_link').where('account_id', '=', accountId).execute();
}
