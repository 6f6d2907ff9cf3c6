import { randomUUID } from 'node:crypto';
import type { Locale, Translate } from '@qantara/kernel';
import { NoSuchMachine } from '@qantara/platform';
import { fhirNews, outcomeOf, plainNews, type News } from '../domain/index.ts';
import { signedHeaders } from './sign-message.ts';
import { type In, type WebhookRow } from './webhook-store.ts';

const WAITS_MS = 15_000;
/** What the other end says besides its status is not read. */
const MOST_BYTES = 4096;
export const TOPIC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/SubscriptionTopic/Task';

export type Tried = { outcome: 'taken' | 'gone' | 'again'; status: number | null; fault: string | null };
type Words = Readonly<Record<Locale, Translate>>;

/** News, or nothing: the first message, by which it is seen whether anybody is there. */
function bodyOf(ctx: In, webhook: WebhookRow, news: News | null): string {
  const { address } = ctx.outside;
  const { webhook_id: id, sent_count: count } = webhook;
  if (webhook.format === 'plain')
    return news === null
      ? JSON.stringify({ type: 'webhook.test', timestamp: ctx.now.toISOString(), data: { id } })
      : plainNews(news, address);
  const resource = webhook.resource as { criteria?: string } | null;
  const topic = resource?.criteria?.startsWith('http') === true ? resource.criteria : TOPIC;
  const status = news === null ? 'requested' : 'active';
  const notified = { subscriptionId: id, topic, status, count, address };
  return fhirNews(notified, news, { bundle: randomUUID(), status: randomUUID() });
}

function secretsOf({ vault, now }: In, { secret, former_secret: former, former_until: until }: WebhookRow): string[] {
  const isHeld = former !== null && until !== null && until > now;
  return [vault.open(secret), ...(isHeld ? [vault.open(former)] : [])];
}

/** What the receiver asked to be sent along, but for what says what the message is. */
function askedHeaders({ vault }: In, { headers }: WebhookRow): Record<string, string> {
  if (headers === null) return {};
  const lines = JSON.parse(vault.open(headers)) as string[];
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined || !/^(?:authorization|x-[\w-]+)$/i.test(name)
      ? []
      : [[name, value]];
  });
  return Object.fromEntries(pairs) as Record<string, string>;
}

async function post(ctx: In, webhook: WebhookRow, message: { id: string; body: string }): Promise<Tried> {
  const type = webhook.format === 'fhir' ? 'application/fhir+json' : 'application/json';
  const signed = signedHeaders({ ...message, at: ctx.now }, secretsOf(ctx, webhook));
  const headers = { ...askedHeaders(ctx, webhook), 'content-type': type, 'user-agent': 'Qantara', ...signed };
  const question = { method: 'POST', headers, body: message.body, waitsMs: WAITS_MS, mostBytes: MOST_BYTES } as const;
  try {
    const { status } = await ctx.outside.ask(new URL(webhook.endpoint), question);
    return { outcome: outcomeOf(status), status, fault: outcomeOf(status) === 'taken' ? null : `http_${status}` };
  } catch (fault) {
    return { outcome: 'again', status: null, fault: fault instanceof NoSuchMachine ? 'no_machine' : 'no_answer' };
  }
}

/** A letter that says that there is news, and where; it names nobody. */
async function write(ctx: In, webhook: WebhookRow, asked: { id: string; news: News; words: Words }): Promise<Tried> {
  const { mail } = ctx.outside.messenger;
  if (mail.way === 'off') return { outcome: 'again', status: null, fault: 'mail_off' };
  if (mail.way === 'capture') return { outcome: 'taken', status: null, fault: null };
  const { news, words, id } = asked;
  const link = `${ctx.outside.address}/fhir/Task/${news.subjectId}`;
  const say = (key: string): string => [words.ar, words.fr, words.en].map((t) => t(key)).join('\n');
  const text = `${say('webhooks.letter.text')}\n\n${link}`;
  const subject = [words.ar, words.fr, words.en].map((t) => t('webhooks.letter.subject')).join(' · ');
  const html = `<p>${say('webhooks.letter.text').replaceAll('\n', '<br>')}</p><p><bdi dir="ltr">${link}</bdi></p>`;
  const to = webhook.endpoint.replace(/^mailto:/i, '');
  const sent = await mail.send({ reference: id, to, subject, text, html });
  if (sent.outcome === 'sent') return { outcome: 'taken', status: null, fault: null };
  return { outcome: sent.outcome === 'refused' ? 'gone' : 'again', status: null, fault: sent.code };
}

/** Sends one message and says what came of it; never throws for what the other end does. */
export function sendMessage(
  ctx: In,
  webhook: WebhookRow,
  message: { id: string; news: News | null; words: Words },
): Promise<Tried> {
  const { id, news, words } = message;
  if (webhook.channel === 'email')
    return news === null
      ? Promise.resolve({ outcome: 'taken', status: null, fault: null })
      : write(ctx, webhook, { id, news, words });
  return post(ctx, webhook, { id, body: bodyOf(ctx, webhook, news) });
}
