import { ANYONE, refuse, Refusal, refusalStatus, type Actor, type Locale, type Translate } from '@qantara/kernel';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Caller } from '../command/call-context.ts';
import type { Executor } from '../command/executor.ts';
import { faultsOf } from '../command/faults.ts';
import { findUnreadableText } from '../command/unreadable-text.ts';
import type { BoundWire, WireAnswer, WirePart } from '../command/wire.ts';
import { DatabaseBusy } from '../db/index.ts';
import { logFault } from '../observe/log.ts';
import { metrics } from '../observe/metrics.ts';
import type { ApiEnv } from './api-env.ts';
import { languageOf } from './language.ts';
import { tellRefusal } from './tell-refusal.ts';
import { isOtherFormat, sentTo, wireHeadersOf } from './wire-input.ts';
import { sayProblem, type Refused } from './wire-problem.ts';
import { respond } from './wire-response.ts';

type Given = {
  executor: Executor;
  translators: Record<Locale, Translate>;
  secure: boolean;
  address: string | null;
  /** Whose token this is; null where it opens nothing. */
  resolveProgram: (token: string) => Promise<Actor | null>;
  /** Where a request came from, hashed. */
  originOf: (c: Context) => string;
};

const METHODS = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';
const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Content-Language, Last-Modified, Link, Location, Retry-After',
  'cross-origin-resource-policy': 'cross-origin',
};
const PREFLIGHT = {
  ...OPEN,
  'access-control-allow-methods': METHODS,
  'access-control-allow-headers':
    'Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-Modified-Since, If-None-Exist, If-None-Match, Prefer',
  'access-control-max-age': '86400',
  allow: METHODS,
};
const LARGEST_QUESTION = 64 * 1024;
const LARGEST_RESOURCE = 1024 * 1024;
const COMMAND_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const baseOf = ({ route }: BoundWire): string => `/${route.path.split('/')[1]}`;

/** `/hsds` of `GET /hsds/services/:id`, each with one of its addresses, by which it says what went wrong. */
function basesOf(executor: Executor): Map<string, BoundWire> {
  return new Map(executor.wire.map((bound) => [baseOf(bound), bound]));
}

