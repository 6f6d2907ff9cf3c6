import type { Kysely } from 'kysely';
import type { OfflineTables } from './tables.gen.ts';

type Db = Kysely<OfflineTables>;

export type KeptWaiting = {
  personId: string;
  waitingId: string;
  isContact: boolean;
  accountId: string;
  organisationId: string | null;
  code: string;
  sealed: string;
  receivedAt: Date;
};

const MOST_LISTED = 200;

export async function insertWaiting(db: Db, kept: KeptWaiting): Promise<void> {
  await db
    .insertInto('offline.waiting')
    .values({
      person_id: kept.personId,
      waiting_id: kept.waitingId,
      is_contact: kept.isContact,
      account_id: kept.accountId,
      organisation_id: kept.organisationId,
      code: kept.code,
      sealed: kept.sealed,
      received_at: kept.receivedAt,
    })
    .execute();
}

/** What waits within the reader's reach, the oldest first; the wall says what that is. */
export async function listWaitingRows(db: Db, waitingId?: string): Promise<KeptWaiting[]> {
  const rows = await db
    .selectFrom('offline.waiting')
    .selectAll()
    .$if(waitingId !== undefined, (query) => query.where('waiting_id', '=', waitingId ?? ''))
    .orderBy('received_at')
    .limit(MOST_LISTED)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    waitingId: row.waiting_id,
    isContact: row.is_contact,
    accountId: row.account_id,
    organisationId: row.organisation_id,
    code: row.code,
    sealed: row.sealed,
    receivedAt: row.received_at,
  }));
}

/** Takes it out; false where somebody else had decided before. */
export async function removeWaiting(db: Db, { personId, waitingId }: KeptWaiting): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('offline.waiting')
    .where('person_id', '=', personId)
    .where('waiting_id', '=', waitingId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
