import { createHash } from 'node:crypto';
import { newId, refuse } from '@qantara/kernel';
import { inspectFile, newFileKey, type AnyCtx, type Ctx, type KeptType } from '@qantara/platform';
import { MOST_BYTES, type AddedHow, type Attachment } from '../contract/index.ts';
import { plainFileName } from '../domain/index.ts';
import { countLive, insertAttachment, toAttachment } from './attachment-store.ts';
import type { AttachmentsTables } from './tables.gen.ts';

/** More papers than this are a mistake or an attack. */
const MOST_OF_ONE = 200;

type Given = { personId: string; fileName: string; content: string; how: AddedHow };

/** What is kept beside the row to know the bytes by: of use to nobody without the region's secret. */
export function digestOfFile(ctx: AnyCtx, bytes: Buffer): Buffer {
  return ctx.vault.digest('attachment', createHash('sha256').update(bytes).digest('hex'));
}

async function scanned(content: string): Promise<{ mediaType: KeptType; bytes: Buffer }> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > MOST_BYTES) refuse('attachment_too_large');
  const found = await inspectFile(bytes);
  if ('bytes' in found) return found;
  return found.fault === 'active'
    ? refuse('attachment_active', { values: { part: found.part } })
    : refuse(`attachment_${found.fault}`);
}

/**
 * Looks at a file and keeps it, for a person whom the caller may write. The bytes are safe before the row stands: what a crash leaves
 * between the two is a file that nobody knows, which `removeOrphans` clears away.
 */
export async function keepFile(ctx: Ctx<AttachmentsTables>, given: Given): Promise<Attachment> {
  if ((await countLive(ctx.db, given.personId)) >= MOST_OF_ONE) refuse('attachment_too_many');
  const { mediaType, bytes } = await scanned(given.content);
  const key = newFileKey();
  await ctx.files.put(key, bytes);
  const row = await insertAttachment(ctx.db, {
    person_id: given.personId,
    attachment_id: newId(ctx.now.getTime()),
    file_key: key,
    file_name: plainFileName(given.fileName, mediaType),
    media_type: mediaType,
    size: bytes.length,
    digest: digestOfFile(ctx, bytes),
    how: given.how,
    added_by: ctx.actor.accountId,
    added_at: ctx.now,
  });
  const attachment = toAttachment(row);
  ctx.emit({
    type: 'attachment.added',
    subject: attachment.attachmentId,
    personId: given.personId,
    data: { mediaType, how: given.how, size: bytes.length },
  });
  return attachment;
}
