import { refuse } from '@qantara/kernel';
import { listAccountCards } from '@qantara/identity/server';
import { findVisiblePerson, listRecordsOfPerson, lockVisibleCard } from '@qantara/people/server';
import { logFault, type AnyCtx, type Ctx, type DeliveredEvent } from '@qantara/platform';
import type { AddAttachment, Attachment } from '../contract/index.ts';
import {
  findAttachment,
  findKeyOfRemoved,
  listAttachments as listRows,
  saveGone,
  saveRemoved,
  toAttachment,
  type AccountNames,
} from './attachment-store.ts';
import { digestOfFile, keepFile } from './keep-file.ts';
import type { AttachmentsTables } from './tables.gen.ts';

type AttachmentsCtx = Ctx<AttachmentsTables>;
type One = { personId: string; attachmentId: string };

async function accountNames(ctx: AnyCtx): Promise<AccountNames> {
  return new Map((await listAccountCards(ctx)).map(({ accountId, displayName }) => [accountId, displayName]));
}

/** Every paper of a person whom this actor may read, with those that were removed. Refuses `person_not_found`. */
export async function listAttachments(ctx: AttachmentsCtx, { personId }: { personId: string }) {
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
  const rows = await listRows(ctx.db, await listRecordsOfPerson(ctx, personId));
  ctx.noteAccess({ personId, kind: 'attachments' });
  const names = await accountNames(ctx);
  return { attachments: rows.map((row) => toAttachment(row, names)) };
}

/** Adds a paper to a person whom this actor looks after. Refuses `person_not_found`, and what may not be kept. */
export async function addAttachment(ctx: AttachmentsCtx, given: AddAttachment): Promise<Attachment> {
  if ((await lockVisibleCard(ctx, given.personId)) === undefined) refuse('person_not_found');
  return keepFile(ctx, { ...given, how: 'staff' });
}

async function getRow(ctx: AttachmentsCtx, { personId, attachmentId }: One) {
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('attachment_not_found');
  const recordIds = await listRecordsOfPerson(ctx, personId);
  return (await findAttachment(ctx.db, { recordIds, attachmentId })) ?? refuse('attachment_not_found');
}

async function readBytes(ctx: AnyCtx, key: string | null): Promise<Buffer | null> {
  try {
    return key === null ? null : await ctx.files.get(key);
  } catch (fault) {
    logFault('attachment does not open', fault);
    return null;
  }
}

/**
 * The bytes of one paper. A removed one, one of somebody else and one that never was are refused alike (`attachment_not_found`); one
 * whose bytes are not where they should be says so (`attachment_missing`).
 */
export async function openAttachment(ctx: AttachmentsCtx, one: One) {
  const row = await getRow(ctx, one);
  const bytes = await readBytes(ctx, row.file_key);
  if (bytes === null || !digestOfFile(ctx, bytes).equals(row.digest)) return refuse('attachment_missing');
  ctx.noteAccess({ personId: row.person_id, kind: 'attachment', subjectId: row.attachment_id });
  const { fileName, mediaType } = toAttachment(row);
  return { fileName, mediaType, content: bytes.toString('base64') };
}

/** Takes a paper away: its name now, its bytes as soon as that stands. Refuses `attachment_not_found`, also whom somebody else forestalled. */
export async function removeAttachment(ctx: AttachmentsCtx, one: One): Promise<Attachment> {
  const { person_id: personId } = await getRow(ctx, one);
  if ((await lockVisibleCard(ctx, personId)) === undefined) refuse('attachment_not_found');
  const { attachmentId } = one;
  const removed =
    (await saveRemoved(ctx.db, { personId, attachmentId, now: ctx.now })) ?? refuse('attachment_not_found');
  ctx.emit({ type: 'attachment.removed', subject: attachmentId, personId, data: { mediaType: removed.media_type } });
  return toAttachment(removed);
}

/** The bytes of what was removed go; told until it is done. */
export async function removeBytes(ctx: AttachmentsCtx, event: DeliveredEvent): Promise<void> {
  const one = { personId: event.personId ?? '', attachmentId: event.subject };
  const key = await findKeyOfRemoved(ctx.db, one);
  if (key === null) return;
  await ctx.files.remove(key);
  await saveGone(ctx.db, one);
}
