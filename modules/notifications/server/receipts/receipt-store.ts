import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { MessageReason, MessageState } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type ReceiptCtx = Ctx<NotificationsTables>;

/** Marks a receipt as taken; false where it was. */
export async function markTaken(ctx: ReceiptCtx, digest: Buffer): Promise<boolean> {
  const { rows } = await sql`insert into notifications.receipt (digest, at) values (${digest}, ${ctx.now})
    on conflict (digest) do nothing returning 1`.execute(ctx.db);
  return rows.length > 0;
}

/** What a receipt is about. */
export type Received = { messageId: string; template: string; addressDigest: Buffer | null };

/**
 * Brings a short message that has left to where its provider says that it came; undefined where it is not one of ours, bears another
 * identifier, or has come to an end already: an end is not changed by what comes late.
 */
export async function saveReceived(
  ctx: ReceiptCtx,
  receipt: { messageId: string; providerId: string; state: MessageState; why: MessageReason | null },
): Promise<Received | undefined> {
  const { messageId, providerId, state, why } = receipt;
  const { rows } = await sql<Received>`with changed as (
    update notifications.message set state = ${state}, why = ${why}, changed_at = ${ctx.now}, provider_id = ${providerId}, channel = 'sms',
      claim = null, claimed_at = null
    where message_id = ${messageId} and channel in ('sms', 'open') and state in ('sending', 'sent', 'unsure')
      and (provider_id is null or provider_id = ${providerId})
    returning message_id, notice_id, address_digest),
    stepped as (
      insert into notifications.step (message_id, state, why, at)
      select message_id, ${state}, ${why}, ${ctx.now} from changed)
    select changed.message_id as "messageId", notice.template, changed.address_digest as "addressDigest"
    from changed join notifications.notice using (notice_id)`.execute(ctx.db);
  return rows[0];
}
