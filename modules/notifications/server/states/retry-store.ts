import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { NotificationsTables } from '../tables.gen.ts';

/** Puts a message that has ended back to be sent, from its first try; false where somebody else did already. */
export async function saveRetry(ctx: Ctx<NotificationsTables>, messageId: string): Promise<boolean> {
  const { rows } =
    await sql`update notifications.message set state = 'waiting', why = 'by_hand', attempts = 0, due_at = ${ctx.now},
      changed_at = ${ctx.now}, channel = 'open', provider_id = null
    where message_id = ${messageId} and state in ('unsure', 'held', 'failed', 'bounced') returning 1`.execute(ctx.db);
  return rows.length > 0;
}
