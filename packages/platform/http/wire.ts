import { createHash } from 'node:crypto';
import { Refusal, type FieldFault, type Locale, type Problem, type Translate } from '@qantara/kernel';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { BoundWire, WireAnswer } from '../command/context.ts';
import type { Executor } from '../command/executor.ts';
import { faultsOf } from '../command/faults.ts';
import { findUnreadableText } from '../command/unreadable-text.ts';
import { metrics } from '../observe/metrics.ts';
import { refuseWith, type ApiEnv } from './api.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';

type Given = { executor: Executor; translators: Record<Locale, Translate>; secure: boolean; address: string | null };

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Content-Language, Link, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};
const PREFLIGHT = {
  ...OPEN,
  'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
  'access-control-allow-headers': 'Accept, Accept-Language, Content-Type, If-None-Match',
  'access-control-max-age': '86400',
  allow: 'GET, HEAD, POST, OPTIONS',
};
const KEPT = 'public, max-age=60';
const LARGEST_QUESTION = 64 * 1024;

/** `/hsds` of `GET /hsds/services/:id`. */
function basesOf(executor: Executor): string[] {
  return [...new Set(executor.wire.map(({ route }) => `/${route.path.split('/')[1]}`))];
}

/** Whatever is answered under a public interface is open to every origin: refusals and errors too, or no page could tell them. */
const opened: MiddlewareHandler<ApiEnv> = async (c, next) => {
  c.set('isWire', true);
  if (c.req.method === 'OPTIONS') return c.body(null, 204, PREFLIGHT);
  await next();
  for (const [name, value] of Object.entries(OPEN)) c.res.headers.set(name, value);
  return undefined;
};

/** Comes before every other step, so that nothing that is refused on the way is closed to the caller. */
export function openWire(app: Hono<ApiEnv>, executor: Executor): void {
  for (const base of basesOf(executor)) {
    app.use(base, opened);
    app.use(`${base}/*`, opened);
  }
}

async function bodyOf(c: Context<ApiEnv>): Promise<Record<string, unknown> | undefined> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  if ((c.req.header('content-type') ?? '').includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    const sent: unknown = JSON.parse(text);
    return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent } : undefined;
  } catch {
    return undefined;
  }
}

/** The address's parameters, those of a body over them, those of the path over all; what is left empty was not asked. */
async function inputOf(c: Context<ApiEnv>): Promise<Record<string, unknown> | undefined> {
  const query = Object.fromEntries(new URL(c.req.url).searchParams);
  const body = c.req.method === 'POST' ? await bodyOf(c) : {};
  if (body === undefined) return undefined;
  const all = Object.entries({ ...query, ...body, ...c.req.param() });
  return Object.fromEntries(all.filter(([, value]) => value !== '' && value !== null));
}

function problem(
  c: Context<ApiEnv>,
  given: Given,
  refused: { code: string; fields: FieldFault[]; status: number },
): Response {
  const t = given.translators[languageOf(c.req.header('accept-language') ?? null)];
  const said: Problem = { ...problemOf({ ...refused, values: {} }, 'hsds', t), status: refused.status };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return c.body(JSON.stringify(said), refused.status as 400, headers);
}

function tagOf(answer: WireAnswer): string | null {
  const { body, version } = answer;
  if (typeof body !== 'string' && !(body instanceof Uint8Array) && version === undefined) return null;
  const digest = createHash('sha256').update(version ?? (body as string));
  return `W/"${digest.digest('base64url').slice(0, 27)}"`;
}

function isKnown(asked: string | undefined, tag: string): boolean {
  const plain = tag.replace(/^W\//, '');
  return (asked ?? '').split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === plain);
}

/** Pieces of a long answer as the network takes them. */
function streamOf(pieces: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await iterator.next();
      if (done === true) return controller.close();
      controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
    },
    cancel: async () => void (await iterator.return?.()),
  });
}

function headersOf(answer: WireAnswer, tag: string | null, isRead: boolean): Record<string, string> {
  return {
    'cache-control': isRead ? KEPT : 'no-store',
    vary: 'Accept, Accept-Language',
    ...answer.headers,
    ...(tag === null ? {} : { etag: tag }),
  };
}

function respond(c: Context<ApiEnv>, answer: WireAnswer): Response {
  const tag = tagOf(answer);
  const isRead = c.req.method !== 'POST';
  const headers = headersOf(answer, tag, isRead);
  if (isRead && tag !== null && isKnown(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  headers['content-type'] = answer.type;
  const { body, status = 200 } = answer;
  if (typeof body === 'string') return c.body(body, status, headers);
  return c.body(body instanceof Uint8Array ? new Uint8Array(body) : streamOf(body), status, headers);
}

function originOf(c: Context<ApiEnv>, { secure, address }: Given): string {
  if (address !== null) return address;
  const { host, protocol } = new URL(c.req.url);
  return `${secure ? 'https:' : protocol}//${host}`;
}

async function answer(c: Context<ApiEnv>, given: Given, bound: BoundWire): Promise<Response> {
  const input = await inputOf(c);
  const unreadable = input === undefined ? { path: '', code: 'invalid' } : findUnreadableText(input);
  if (unreadable !== undefined)
    return problem(c, given, { code: 'invalid_question', fields: [unreadable], status: 400 });
  const parsed = bound.route.input.safeParse(input, { reportInput: true });
  if (!parsed.success)
    return problem(c, given, { code: 'invalid_question', fields: faultsOf(parsed.error), status: 400 });
  const asked = {
    origin: originOf(c, given),
    locale: languageOf(c.req.header('accept-language') ?? null),
    accept: c.req.header('accept') ?? '',
  };
  try {
    return respond(c, await given.executor.answerWire(bound, parsed.data, asked));
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const status = fault.code.endsWith('_not_found') ? 404 : 400;
    return problem(c, given, { code: fault.code, fields: fault.fields, status });
  }
}

/** The modules' public interfaces. They stand behind the limit of requests, and before any session is looked up. */
export function mountWire(app: Hono<ApiEnv>, given: Given): void {
  const limit = bodyLimit({
    maxSize: LARGEST_QUESTION,
    onError: (c) => refuseWith(c, given.translators, { code: 'too_large', fields: [], values: {} }),
  });
  for (const bound of given.executor.wire) {
    const [method = 'GET', path = '/'] = bound.route.path.split(' ');
    app.on(method, path, limit, async (c) => {
      const stop = metrics.requestTimer('wire');
      const response = await answer(c, given, bound);
      stop(response.status);
      return response;
    });
  }
  for (const base of basesOf(given.executor))
    app.all(`${base}/*`, (c) => problem(c, given, { code: 'page_not_found', fields: [], status: 404 }));
}
