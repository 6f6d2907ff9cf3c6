import { listAccountCards } from '@qantara/identity/server';
import type { LocalizedText } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import {
  NoticeChannel,
  type Message,
  type MessageFilter,
  type MessageReason,
  type MessageState,
  type NoticeRecipient,
} from '../../contract/index.ts';
import { isStopped } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { TEMPLATES } from '../texts/shipped-templates.ts';

type ViewCtx = Ctx<NotificationsTables>;

/** A message without whom it is for where that is a person: the tables that are joined here do not know it. */
export type MessageRow = {
  messageId: string;
  template: string;
  recipient: NoticeRecipient;
  accountId: string | null;
  organisationId: string | null;
  toldBy: string | null;
  channel: string;
  state: MessageState;
  why: MessageReason | null;
  attempts: number;
  parts: number | null;
  dueAt: Date;
  changedAt: Date;
  at: Date;
};

const ROW = sql<MessageRow>`select message.message_id as "messageId", notice.template, notice.recipient, notice.account_id as "accountId",
  notice.organisation_id as "organisationId", notice.told_by as "toldBy", message.channel, message.state, message.why, message.attempts,
  message.parts, message.due_at as "dueAt", message.changed_at as "changedAt", notice.at
  from notifications.message join notifications.notice using (notice_id)`;

/** Who configures notices sees where each stands; everybody else, those that they told. */
function visibleTo({ actor }: ViewCtx): RawBuilder<unknown> {
  return actor.permissions.has('notice:configure') ? sql`true` : sql`notice.told_by = ${actor.accountId}`;
}

function fits(ctx: ViewCtx, { state, template }: Pick<MessageFilter, 'state' | 'template'>): RawBuilder<unknown> {
  const ofState = state === undefined ? sql`true` : sql`message.state = ${state}`;
  const ofTemplate = template === undefined ? sql`true` : sql`notice.template = ${template}`;
  return sql`${visibleTo(ctx)} and ${ofState} and ${ofTemplate}`;
}

/** One page of messages, the last that moved first; one row more than asked says that there are more. */
export async function listRows(ctx: ViewCtx, filter: MessageFilter): Promise<MessageRow[]> {
  const { page, perPage } = filter;
  const { rows } = await sql<MessageRow>`${ROW} where ${fits(ctx, filter)}
    order by message.changed_at desc, message.message_id desc limit ${perPage + 1} offset ${(page - 1) * perPage}`.execute(
    ctx.db,
  );
  return rows;
}

/** How many there are in each state. */
export async function countStates(ctx: ViewCtx): Promise<Record<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`select message.state, count(*)::int as count
    from notifications.message join notifications.notice using (notice_id) where ${visibleTo(ctx)} group by message.state`.execute(
    ctx.db,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

export async function findRow(ctx: ViewCtx, messageId: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`${ROW} where message.message_id = ${messageId} and ${visibleTo(ctx)}`.execute(
    ctx.db,
  );
  return rows[0];
}

const asText = (name: string): LocalizedText => ({ ar: name, fr: name, en: name });

/** The names of accounts and organisations among these rows. */
export async function listNamesOf(
  ctx: ViewCtx,
  rows: readonly { accountId: string | null; organisationId: string | null }[],
): Promise<Map<string, LocalizedText>> {
  const organisations = await listOrganisationNames(
    ctx,
    rows.flatMap(({ organisationId }) => organisationId ?? []),
  );
  const wanted = new Set(rows.flatMap(({ accountId }) => accountId ?? []));
  const cards = wanted.size === 0 ? [] : await listAccountCards(ctx);
  const accounts = cards.filter(({ accountId }) => wanted.has(accountId));
  return new Map([...organisations, ...accounts.map((one) => [one.accountId, asText(one.displayName)] as const)]);
}

/** What a template is called; its code where this release does not ship it any more. */
export function nameOfTemplate(code: string): LocalizedText {
  return TEMPLATES.get(code)?.name ?? asText(code);
}

export function toMessage(row: MessageRow, names: Map<string, LocalizedText>): Message {
  const { state } = row;
  const channel = NoticeChannel.safeParse(row.channel);
  return {
    messageId: row.messageId as Message['messageId'],
    template: row.template,
    templateName: nameOfTemplate(row.template),
    recipient: row.recipient,
    to: names.get(row.accountId ?? row.organisationId ?? '') ?? null,
    channel: channel.data ?? null,
    state,
    why: row.why,
    attempts: row.attempts,
    parts: row.parts,
    until: state === 'postponed' ? row.dueAt.toISOString() : null,
    changedAt: row.changedAt.toISOString(),
    toldAt: row.at.toISOString(),
    mayRetry: isStopped(state),
  };
}
