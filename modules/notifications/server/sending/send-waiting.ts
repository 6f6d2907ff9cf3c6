import { logFault, type Ctx } from '@qantara/platform';
import type { NotificationsTables } from '../tables.gen.ts';
import type { Names } from '../texts/show-values.ts';
import { TEMPLATES } from '../texts/shipped-templates.ts';
import { removeCaptured } from './captured-store.ts';
import { claimNext, listSilent, settle, type Claimed } from './claim-store.ts';
import { sendOne, unsureOf } from './send-one.ts';

type SendingCtx = Ctx<NotificationsTables>;

/** Longer than any provider is waited for: whoever took a message longer ago will write nothing of it any more. */
const SILENT_MS = 10 * 60_000;
/** The job gives way to others after that; the next minute goes on. */
const LONGEST_RUN_MS = 45_000;
const CAPTURED_DAYS = 30;
const DAY = 86_400_000;

async function settleSilent(ctx: SendingCtx): Promise<void> {
  for (const message of await listSilent(ctx, new Date(ctx.now.getTime() - SILENT_MS)))
    await settle(ctx, message, unsureOf(message, TEMPLATES.get(message.template), ctx.now));
}

/** A fault of ours in one message holds up no other: it stays sending, and is told as unsure after a while. */
async function sendCarefully(ctx: SendingCtx, names: Names, message: Claimed): Promise<void> {
  try {
    await sendOne(ctx, names, message);
  } catch (fault) {
    logFault('notifications.send', fault);
  }
}

/** Sends what is due, one after the other, in no transaction: each step stands at once, and waiting for a provider holds nobody up. */
export async function sendWaiting(ctx: SendingCtx, names: Names): Promise<void> {
  const began = Date.now();
  await settleSilent(ctx);
  await removeCaptured(ctx, new Date(ctx.now.getTime() - CAPTURED_DAYS * DAY));
  const moment = (): SendingCtx => ({ ...ctx, now: new Date(ctx.now.getTime() + (Date.now() - began)) });
  while (Date.now() - began < LONGEST_RUN_MS) {
    const now = moment();
    const message = await claimNext(now);
    if (message === undefined) return;
    await sendCarefully(now, names, message);
  }
}
