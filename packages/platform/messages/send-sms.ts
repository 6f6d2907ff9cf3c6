import { request as askPlainly } from 'node:http';
import { request as askSafely, type RequestOptions } from 'node:https';
import { addressToUse, resolveHost, type Resolve } from '../audit/public-address.ts';
import type { Sending, ShortMessage } from './messenger.ts';

const WAITS_MS = 20_000;
const LONGEST_ANSWER = 10_000;

export type SmsSettings = {
  /** The provider's one address; https, or http on this very machine. */
  address: string;
  token: string;
  /** Where the provider tells us what became of a message. */
  receiptsAt: string;
  allowsPrivate: boolean;
  resolve?: Resolve;
  ca?: string;
};

const NUMBER = /^\+?\d{3,15}$/;

type Answer = { status: number; body: string };

function post(url: URL, options: RequestOptions, body: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const ask = url.protocol === 'https:' ? askSafely : askPlainly;
  const call = ask(options, (answer) => {
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.length <= LONGEST_ANSWER) return;
      // What it says is known from its status; the rest is not read.
      resolve({ status: answer.statusCode ?? 0, body: '' });
      call.destroy();
    });
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
    answer.on('error', reject);
  });
  call.setTimeout(WAITS_MS, () => call.destroy(new Error('no answer')));
  call.on('error', reject);
  call.end(body);
  return promise;
}

function idIn(body: string): string | null {
  try {
    const said: unknown = JSON.parse(body);
    const id = typeof said === 'object' && said !== null && 'id' in said ? said.id : null;
    return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null;
  } catch {
    return null;
  }
}

/** docs/operations/messages.md: what each answer of a provider means. An answer that sends us elsewhere is a failure. */
function sendingOf({ status, body }: Answer): Sending {
  if (status >= 200 && status < 300) return { outcome: 'sent', providerId: idIn(body) };
  if (status === 422) return { outcome: 'refused', code: 'sms_422' };
  return { outcome: 'failed', code: `sms_${status}` };
}

/** Hands short messages to the operator's one provider, looked up once for each, and nowhere else. Never throws. */
export function smsSender(settings: SmsSettings): (message: ShortMessage) => Promise<Sending> {
  const { allowsPrivate, resolve = resolveHost, ca, token, receiptsAt } = settings;
  const url = new URL(settings.address);
  return async ({ reference, to, text, parts }) => {
    if (!NUMBER.test(to)) return { outcome: 'refused', code: 'no_number' };
    const body = JSON.stringify({ to, text, reference, parts, receipts: receiptsAt });
    let machine;
    try {
      machine = await addressToUse(url.hostname, { allowsPrivate, resolve });
    } catch {
      return { outcome: 'failed', code: 'no_provider' };
    }
    const found = machine;
    const options: RequestOptions = {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      path: `${url.pathname}${url.search}`,
      method: 'POST',
      agent: false,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'idempotency-key': reference,
      },
      lookup: (_host, asked, done) =>
        asked.all === true ? done(null, [found]) : done(null, found.address, found.family),
      ...(ca === undefined ? {} : { ca }),
    };
    try {
      return sendingOf(await post(url, options, body));
    } catch (fault) {
      const code = (fault as { code?: unknown }).code;
      // Nobody listened: it cannot have left. Any other silence may have come after the provider had it.
      return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH'
        ? { outcome: 'failed', code: 'no_provider' }
        : { outcome: 'unsure', code: 'no_answer' };
    }
  };
}
