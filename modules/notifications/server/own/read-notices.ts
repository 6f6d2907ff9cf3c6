import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { NotificationsTables } from '../tables.gen.ts';
import { saveRead } from './own-notice-view.ts';

type OwnCtx = Ctx<NotificationsTables>;

/** The reader has read it. Refuses `notice_not_found` for somebody else's. */
export async function readNotice(ctx: OwnCtx, { noticeId }: { noticeId: string }) {
  if ((await saveRead(ctx, noticeId)) === undefined) refuse('notice_not_found');
  ctx.emit({ type: 'notice.read', subject: noticeId });
  return { done: true as const };
}

/** The reader has read them all. */
export async function readAllNotices(ctx: OwnCtx) {
  const count = (await saveRead(ctx, null)) ?? 0;
  ctx.emit({ type: 'notice.all_read', subject: ctx.actor.accountId ?? refuse('not_signed_in'), data: { count } });
  return { done: true as const };
}
