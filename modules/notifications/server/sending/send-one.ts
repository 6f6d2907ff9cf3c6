import { log, type Ctx, type Sending } from '@qantara/platform';
import type { NoticeTemplate } from '../../contract/index.ts';
import { nextTry } from '../../domain/index.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import type { Names } from '../texts/show-values.ts';
import { TEMPLATES } from '../texts/shipped-templates.ts';
import { digestOfAddress, isDead, markDead, plainAddress, unmarkDead } from './address-store.ts';
import { keepCaptured } from './captured-store.ts';
import { chooseWay, type Way } from './choose-way.ts';
import { settle, type Claimed, type Settled } from './claim-store.ts';
import { writeMessage, type WrittenMessage } from './write-message.ts';

type SendingCtx = Ctx<NotificationsTables>;
type Going = Extract<Way, { go: true }>;

/** What becomes of a message of which nobody knows whether it left: sent again where a second copy does no harm, never to a person. */
export function unsureOf(message: Claimed, template: NoticeTemplate | undefined, now: Date): Settled {
  const mayRepeat = template?.harmlessTwice === true && message.recipient !== 'person';
  const until = mayRepeat ? nextTry(message.attempts, now) : null;
  return until === null ? { state: 'unsure', why: 'no_answer' } : { state: 'postponed', why: 'tried_again', until };
}

function settledOf(message: Claimed, template: NoticeTemplate, told: { sending: Sending; now: Date }): Settled {
  const { sending, now } = told;
  if (sending.outcome === 'sent') return { state: 'sent', providerId: sending.providerId };
  if (sending.outcome === 'refused') return { state: 'bounced', why: 'address_refused' };
  if (sending.outcome === 'unsure') return unsureOf(message, template, now);
  const until = nextTry(message.attempts, now);
  return until === null
    ? { state: 'failed', why: 'provider_failed' }
    : { state: 'postponed', why: 'tried_again', until };
}

type Leaving = { message: Claimed; way: Going; written: WrittenMessage };

/** Hands it to the way out. What comes back is what became of it, never an error. */
async function handOver(ctx: SendingCtx, { message, way, written }: Leaving): Promise<Sending> {
  const { mail, sms } = ctx.outside.messenger;
  const reference = message.messageId;
  const to = plainAddress(way.channel, way.address);
  const { subject, text, html, parts } = written;
  if (way.channel === 'email' && mail.way === 'send') return mail.send({ reference, to, subject, text, html });
  if (way.channel === 'sms' && sms.way === 'send') return sms.send({ reference, to, text, parts: parts ?? 1 });
  await keepCaptured(ctx, { message, way, written });
  return { outcome: 'sent', providerId: null };
}

async function leave(ctx: SendingCtx, template: NoticeTemplate, leaving: Leaving): Promise<void> {
  const { message, way, written } = leaving;
  const digest = digestOfAddress(ctx, way.channel, way.address);
  const sending = await handOver(ctx, leaving);
  if (sending.outcome === 'refused') await markDead(ctx, digest, way.channel);
  if (sending.outcome === 'sent') await unmarkDead(ctx, digest);
  else log('warn', 'message', { outcome: sending.outcome, code: sending.code });
  const { channel } = way;
  const { textNumber, parts } = written;
  const settled = settledOf(message, template, { sending, now: ctx.now });
  await settle(ctx, message, { ...settled, channel, addressDigest: digest, textNumber, parts });
}

function notGone({ why, until }: Extract<Way, { go: false }>): Settled {
  return until === undefined ? { state: 'held', why } : { state: 'postponed', why, until, isUntried: true };
}

/** Sends one message that this server holds, or writes down why not. */
export async function sendOne(ctx: SendingCtx, names: Names, message: Claimed): Promise<void> {
  const template = TEMPLATES.get(message.template);
  if (template === undefined) return settle(ctx, message, { state: 'held', why: 'words_missing' });
  const way = await chooseWay(ctx, message, template);
  if (!way.go) return settle(ctx, message, notGone(way));
  const isMarked = message.why !== 'by_hand' && (await isDead(ctx, digestOfAddress(ctx, way.channel, way.address)));
  if (isMarked) return settle(ctx, message, { state: 'held', why: 'address_refused', channel: way.channel });
  const written = await writeMessage(ctx, { names, message, template, way });
  if (written === undefined) return settle(ctx, message, { state: 'held', why: 'words_missing', channel: way.channel });
  return leave(ctx, template, { message, way, written });
}
