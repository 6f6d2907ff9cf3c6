import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type {
  MessageReason,
  MessageState,
  NoticeChannel,
  NoticeRecipient,
  NoticeUrgency,
} from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type SendingCtx = Ctx<NotificationsTables>;

/** A message that this server holds, and nobody else. */
export type Claimed = {
  messageId: string;
  claim: string;
  noticeId: string;
  template: string;
  recipient: NoticeRecipient;
  /** Of the account, the organisation or the person. */
  recipientId: string;
  urgency: NoticeUrgency;
  sealed: string;
  attempts: number;
  /** Why it waited: by hand passes the mark of an address that was refused. */
  why: MessageReason | null;
};

const CLAIMED = sql`held.message_id as "messageId", held.claim, notice.notice_id as "noticeId", notice.template, notice.recipient,
  coalesce(notice.account_id, notice.organisation_id, addressee.person_id) as "recipientId", notice.urgency, notice.sealed,
  held.attempts, held.why
  from held join notifications.notice on notice.notice_id = held.notice_id
  left join notifications.addressee on addressee.notice_id = held.notice_id`;

/**
 * Takes the next message that is due, what is urgent first. Whoever takes it holds it alone: another server passes over a row that is
 * being taken, and finds it sending afterwards.
 */
export async function claimNext(ctx: SendingCtx): Promise<Claimed | undefined> {
  const { rows } = await sql<Claimed>`with held as (
    update notifications.message set state = 'sending', claim = gen_random_uuid(), claimed_at = ${ctx.now},
      attempts = attempts + 1, changed_at = ${ctx.now}
    where message_id = (
      select message.message_id from notifications.message join notifications.notice on notice.notice_id = message.notice_id
      where message.state in ('waiting', 'postponed') and message.due_at <= ${ctx.now}
      order by notice.urgency = 'now' desc, message.due_at, message.message_id limit 1 for update of message skip locked)
    returning message_id, claim, notice_id, attempts, why)
    select ${CLAIMED}`.execute(ctx.db);
  return rows[0];
}

/** Messages that some server took and said nothing of since `before`: it stopped between sending and writing down. */
export async function listSilent(ctx: SendingCtx, before: Date): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`with held as (
    select message_id, claim, notice_id, attempts, why from notifications.message
    where state = 'sending' and claimed_at < ${before} order by claimed_at limit 100)
    select ${CLAIMED}`.execute(ctx.db);
  return rows;
}

/** Where a message has come to. */
export type Settled = {
  state: Exclude<MessageState, 'waiting' | 'sending' | 'delivered'>;
  why?: MessageReason;
  until?: Date;
  channel?: NoticeChannel;
  providerId?: string | null;
  addressDigest?: Buffer;
  textNumber?: number;
  parts?: number | null;
  /** It was not tried: only looked at. */
  isUntried?: boolean;
};

/** Writes where it has come to, and the step, in one statement; only for the try that holds it. */
export async function settle(ctx: SendingCtx, { messageId, claim }: Claimed, settled: Settled): Promise<void> {
  const { state, why = null, until = ctx.now, providerId = null, addressDigest = null, textNumber = null } = settled;
  await sql`with changed as (
    update notifications.message set state = ${state}, why = ${why}, due_at = ${until}, claim = null, claimed_at = null,
      changed_at = ${ctx.now}, channel = coalesce(${settled.channel ?? null}, channel), provider_id = coalesce(${providerId}, provider_id),
      address_digest = coalesce(${addressDigest}::bytea, address_digest), text_number = coalesce(${textNumber}::int, text_number),
      parts = coalesce(${settled.parts ?? null}::int, parts), attempts = attempts - ${settled.isUntried === true ? 1 : 0}
    where message_id = ${messageId} and claim = ${claim} and state = 'sending' returning message_id)
    insert into notifications.step (message_id, state, why, at) select message_id, ${state}, ${why}, ${ctx.now} from changed`.execute(
    ctx.db,
  );
}
