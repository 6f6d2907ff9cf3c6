import { MessageReason, MessageState } from './message.ts';
import { OrganisationChannel, StaffChannel } from './preference.ts';
import { NoticeChannel, NoticeRecipient, NoticeTextState, NoticeTopic, PlaceholderKind } from './template.ts';
import { NoticeUrgency } from './message.ts';

export {
  Captured,
  Message,
  MessageFilter,
  MessageId,
  MessageReason,
  Messages,
  MessageState,
  NoticeId,
  NoticeUrgency,
  OwnNotice,
  OwnNotices,
  Receipt,
} from './message.ts';
export {
  AccountPreference,
  NewAccountPreference,
  NewOrganisationPreference,
  OrganisationChannel,
  OrganisationPreference,
  StaffChannel,
} from './preference.ts';
export { notificationsRoutes } from './routes.ts';
export {
  DraftedNotice,
  NoticeChannel,
  NoticePreview,
  NoticeRecipient,
  NoticeTemplate,
  NoticeText,
  NoticeTextState,
  NoticeTopic,
  NoticeWords,
  PlaceholderKind,
  TemplateCode,
  TemplatePage,
} from './template.ts';

export const enumMessages = {
  'notifications.state': MessageState,
  'notifications.why': MessageReason,
  'notifications.channel': NoticeChannel,
  'notifications.staffChannel': StaffChannel,
  'notifications.organisationChannel': OrganisationChannel,
  'notifications.topic': NoticeTopic,
  'notifications.recipient': NoticeRecipient,
  'notifications.placeholder': PlaceholderKind,
  'notifications.textState': NoticeTextState,
};
/** How urgent a notice is: said by whoever sends it, shown nowhere. */
export const wordlessEnums = { urgency: NoticeUrgency };
