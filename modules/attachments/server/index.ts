import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { attachmentsRoutes } from '../contract/index.ts';
import { listThere } from './attachment-store.ts';
import { addAttachment, listAttachments, openAttachment, removeAttachment, removeBytes } from './keep-attachments.ts';
import { addOwnPaper, listOwnPapers } from './keep-own-papers.ts';
import { removeOrphans } from './remove-orphans.ts';
import type { AttachmentsTables } from './tables.gen.ts';

export { addAttachment } from './keep-attachments.ts';
export { listPapersOf } from './keep-own-papers.ts';
export { oldAttachments } from './old-attachment-store.ts';

/** Of these papers, those that are there, of one of these records; the caller has judged the access. */
export async function attachmentsThere(
  ctx: AnyCtx,
  of: { recordIds: readonly string[]; attachmentIds: readonly string[] },
): Promise<Set<string>> {
  return listThere(withTables<AttachmentsTables>(ctx).db, of);
}

export const attachmentsModule = serverModule<typeof attachmentsRoutes, AttachmentsTables>({
  name: 'attachments',
  routes: attachmentsRoutes,
  handlers: {
    listAttachments,
    addAttachment,
    openAttachment,
    removeAttachment,
    listOwnPapers,
    addOwnPaper,
  },
  subscribers: [{ event: 'attachment.removed', name: 'attachments.remove_bytes', handle: removeBytes }],
  jobs: [{ name: 'attachments.remove_orphans', cron: '40 2 * * *', aside: true, run: removeOrphans }],
});
