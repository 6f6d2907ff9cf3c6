import { idOf, IsoDateTime, type Id } from '@qantara/kernel';
import { PersonId } from '@qantara/people/contract';
import { z } from 'zod';

export const AttachmentId = idOf('AttachmentId');
export type AttachmentId = Id<'AttachmentId'>;

/** What may be kept: what it is by its first bytes, not by its name. */
export const MediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic']);
export type MediaType = z.infer<typeof MediaType>;

/** Whether those who look after the person added it, or the person did. */
export const AddedHow = z.enum(['staff', 'person']);
export type AddedHow = z.infer<typeof AddedHow>;

/** A paper or photo of a person, without its bytes. */
export const Attachment = z.object({
  attachmentId: AttachmentId,
  /** The record that it hangs on; of several that are one person, this one. */
  personId: PersonId,
  /** Empty once it is removed. */
  fileName: z.string(),
  mediaType: MediaType,
  size: z.number().int(),
  how: AddedHow,
  addedBy: z.string().nullable(),
  addedAt: IsoDateTime,
  removedAt: IsoDateTime.nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

/** A paper as its person sees it. */
export const OwnPaper = Attachment.pick({
  attachmentId: true,
  fileName: true,
  mediaType: true,
  size: true,
  how: true,
  addedAt: true,
});
export type OwnPaper = z.infer<typeof OwnPaper>;

/** Ten million bytes and somewhat more: what one page of a telephone's camera takes at most. */
export const MOST_BYTES = 10 * 1024 * 1024;
/** The same as base64, with some room: what is a little too large is told so by the rule and not by the shape. */
const MOST_CONTENT = 15_000_000;

const GivenFile = z.object({
  fileName: z.string().max(500),
  /** The bytes, as base64. */
  content: z.base64().max(MOST_CONTENT),
});

export const AddOwnPaper = GivenFile;
export const AddAttachment = GivenFile.extend({ personId: PersonId });
export type AddAttachment = z.infer<typeof AddAttachment>;

export const OpenedAttachment = Attachment.pick({ fileName: true, mediaType: true }).extend({ content: z.base64() });
