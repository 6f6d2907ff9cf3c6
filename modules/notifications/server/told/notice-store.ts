import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { NoticeRecipient, NoticeUrgency } from '../../contract/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';

type NoticeCtx = Ctx<NotificationsTables>;

export type NewRow = {
  template: string;
  recipient: NoticeRecipient;
  recipientId: string;
  urgency: NoticeUrgency;
  sealed: string;
};

/** Marks that something is said now; false where it was said after `since` already. Of two at once one is told so. */
export async function markSaid(ctx: NoticeCtx, digest: Buffer, since: Date): Promise<boolean> {
  const { rows } = await sql`insert into notifications.said (digest, at) values (${digest}, ${ctx.now})
    on conflict (digest) do update set at = excluded.at where said.at <= ${since} returning 1`.execute(ctx.db);
  return rows.length > 0;
}

/** Writes what somebody is told; for a person, whom it is for apart from it. */
export async function insertNotice(ctx: NoticeCtx, row: NewRow): Promise<string> {
  const noticeId = newId(ctx.now.getTime());
  const { recipient, recipientId } = row;
  await ctx.db
    .insertInto('notifications.notice')
    .values({
      notice_id: noticeId,
      template: row.template,
      recipient,
      account_id: recipient === 'account' ? recipientId : null,
      organisation_id: recipient === 'organisation' ? recipientId : null,
      urgency: row.urgency,
      sealed: row.sealed,
      told_by: ctx.actor.accountId,
      told_by_organisation_id: ctx.actor.organisationId,
      at: ctx.now,
    })
    .execute();
  if (recipient === 'person')
    await ctx.db
      .insertInto('notifications.addressee')
      .values({ person_id: recipientId, notice_id: noticeId })
      .execute();
  return noticeId;
}

/** Puts a message beside a notice, to be sent by the next look of the job. */
export async function insertMessage(ctx: NoticeCtx, noticeId: string): Promise<void> {
  await ctx.db
    .insertInto('notifications.message')
    .values({
      message_id: newId(ctx.now.getTime()),
      notice_id: noticeId,
      channel: 'open',
      state: 'waiting',
      due_at: ctx.now,
      changed_at: ctx.now,
    })
    .execute();
}