/** Whatever is answered under a public interface is open to every origin, and in its own words: refusals and errors too. */
function opened(bound: BoundWire): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    c.set('wire', bound);
    if (c.req.method === 'OPTIONS') return c.body(null, 204, PREFLIGHT);
    await next();
    for (const [name, value] of Object.entries(OPEN)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** Comes before every other step, so that nothing that is refused on the way is closed to the caller. */
export function openWire(app: Hono<ApiEnv>, executor: Executor): void {
  for (const [base, bound] of basesOf(executor)) {
    app.use(base, opened(bound));
    app.use(`${base}/*`, opened(bound));
  }
}

function addressOf(c: Context<ApiEnv>, { secure, address }: Given): string {
  if (address !== null) return address;
  const { host, protocol } = new URL(c.req.url);
  return `${secure ? 'https:' : protocol}//${host}`;
}

function tokenOf(c: Context<ApiEnv>): string | null {
  return /^Bearer ([\w.~+/=-]{1,500})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null;
}

async function callerOf(c: Context<ApiEnv>, given: Given, isForPrograms: boolean): Promise<Caller> {
  const token = isForPrograms ? tokenOf(c) : null;
  return {
    actor: (token === null ? null : await given.resolveProgram(token)) ?? ANYONE,
    locale: languageOf(c.req.header('accept-language') ?? null),
    origin: given.originOf(c),
    channel: 'api',
    agent: (c.req.header('user-agent') ?? '').slice(0, 500),
    setSession: () => undefined,
  };
}

const statusOf = (code: string, isForPrograms: boolean): number => {
  if (isForPrograms) return refusalStatus(code);
  return code.endsWith('_not_found') ? 404 : 400;
};

/** The identifier of a command: as long and as random as ours, since the answer that is kept is sealed by it. */
function commandIdOf(c: Context<ApiEnv>): string | undefined {
  const key = c.req.header('idempotency-key')?.trim();
  if (key === undefined || key === '') return undefined;
  return COMMAND_ID.test(key)
    ? key
    : refuse('invalid_question', { fields: [{ path: 'Idempotency-Key', code: 'not_uuid' }] });
}

async function textOf(answer: Response): Promise<WireAnswer> {
  const headers = Object.fromEntries(answer.headers);
  return { status: answer.status, type: headers['content-type'] ?? '', body: await answer.text(), headers };
}

type Parts = { given: Given; inner: Hono<ApiEnv>; bound: BoundWire };

/** One part of a batch, asked as if it had come alone: the same token, languages and rules. */
function againAt(c: Context<ApiEnv>, { given, inner, bound }: Parts) {
  const base = baseOf(bound);
  return async ({ method, path, headers, body }: WirePart): Promise<WireAnswer> => {
    const kept = ['authorization', 'accept-language', 'user-agent'].flatMap((name) => {
      const value = c.req.header(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const json = body === undefined ? {} : { 'content-type': c.req.header('content-type') ?? 'application/json' };
    const url = new URL(`${base}/${path}`, addressOf(c, given));
    const request = new Request(url, {
      method,
      headers: { ...Object.fromEntries(kept), ...json, ...headers },
      ...sent,
    });
    return textOf(await inner.fetch(request, c.env));
  };
}

/** XML and the like is another format (415); JSON or a form that cannot be read is a bad question (400). */
function unreadBody(c: Context<ApiEnv>): Refused {
  if (isOtherFormat(c)) return { code: 'format_not_taken', fields: [], status: 415 };
  return { code: 'invalid_question', fields: [{ path: '', code: 'invalid' }], status: 400 };
}

async function answer(c: Context<ApiEnv>, parts: Parts): Promise<Refused | Response> {
  const { given, bound } = parts;
  const isForPrograms = bound.route.may !== 'anyone';
  const caller = await callerOf(c, given, isForPrograms);
  c.set('caller', caller);
  if (isForPrograms && caller.actor.kind === 'anyone') return { code: 'not_signed_in', fields: [], status: 401 };
  const sent = await sentTo(c, isForPrograms);
  if (sent === undefined) return unreadBody(c);
  const unreadable = findUnreadableText(sent);
  if (unreadable !== undefined) return { code: 'invalid_question', fields: [unreadable], status: 400 };
  const parsed = bound.route.input.safeParse(sent.input, { reportInput: true });
  if (!parsed.success) return { code: 'invalid_question', fields: faultsOf(parsed.error, sent.input), status: 400 };
  const asked = {
    origin: addressOf(c, given),
    locale: caller.locale,
    accept: c.req.header('accept') ?? '',
    headers: wireHeadersOf(c),
    body: sent.body,
    again: againAt(c, parts),
  };
  const call = { caller, asked, commandId: commandIdOf(c) };
  return respond(c, await given.executor.answerWire(bound, parsed.data, call), isForPrograms);
}

function refusedBy(fault: unknown, path: string, isForPrograms: boolean): Refused {
  if (fault instanceof Refusal)
    return {
      code: fault.code,
      fields: fault.fields,
      values: fault.values,
      status: statusOf(fault.code, isForPrograms),
    };
  if (fault instanceof DatabaseBusy) return { code: 'busy', fields: [], status: 503 };
  logFault(path, fault);
  return { code: 'broken', fields: [], status: 500 };
}

function mountOn(app: Hono<ApiEnv>, inner: Hono<ApiEnv>, given: Given): void {
  for (const bound of given.executor.wire) {
    const [method = 'GET', path = '/'] = bound.route.path.split(' ');
    const isForPrograms = bound.route.may !== 'anyone';
    const say = (c: Context<ApiEnv>, refused: Refused): Response => {
      tellRefusal(refused.code, bound.route.path, c.get('caller'));
      return sayProblem(c, { translators: given.translators, bound }, refused);
    };
    const limit = bodyLimit({
      maxSize: isForPrograms ? LARGEST_RESOURCE : LARGEST_QUESTION,
      onError: (c) => say(c, { code: 'too_large', fields: [], status: 413 }),
    });
    app.on(method, path, limit, async (c) => {
      const stop = metrics.requestTimer('wire');
      const answered = await answer(c, { given, inner, bound }).catch((fault: unknown) =>
        refusedBy(fault, bound.route.path, isForPrograms),
      );
      const response = answered instanceof Response ? answered : say(c, answered);
      stop(response.status);
      return response;
    });
  }
  for (const [base, bound] of basesOf(given.executor)) {
    const nothing = (c: Context<ApiEnv>) =>
      sayProblem(c, { translators: given.translators, bound }, { code: 'page_not_found', fields: [], status: 404 });
    app.all(base, nothing);
    app.all(`${base}/*`, nothing);
  }
}

/** The modules' public interfaces. They stand behind the limit of requests, and before any session is looked up. */
export function mountWire(app: Hono<ApiEnv>, given: Given): void {
  const inner = new Hono<ApiEnv>();
  mountOn(inner, inner, given);
  mountOn(app, inner, given);
}
