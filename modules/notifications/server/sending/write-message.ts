import type { Ctx } from '@qantara/platform';
import type { NoticeTemplate } from '../../contract/index.ts';
import { fillWords, letterPage, smsSizeOf } from '../../domain/index.ts';
import { unseal } from '../told/unseal.ts';
import type { NotificationsTables } from '../tables.gen.ts';
import { showValues, type Names } from '../texts/show-values.ts';
import { listPublished } from '../texts/text-store.ts';
import type { Way } from './choose-way.ts';
import type { Claimed } from './claim-store.ts';

type Going = Extract<Way, { go: true }>;

/** A message as it leaves. */
export type WrittenMessage = { subject: string; text: string; html: string; parts: number | null; textNumber: number };

export type Writing = { names: Names; message: Claimed; template: NoticeTemplate; way: Going };

/** The words that are sent today: this region's, or those that are shipped. */
async function wordsToday(ctx: Ctx<NotificationsTables>, { code, words }: NoticeTemplate) {
  const published = (await listPublished(ctx, [code])).get(code);
  return published === undefined ? { words, textNumber: 0 } : { words: published.words, textNumber: published.number };
}

function shortOf(text: string | null, textNumber: number): WrittenMessage | undefined {
  if (text === null || text === '') return undefined;
  return { subject: '', text, html: '', parts: smsSizeOf(text).parts, textNumber };
}

/** Fills the words that are sent today; undefined where a name, a language or a word that says nothing is missing: then nothing leaves. */
export async function writeMessage(
  ctx: Ctx<NotificationsTables>,
  { names, message, template, way }: Writing,
): Promise<WrittenMessage | undefined> {
  const { locale, channel, isDisguised } = way;
  const { words, textNumber } = await wordsToday(ctx, template);
  const { values } = unseal(ctx, message.sealed);
  const shown = await showValues({ ctx, names, locale }, template, values);
  if (shown === undefined) return undefined;
  const { subject, body, short, disguised } = fillWords(template, words, { locale, values: shown });
  if (channel === 'sms') return shortOf(isDisguised ? disguised : short, textNumber);
  if (body === '' || subject === '') return undefined;
  const html = letterPage({ subject, body, locale, address: ctx.outside.address });
  return { subject, text: body, html, parts: null, textNumber };
}
