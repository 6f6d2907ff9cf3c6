import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { NotificationsTables } from '../tables.gen.ts';
import type { Way } from './choose-way.ts';
import type { Claimed } from './claim-store.ts';
import type { WrittenMessage } from './write-message.ts';

type CapturedCtx = Ctx<NotificationsTables>;
type Kept = { message: Claimed; way: Extract<Way, { go: true }>; written: WrittenMessage };

const SHOWN_OF_PERSON = 2;

/** Keeps what would have left. Where a person is reached is not kept: its end is enough to tell that it is theirs. */
export async function keepCaptured(ctx: CapturedCtx, { message, way, written }: Kept): Promise<void> {
  const hint = message.recipient === 'person' ? `…${way.address.slice(-SHOWN_OF_PERSON)}` : way.address;
  await ctx.db
    .insertInto('notifications.captured')
    .values({
      message_id: message.messageId,
      channel: way.channel,
      hint,
      locale: way.locale,
      sealed: ctx.vault.seal(JSON.stringify({ subject: written.subject, text: written.text })),
      parts: written.parts,
      at: ctx.now,
    })
    .execute();
}

/** Takes out what was kept before a moment. */
export async function removeCaptured(ctx: CapturedCtx, before: Date): Promise<void> {
  await sql`delete from notifications.captured where at < ${before}`.execute(ctx.db);
}
