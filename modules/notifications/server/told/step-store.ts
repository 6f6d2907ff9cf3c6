import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { MessageReason, MessageState, NoticeChannel, NoticeRecipient } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type StepCtx = Ctx<NotificationsTables>;

/** A step that no history knows of yet. */
export type UntoldStep = {
  stepId: string;
  messageId: string;
  noticeId: string;
  state: MessageState;
  why: MessageReason | null;
  template: string;
  channel: NoticeChannel | 'open';
  recipient: NoticeRecipient;
  personId: string | null;
  accountId: string | null;
  toldBy: string | null;
};

const MOST = 500;

/** Takes steps that were written outside a transaction, each for one teller alone, and marks them told. */
export async function takeUntold(ctx: StepCtx): Promise<UntoldStep[]> {
  const { rows } = await sql<UntoldStep>`with taken as (
    update notifications.step set told_at = ${ctx.now} where step_id in (
      select step_id from notifications.step where told_at is null order by at limit ${sql.lit(MOST)} for update skip locked)
    returning step_id, message_id, state, why, at)
    select taken.step_id as "stepId", taken.message_id as "messageId", message.notice_id as "noticeId", taken.state, taken.why,
      notice.template, message.channel, notice.recipient, addressee.person_id as "personId", notice.account_id as "accountId",
      notice.told_by as "toldBy"
    from taken join notifications.message using (message_id) join notifications.notice using (notice_id)
    left join notifications.addressee using (notice_id) order by taken.at`.execute(ctx.db);
  return rows;
}
