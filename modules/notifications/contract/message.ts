import { idOf, IsoDateTime, Locale, LocalizedText, pageOf, Paging, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { NoticeChannel, NoticeRecipient, NoticeTopic, TemplateCode } from './template.ts';

export const NoticeId = idOf('NoticeId');
export type NoticeId = Id<'NoticeId'>;
export const MessageId = idOf('MessageId');
export type MessageId = Id<'MessageId'>;

/** Whether it has to reach somebody at once. */
export const NoticeUrgency = z.enum(['now', 'soon']);
export type NoticeUrgency = z.infer<typeof NoticeUrgency>;

/** Where a message stands (README: States). */
export const MessageState = z.enum([
  'waiting',
  'postponed',
  'sending',
  'sent',
  'delivered',
  'unsure',
  'held',
  'failed',
  'bounced',
]);
export type MessageState = z.infer<typeof MessageState>;

/** Why it stands there, where that is not plain. */
export const MessageReason = z.enum([
  'quiet_hours',
  'outside_hours',
  'tried_again',
  'by_hand',
  'do_not_contact',
  'no_safe_way',
  'no_address',
  'address_refused',
  'wants_none',
  'channel_off',
  'recipient_gone',
  'words_missing',
  'provider_failed',
  'no_answer',
]);
export type MessageReason = z.infer<typeof MessageReason>;

/** Something that the reader is told, in every language: which of them they read is their page’s business. */
export const OwnNotice = z.object({
  noticeId: NoticeId,
  topic: NoticeTopic,
  subject: LocalizedText,
  /** An address of ours, without the language. */
  path: z.string().nullable(),
  at: IsoDateTime,
  readAt: IsoDateTime.nullable(),
});
export type OwnNotice = z.infer<typeof OwnNotice>;

export const OwnNotices = pageOf(OwnNotice).extend({ unread: z.number().int() });
export type OwnNotices = z.infer<typeof OwnNotices>;

/** One message as whoever may see where it stands sees it: never its words, never an address, never which person it is for. */
export const Message = z.object({
  messageId: MessageId,
  template: TemplateCode,
  templateName: LocalizedText,
  recipient: NoticeRecipient,
  /** Of an account its name, of an organisation its name; of a person nothing. */
  to: LocalizedText.nullable(),
  channel: NoticeChannel.nullable(),
  state: MessageState,
  why: MessageReason.nullable(),
  attempts: z.number().int(),
  parts: z.number().int().nullable(),
  until: IsoDateTime.nullable(),
  changedAt: IsoDateTime,
  toldAt: IsoDateTime,
  mayRetry: z.boolean(),
});
export type Message = z.infer<typeof Message>;

const blankAsNothing = (value: unknown): unknown => (value === '' ? undefined : value);

export const MessageFilter = Paging.extend({
  state: z.preprocess(blankAsNothing, MessageState.optional()),
  template: z.preprocess(blankAsNothing, TemplateCode.optional()),
});
export type MessageFilter = z.output<typeof MessageFilter>;

export const Messages = pageOf(Message).extend({
  counts: z.record(z.string(), z.number().int()),
  templates: z.array(z.object({ code: TemplateCode, name: LocalizedText })),
});
export type Messages = z.infer<typeof Messages>;

/** What the sample region would have sent. */
export const Captured = z.object({
  capturedId: z.uuid(),
  channel: NoticeChannel,
  recipient: NoticeRecipient,
  templateName: LocalizedText,
  to: LocalizedText.nullable(),
  /** The address; of a person no more than its end. */
  address: z.string(),
  locale: Locale,
  subject: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  parts: z.number().int().nullable(),
  at: IsoDateTime,
});
export type Captured = z.infer<typeof Captured>;

/** What became of a short message, as its provider says it (docs/operations/messages.md). */
export const Receipt = z.object({
  reference: MessageId,
  id: z.string().min(1).max(200),
  state: z.enum(['delivered', 'refused']),
  /** When the provider signed it. */
  at: z.iso.datetime({ offset: true }),
  /** HMAC-SHA-256 in hexadecimal over `reference.id.state.at`. */
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Receipt = z.output<typeof Receipt>;
