import type { Kysely, Selectable } from 'kysely';
import type { PersonId } from '@qantara/people/contract';
import type { AddedHow, Attachment, AttachmentId, MediaType } from '../contract/index.ts';
import type { AttachmentsTables } from './tables.gen.ts';

type Db = Kysely<AttachmentsTables>;
type Row = Selectable<AttachmentsTables['attachments.attachment']>;

export type AccountNames = ReadonlyMap<string, string>;

export function toAttachment(row: Omit<Row, 'file_key' | 'digest'>, names: AccountNames = new Map()): Attachment {
  return {
    attachmentId: row.attachment_id as AttachmentId,
    personId: row.person_id as PersonId,
    fileName: row.file_name,
    mediaType: row.media_type as MediaType,
    size: row.size,
    how: row.how as AddedHow,
    addedBy: names.get(row.added_by ?? '') ?? null,
    addedAt: row.added_at.toISOString(),
    removedAt: row.removed_at?.toISOString() ?? null,
  };
}

export async function insertAttachment(db: Db, row: Omit<Row, 'removed_at'>): Promise<Row> {
  return db
    .insertInto('attachments.attachment')
    .values({ ...row, removed_at: null })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** What hangs on these records, newest first, with what was removed. */
export async function listAttachments(db: Db, recordIds: readonly string[]): Promise<Row[]> {
  return db
    .selectFrom('attachments.attachment')
    .selectAll()
    .where('person_id', 'in', recordIds)
    .orderBy('added_at', 'desc')
    .orderBy('attachment_id', 'desc')
    .execute();
}

export async function countLive(db: Db, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('attachments.attachment')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** One that is there, of one of these records. */
export async function findAttachment(
  db: Db,
  { recordIds, attachmentId }: { recordIds: readonly string[]; attachmentId: string },
): Promise<Row | undefined> {
  return db
    .selectFrom('attachments.attachment')
    .selectAll()
    .where('person_id', 'in', recordIds)
    .where('attachment_id', '=', attachmentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
}

/** Says that it is removed; undefined where somebody else was first. Its name goes at once, its bytes once this stands. */
export async function saveRemoved(
  db: Db,
  one: { personId: string; attachmentId: string; now: Date },
): Promise<Row | undefined> {
  return db
    .updateTable('attachments.attachment')
    .set({ removed_at: one.now, file_name: '' })
    .where('person_id', '=', one.personId)
    .where('attachment_id', '=', one.attachmentId)
    .where('removed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** The key of the bytes of one that was removed, while they may still be there. */
export async function findKeyOfRemoved(
  db: Db,
  one: { personId: string; attachmentId: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('attachments.attachment')
    .select('file_key')
    .where('person_id', '=', one.personId)
    .where('attachment_id', '=', one.attachmentId)
    .where('removed_at', 'is not', null)
    .executeTakeFirst();
  return row?.file_key ?? null;
}

export async function saveGone(db: Db, one: { personId: string; attachmentId: string }): Promise<void> {
  await db
    .updateTable('attachments.attachment')
    .set({ file_key: null })
    .where('person_id', '=', one.personId)
    .where('attachment_id', '=', one.attachmentId)
    .execute();
}

/** Which of these keys a paper that is there is kept under. */
export async function listKnownKeys(db: Db, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attachments.attachment')
    .select('file_key')
    .where('file_key', 'in', keys)
    .where('removed_at', 'is', null)
    .execute();
  return new Set(rows.flatMap(({ file_key: key }) => (key === null ? [] : [key])));
}

/** Of these papers, those that are there, of one of these records. */
export async function listThere(
  db: Db,
  { recordIds, attachmentIds }: { recordIds: readonly string[]; attachmentIds: readonly string[] },
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('attachments.attachment')
    .select('attachment_id')
    .where('person_id', 'in', recordIds)
    .where('attachment_id', 'in', attachmentIds)
    .where('removed_at', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.attachment_id));
}
