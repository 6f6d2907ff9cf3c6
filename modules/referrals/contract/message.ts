import { idOf, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';

export const MessageId = idOf('MessageId');
export type MessageId = Id<'MessageId'>;

/** Who wrote: the person, or somebody who looks after them. */
export const MessageSide = z.enum(['person', 'navigator']);
export type MessageSide = z.infer<typeof MessageSide>;

/** Long enough for a story, short enough for an old telephone. */
export const LONGEST_MESSAGE = 2000;

const words = z.string().trim().min(1).max(LONGEST_MESSAGE);

/** What the person reads: no name of staff, the organisation alone. */
export const OwnMessage = z.object({
  messageId: MessageId,
  side: MessageSide,
  words: z.string(),
  organisationName: LocalizedText.nullable(),
  at: IsoDateTime,
  /** Of what the person wrote: whether somebody said that they have read it. */
  isRead: z.boolean(),
});
export type OwnMessage = z.infer<typeof OwnMessage>;

/** What whoever looks after the person reads: with the colleague who answered. */
export const Message = OwnMessage.extend({ accountName: z.string().nullable() });
export type Message = z.infer<typeof Message>;

/** Somebody whose words nobody has read yet. */
export const UnreadPerson = z.object({
  personId: z.uuid(),
  displayName: z.string().nullable(),
  count: z.number().int(),
  at: IsoDateTime,
});
export type UnreadPerson = z.infer<typeof UnreadPerson>;

const Whose = z.object({ personId: z.uuid() });
const messages = z.object({ messages: z.array(Message), unread: z.number().int() });

/** What a person and whoever looks after them write to each other. */
export const messageRoutes = {
  listMyMessages: route({
    path: 'GET /my-request/messages',
    may: 'request:follow',
    input: z.object({}),
    output: z.object({ messages: z.array(OwnMessage) }),
    refusals: [],
  }),
  writeMyMessage: route({
    path: 'POST /my-request/messages',
    may: 'request:confirm',
    input: z.object({ words }),
    output: z.object({ messageId: MessageId }),
    refusals: ['too_many_messages'],
  }),
  listMessages: route({
    path: 'GET /people/:personId/messages',
    may: 'referral:send',
    input: Whose,
    output: messages,
    refusals: ['person_not_found'],
    opens: true,
  }),
  writeMessage: route({
    path: 'POST /people/:personId/messages',
    may: 'referral:send',
    input: Whose.extend({ words }),
    output: z.object({ messageId: MessageId }),
    refusals: ['person_not_found'],
  }),
  readMessages: route({
    path: 'POST /people/:personId/messages/read',
    may: 'referral:send',
    input: Whose,
    output: z.object({ count: z.number().int() }),
    refusals: ['person_not_found', 'nothing_unread'],
  }),
  listUnread: route({
    path: 'GET /messages/unread',
    may: 'referral:send',
    input: z.object({}),
    output: z.object({ people: z.array(UnreadPerson) }),
    refusals: [],
  }),
};
