import { withTables, type AnyCtx } from '@qantara/platform';
import { sql } from 'kysely';
import type { MessageReason, MessageState, NoticeChannel } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { queue, type NewNotice } from './notify.ts';

/** Where a message of the past had come to. */
export type PastState = { state: MessageState; why?: MessageReason; channel: NoticeChannel; until?: Date };

/** Something that was told in a sample's past, by a message that came to what is said: nothing leaves. */
export async function tellInPast(anyCtx: AnyCtx, notice: NewNotice, past: PastState): Promise<void> {
  const ctx = withTables<NotificationsTables>(anyCtx);
  const noticeId = await queue(ctx, notice);
  if (noticeId === undefined) return;
  const { state, why = null, channel, until = ctx.now } = past;
  await sql`with changed as (
    update notifications.message set state = ${state}, why = ${why}, channel = ${channel}, due_at = ${until}, attempts = 1
    where notice_id = ${noticeId} returning message_id)
    insert into notifications.step (message_id, state, why, at, told_at)
    select message_id, ${state}, ${why}, ${ctx.now}, ${ctx.now} from changed`.execute(ctx.db);
}
