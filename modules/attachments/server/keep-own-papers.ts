import { refuse } from '@qantara/kernel';
import { countAttempt, withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Attachment, OwnPaper } from '../contract/index.ts';
import { listAttachments, toAttachment } from './attachment-store.ts';
import { keepFile } from './keep-file.ts';
import type { AttachmentsTables } from './tables.gen.ts';

/** Nobody has more papers to show on one day; a code in wrong hands fills no disk. */
const A_DAY = { limit: 10, windowSeconds: 24 * 3600 };

const ownId = (ctx: AnyCtx): string => ctx.actor.personId ?? refuse('not_signed_in');

function toPaper({ attachmentId, fileName, mediaType, size, how, addedAt }: Attachment): OwnPaper {
  return { attachmentId, fileName, mediaType, size, how, addedAt };
}

/** Every paper that is held of this person, without its bytes; the caller has judged the access. */
export async function listPapersOf(anyCtx: AnyCtx, personId: string): Promise<OwnPaper[]> {
  const rows = await listAttachments(withTables<AttachmentsTables>(anyCtx).db, [personId]);
  return rows.filter((row) => row.removed_at === null).map((row) => toPaper(toAttachment(row)));
}

/** What the person sent themselves; what others added is told in their file. */
export async function listOwnPapers(ctx: Ctx<AttachmentsTables>) {
  const papers = await listPapersOf(ctx, ownId(ctx));
  return { papers: papers.filter(({ how }) => how === 'person') };
}

/** The person adds a paper by their code. Refuses `attachment_too_many_today`, and what may not be kept. */
export async function addOwnPaper(
  ctx: Ctx<AttachmentsTables>,
  given: { fileName: string; content: string },
): Promise<OwnPaper> {
  const personId = ownId(ctx);
  if (!(await countAttempt(ctx, `papers ${personId}`, A_DAY)))
    refuse('attachment_too_many_today', { values: { most: A_DAY.limit } });
  return toPaper(await keepFile(ctx, { ...given, personId, how: 'person' }));
}
