import { dayIn, newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
type Given = Pick<Ctx<IdentityTables>, 'db' | 'now'>;
export type KeyringRow = Selectable<IdentityTables['identity.keyring']>;
export type KeptRow = Selectable<IdentityTables['identity.keyring_request']>;

/**
 * A request is not opened any more where one of its codes was taken back after it was added: whoever added it may have come
 * by that code.
 */
const IS_SOUND = sql<boolean>`not exists (select from identity.access_code as code
  where code.person_id = keyring_request.person_id and code.revoked_at >= keyring_request.added_at)`;

const dayOf = (now: Date): string => dayIn('UTC', now);

export async function findKeyringBy(db: Db, opensBy: Buffer): Promise<KeyringRow | undefined> {
  return db.selectFrom('identity.keyring').selectAll().where('opens_by', '=', opensBy).executeTakeFirst();
}

export async function findKeyring(db: Db, keyringId: string): Promise<KeyringRow | undefined> {
  return db.selectFrom('identity.keyring').selectAll().where('keyring_id', '=', keyringId).executeTakeFirst();
}

/** The requests of a personal account, the last asked first. */
export async function listKept(db: Db, keyringId: string): Promise<KeptRow[]> {
  return db
    .selectFrom('identity.keyring_request')
    .selectAll()
    .where('keyring_id', '=', keyringId)
    .where(IS_SOUND)
    .orderBy('asked_at', 'desc')
    .orderBy('person_id', 'desc')
    .execute();
}

/** In which personal account somebody's request is, if it is in one. */
export async function findKept(db: Db, personId: string): Promise<KeptRow | undefined> {
  return db
    .selectFrom('identity.keyring_request')
    .selectAll()
    .where('person_id', '=', personId)
    .where(IS_SOUND)
    .executeTakeFirst();
}

// Of a request whose codes have all ended it is known since when it is in the account.
const askedAt = (personId: string, now: Date) => sql<Date>`coalesce(
  (select min(created_at) from identity.access_code where person_id = ${personId}), ${now})`;

/** Makes a personal account that opens one request, in one statement; undefined where name and password open one already. */
export async function insertKeyring(
  { db, now }: Given,
  { personId, opensBy, isSample }: { personId: string; opensBy: Buffer; isSample: boolean },
): Promise<string | undefined> {
  const { rows } = await sql<{ keyring_id: string }>`
    with made as (insert into identity.keyring (keyring_id, opens_by, is_sample, created_at)
      values (${newId(now.getTime())}, ${opensBy}, ${isSample}, ${now}) on conflict (opens_by) do nothing returning keyring_id)
    insert into identity.keyring_request (person_id, keyring_request_id, keyring_id, asked_at, added_at, opened_on)
      select ${personId}, ${newId(now.getTime())}, made.keyring_id, ${askedAt(personId, now)}, ${now}, ${dayOf(now)} from made
      returning keyring_id`.execute(db);
  return rows[0]?.keyring_id;
}

/** Puts a request into a personal account; false where it is in one already. */
export async function insertKept(
  { db, now }: Given,
  { personId, keyringId }: { personId: string; keyringId: string },
): Promise<boolean> {
  const added = await db
    .insertInto('identity.keyring_request')
    .values({
      person_id: personId,
      keyring_request_id: newId(now.getTime()),
      keyring_id: keyringId,
      asked_at: askedAt(personId, now),
      added_at: now,
      opened_on: dayOf(now),
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveOpenedOn({ db, now }: Given, personId: string): Promise<void> {
  await db
    .updateTable('identity.keyring_request')
    .set({ opened_on: dayOf(now) })
    .where('person_id', '=', personId)
    .execute();
}

/** Another name and password for the same account; false where they open another one. */
export async function saveOpener({ db }: Pick<Given, 'db'>, keyringId: string, opensBy: Buffer): Promise<boolean> {
  const saved = await sql`update identity.keyring set opens_by = ${opensBy} where keyring_id = ${keyringId}
    and not exists (select from identity.keyring as other where other.opens_by = ${opensBy})`.execute(db);
  return (saved.numAffectedRows ?? 0n) > 0n;
}

/** Takes a request out of its personal account; the account goes with its last one. */
export async function removeKept(db: Db, { person_id: personId, keyring_id: keyringId }: KeptRow): Promise<void> {
  await db.deleteFrom('identity.keyring_request').where('person_id', '=', personId).execute();
  await db
    .deleteFrom('identity.keyring')
    .where('keyring_id', '=', keyringId)
    .where(
      sql<boolean>`not exists (select from identity.keyring_request as kept where kept.keyring_id = keyring.keyring_id)`,
    )
    .execute();
}

/** Ends a personal account, with its sessions; the requests are untouched. */
export async function removeKeyring(db: Db, keyringId: string): Promise<void> {
  await db.deleteFrom('identity.keyring').where('keyring_id', '=', keyringId).execute();
}

/** What a code that was taken back had added goes, and so does an account that holds nothing any more. */
export async function removeUnsound(db: Db): Promise<void> {
  await db
    .deleteFrom('identity.keyring_request')
    .where(sql<boolean>`not (${IS_SOUND})`)
    .execute();
  await removeEmptyKeyrings(db);
}

export async function removeEmptyKeyrings(db: Db): Promise<void> {
  await sql`delete from identity.keyring
    where not exists (select from identity.keyring_request as kept where kept.keyring_id = keyring.keyring_id)`.execute(
    db,
  );
}
