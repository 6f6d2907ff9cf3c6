import { route } from '@qantara/kernel';
import { PersonId } from '@qantara/people/contract';
import { z } from 'zod';
import { AddAttachment, AddOwnPaper, Attachment, AttachmentId, OpenedAttachment, OwnPaper } from './attachment.ts';

const OfPerson = z.object({ personId: PersonId });
const One = OfPerson.extend({ attachmentId: AttachmentId });

const SCAN_REFUSALS = [
  'attachment_empty',
  'attachment_too_large',
  'attachment_kind_unknown',
  'attachment_broken',
  'attachment_active',
  'attachment_too_many',
] as const;

export const attachmentsRoutes = {
  listAttachments: route({
    path: 'GET /people/:personId/attachments',
    may: 'attachment:read',
    input: OfPerson,
    output: z.object({ attachments: z.array(Attachment) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  addAttachment: route({
    path: 'POST /people/:personId/attachments',
    may: 'attachment:write',
    input: AddAttachment,
    output: Attachment,
    refusals: ['person_not_found', ...SCAN_REFUSALS],
  }),
  openAttachment: route({
    path: 'GET /people/:personId/attachments/:attachmentId',
    may: 'attachment:read',
    input: One,
    output: OpenedAttachment,
    refusals: ['attachment_not_found', 'attachment_missing'],
    opens: true,
  }),
  removeAttachment: route({
    path: 'POST /people/:personId/attachments/:attachmentId/remove',
    may: 'attachment:write',
    input: One,
    output: Attachment,
    refusals: ['attachment_not_found'],
  }),
  listOwnPapers: route({
    path: 'GET /my-request/papers',
    may: 'request:follow',
    input: z.object({}),
    output: z.object({ papers: z.array(OwnPaper) }),
    refusals: [],
  }),
  addOwnPaper: route({
    path: 'POST /my-request/papers',
    may: 'request:follow',
    input: AddOwnPaper,
    output: OwnPaper,
    refusals: ['attachment_too_many_today', ...SCAN_REFUSALS],
  }),
};
