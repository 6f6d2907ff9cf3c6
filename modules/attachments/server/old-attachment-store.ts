import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { AttachmentsTables } from './tables.gen.ts';

/** Papers that were added long ago; their bytes are of nobody then, and go with the next night. */
export const oldAttachments = endingOf<AttachmentsTables>({
  table: 'attachments.attachment',
  isOver: (before) => sql`added_at < ${before}`,
  isAboutPeople: true,
});
