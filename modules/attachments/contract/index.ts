import { AddedHow, MediaType } from './attachment.ts';

export {
  AddAttachment,
  AddedHow,
  AddOwnPaper,
  Attachment,
  AttachmentId,
  MediaType,
  MOST_BYTES,
  OpenedAttachment,
  OwnPaper,
} from './attachment.ts';
export { attachmentsRoutes } from './routes.ts';
export const enumMessages = { 'attachments.how': AddedHow };
/** Said as what it is to people: a document, a photo. */
export const wordlessEnums = [MediaType];
