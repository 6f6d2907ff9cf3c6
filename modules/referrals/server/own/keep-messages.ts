import { refuse } from '@qantara/kernel';
import { listAccountCards } from '@qantara/identity/server';
import { findVisiblePerson, listCardsOfTaken, listRecordsOfPerson, lockVisibleCard } from '@qantara/people/server';
import type { Ctx } from '@qantara/platform';
import type { Message, messageRoutes, OwnMessage, UnreadPerson } from '../../contract/index.ts';
import type { z } from 'zod';
import type { ReferralsTables } from '../tables.gen.ts';
import {
  countSince,
  insertMessage,
  listMessageRows,
  listUnreadRows,
  saveRead,
  type MessageRow,
} from './message-store.ts';

type Tables = ReferralsTables;
type Given<Name extends keyof typeof messageRoutes> = z.output<(typeof messageRoutes)[Name]['input']>;

const DAY_MS = 86_400_000;
/** A stolen code floods nobody's desk. */
const MOST_A_DAY = 20;
/** Of so many a worklist tells; the rest follow when these are read. */
const MOST_TOLD = 20;

function toOwn(row: MessageRow): z.input<typeof OwnMessage> {
  return {
    messageId: row.message_id,
    side: row.side,
    words: row.words,
    organisationName: row.organisation_name,
    at: row.at.toISOString(),
    isRead: row.read_at !== null,
  };
}

/** What the person and those who look after them wrote, for the person: without names of staff. */
export async function listMyMessages(ctx: Ctx<Tables>): Promise<{ messages: z.input<typeof OwnMessage>[] }> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  return { messages: (await listMessageRows(ctx, [personId])).map(toOwn) };
}

/** The person writes to whoever looks after them, or will. Refuses `too_many_messages` beyond twenty in a day. */
export async function writeMyMessage(ctx: Ctx<Tables>, { words }: Given<'writeMyMessage'>) {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const since = new Date(ctx.now.getTime() - DAY_MS);
  if ((await countSince(ctx, personId, since)) >= MOST_A_DAY) refuse('too_many_messages');
  const messageId = await insertMessage(ctx, { personId, side: 'person', words });
  ctx.emit({ type: 'message.written', subject: messageId, personId, data: { side: 'person' } });
  return { messageId };
}

/** The records of somebody whom the reader looks after. Refuses `person_not_found`. */
async function recordsOf(ctx: Ctx<Tables>, personId: string): Promise<string[]> {
  if ((await findVisiblePerson(ctx, personId)) === undefined) refuse('person_not_found');
  return listRecordsOfPerson(ctx, personId);
}

/** The same for whoever looks after the person; the opening is recorded. Refuses `person_not_found`. */
export async function listMessages(
  ctx: Ctx<Tables>,
  { personId }: Given<'listMessages'>,
): Promise<{ messages: z.input<typeof Message>[]; unread: number }> {
  const rows = await listMessageRows(ctx, await recordsOf(ctx, personId));
  const accounts = await listAccountCards(ctx);
  const nameOf = (accountId: string | null): string | null =>
    accounts.find((account) => account.accountId === accountId)?.displayName ?? null;
  ctx.noteAccess({ personId, kind: 'messages' });
  return {
    messages: rows.map((row) => ({ ...toOwn(row), accountName: nameOf(row.account_id) })),
    unread: rows.filter(({ side, read_at: readAt }) => side === 'person' && readAt === null).length,
  };
}

/** Whoever looks after the person answers, and has read what was written. Refuses `person_not_found`. */
export async function writeMessage(ctx: Ctx<Tables>, { personId, words }: Given<'writeMessage'>) {
  if ((await lockVisibleCard(ctx, personId)) === undefined) refuse('person_not_found');
  await saveRead(ctx, await listRecordsOfPerson(ctx, personId));
  const messageId = await insertMessage(ctx, { personId, side: 'navigator', words });
  ctx.emit({ type: 'message.written', subject: messageId, personId, data: { side: 'navigator' } });
  return { messageId };
}

/** Says that it was read and asks for no answer. Refuses `person_not_found`, `nothing_unread`. */
export async function readMessages(ctx: Ctx<Tables>, { personId }: Given<'readMessages'>) {
  const count = await saveRead(ctx, await recordsOf(ctx, personId));
  if (count === 0) refuse('nothing_unread');
  ctx.emit({ type: 'message.read', subject: personId, personId, data: { count } });
  return { count };
}

/** Whose words wait to be read: those whom the reader looks after, never a request that nobody has taken. */
export async function listUnread(ctx: Ctx<Tables>): Promise<{ people: z.input<typeof UnreadPerson>[] }> {
  const rows = await listUnreadRows(ctx);
  const cards = await listCardsOfTaken(
    ctx,
    rows.map(({ personId }) => personId),
  );
  const people = rows.flatMap(({ personId, count, at }) => {
    const card = cards.get(personId);
    return card === undefined ? [] : [{ personId, displayName: card.displayName, count, at: at.toISOString() }];
  });
  return { people: people.slice(0, MOST_TOLD) };
}
