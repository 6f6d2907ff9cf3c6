import { createHash, timingSafeEqual } from 'node:crypto';
import { serveStatic } from '@hono/node-server/serve-static';
import { getConnInfo } from '@hono/node-server/conninfo';
import { ANYONE, type Actor, type Invoke, type Locale, type Translate } from '@qantara/kernel';
import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import type { Caller } from '../command/call-context.ts';
import type { Executor } from '../command/executor.ts';
import { DatabaseBusy, type Database } from '../db/index.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { metrics } from '../observe/metrics.ts';
import { mountApi, refuseWith } from './api.ts';
import type { ApiEnv } from './api-env.ts';
import { framedBy } from './framed-by.ts';
import { languageOf } from './language.ts';
import { callerOf, rateLimitOf } from './rate-limit.ts';
import { sessionCookie, tokenOf } from './session-cookie.ts';
import { isFromOurPages } from './same-site.ts';
import { tellRefusal } from './tell-refusal.ts';
import { mountWire, openWire } from './wire.ts';

export type AppSettings = {
  secure: boolean;
  trustProxy: boolean;
  requestsPerMinute: number;
  metricsToken: string | null;
  /** A secret that makes the hashed origin of a request meaningless elsewhere. */
  originSalt: string;
  /** Where people find this region, where its operator has said so: what a request says of its host is anybody's word. */
  address: string | null;
  largestBody: number;
  /** The addresses at which whoever follows a request by a code may send a file. */
  takesFiles?: RegExp;
  assetsFolder: string | null;
};

/** Answers a page: the host gives it the request, a way to call the routes, and who asks. */
export type PageHandler = (
  request: Request,
  given: { invoke: Invoke; actor: Actor; locale: Locale; nonce: string },
) => Promise<Response>;

export type AppParts = {
  executor: Executor;
  database: Database;
  resolveActor: (token: string) => Promise<Actor | null>;
  /** Whose program's token this is; null where it opens nothing. */
  resolveProgram: (token: string) => Promise<Actor | null>;
  translators: Record<Locale, Translate>;
  openApi: object;
  pages: PageHandler | null;
  isReady: () => Promise<boolean>;
  jobs: Pick<Jobs, 'countWaiting' | 'countDeadLetters' | 'retryDeadLetters'>;
};

function addressOf(c: Context, settings: AppSettings): string {
  const forwarded = settings.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined) return forwarded;
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'in process';
  }
}

/** Where a request came from, so that it can be counted and not be known. */
function originOf(c: Context, settings: AppSettings): string {
  const salted = createHash('sha256').update(settings.originSalt);
  return salted
    .update(callerOf(addressOf(c, settings)))
    .digest('hex')
    .slice(0, 32);
}

function headers(settings: AppSettings): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: settings.secure ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'] },
  });
}

function identify(parts: AppParts, settings: AppSettings): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const cookies: string[] = [];
    const token = tokenOf(c.req.raw, settings);
    const caller: Caller = {
      actor: (token === null ? null : await parts.resolveActor(token)) ?? ANYONE,
      locale: languageOf(c.req.header('accept-language') ?? null),
      origin: originOf(c, settings),
      channel: c.req.path.startsWith('/api/') ? 'api' : 'page',
      agent: (c.req.header('user-agent') ?? '').slice(0, 500),
      setSession: (value, age) => void cookies.push(sessionCookie(value, age, settings)),
    };
    c.set('cookies', cookies);
    c.set('caller', caller);
    await next();
  };
}

function limitRequests(parts: AppParts, settings: AppSettings): MiddlewareHandler<ApiEnv> {
  const limit = rateLimitOf(settings.requestsPerMinute, Math.max(60, settings.requestsPerMinute / 2));
  return async (c, next) => {
    const taken = settings.requestsPerMinute === 0 ? null : limit.take(callerOf(addressOf(c, settings)), Date.now());
    if (taken?.allowed === false) {
      c.header('retry-after', String(taken.retryAfterSeconds));
      return refuseWith(c, parts.translators, { code: 'too_many_requests', fields: [], values: {} });
    }
    return next();
  };
}

function keepToOurPages(parts: AppParts): MiddlewareHandler<ApiEnv> {
  return (c, next) =>
    isFromOurPages(c.req.raw, c.req.header('host'))
      ? next()
      : Promise.resolve(refuseWith(c, parts.translators, { code: 'cross_site', fields: [], values: {} }));
}

/** No form of a resident is larger; what is, a stranger could make the server read and parse. */
const LARGEST_PUBLIC_BODY = 256 * 1024;
/** A file of ten million bytes as base64; taken of nobody who has no code. */
const LARGEST_FILE_BODY = 15 * 1024 * 1024;

function limitBody(parts: AppParts, settings: AppSettings): MiddlewareHandler<ApiEnv> {
  const onError = (c: Context<ApiEnv>): Response | Promise<Response> =>
    refuseWith(c, parts.translators, { code: 'too_large', fields: [], values: {} });
  const forStaff = bodyLimit({ maxSize: settings.largestBody, onError });
  const forAll = bodyLimit({ maxSize: Math.min(LARGEST_PUBLIC_BODY, settings.largestBody), onError });
  const forFiles = bodyLimit({ maxSize: Math.min(LARGEST_FILE_BODY, settings.largestBody), onError });
  return (c, next) => {
    const { kind } = c.get('caller').actor;
    if (kind === 'account') return forStaff(c, next);
    return kind === 'resident' && settings.takesFiles?.test(c.req.path) === true ? forFiles(c, next) : forAll(c, next);
  };
}

/** A proxy on this machine brings everybody from this machine: then only the token tells an operator. */
function isThisMachine(c: Context, settings: AppSettings): boolean {
  const isForwarded = settings.trustProxy || settings.secure || c.req.header('x-forwarded-for') !== undefined;
  return !isForwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(addressOf(c, settings));
}

function isOperator(c: Context, settings: AppSettings): boolean {
  if (settings.metricsToken === null) return isThisMachine(c, settings);
  const given = Buffer.from(c.req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${settings.metricsToken}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function mountOperations(app: Hono<ApiEnv>, parts: AppParts, settings: AppSettings): void {
  const forOperators: MiddlewareHandler = async (c, next) =>
    isOperator(c, settings) ? next() : c.json({ status: 'not allowed' }, 403);
  app.get('/health', (c) => c.json({ status: 'alive' }));
  app.get('/ready', async (c) =>
    (await parts.isReady()) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  );
  app.get('/metrics', forOperators, async (c) => {
    metrics.outboxWaiting(await parts.jobs.countWaiting());
    metrics.deadLetters(await parts.jobs.countDeadLetters());
    return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
  // A browser sends no header of ours by itself: a page elsewhere cannot press this button.
  app.post('/operations/retry-dead-letters', forOperators, async (c) =>
    c.req.header('x-operator') === undefined
      ? c.json({ status: 'send the header X-Operator with your name' }, 400)
      : c.json({ retried: await parts.jobs.retryDeadLetters() }),
  );
}

/** The request as it came to the region's own address: whoever made up a host must not find it in a link. */
function atOurAddress(request: Request, address: string | null): Request {
  if (address === null) return request;
  const { pathname, search } = new URL(request.url);
  return new Request(`${address}${pathname}${search}`, request);
}

type Paged = Pick<AppParts, 'executor'> & { pages: PageHandler };

function mountPages(app: Hono<ApiEnv>, { executor, pages }: Paged, address: string | null): void {
  app.all('*', async (c) => {
    const stop = metrics.requestTimer('page');
    const caller = c.get('caller');
    const invoke: Invoke = async (path, input, { commandId }) => {
      try {
        const answer = await executor.call(path, input, { commandId, caller });
        if (!answer.ok) tellRefusal(answer.code, path, caller);
        return answer;
      } catch (fault) {
        // To a page it is a refusal like another: the form keeps what was typed and says to send it again.
        if (fault instanceof DatabaseBusy) return { ok: false, code: 'busy', fields: [], values: {} };
        throw fault;
      }
    };
    const given = { invoke, actor: caller.actor, locale: caller.locale, nonce: c.get('secureHeadersNonce') ?? '' };
    const response = await pages(atOurAddress(c.req.raw, address), given);
    const answered = new Response(response.body, response);
    for (const cookie of c.get('cookies')) answered.headers.append('set-cookie', cookie);
    // A page that somebody saw by signing in is not shown again by the next person's back button.
    const kept = caller.actor.kind === 'anyone' ? 'private, no-cache' : 'no-store';
    if (!answered.headers.has('cache-control')) answered.headers.set('cache-control', kept);
    stop(answered.status);
    return answered;
  });
}

/** The whole server as one function from request to response; nothing here knows a module. */
export function createApp(parts: AppParts, settings: AppSettings): Hono<ApiEnv> {
  const { address, secure } = settings;
  const app = new Hono<ApiEnv>();
  openWire(app, parts.executor);
  app.use(framedBy);
  app.use(headers(settings));
  mountOperations(app, parts, settings);
  app.use(compress());
  if (settings.assetsFolder !== null) {
    const root = settings.assetsFolder;
    const forEver = (_path: string, c: Context): void =>
      c.header('cache-control', 'public, max-age=31536000, immutable');
    app.use('/assets/*', serveStatic({ root, onFound: forEver }));
    app.use('/:file{.+\\.(?:ico|svg|png|webmanifest|txt|js)}', serveStatic({ root }));
  }
  // The limit stands before the session is looked up, or a flood of invented sessions would be asked of the database.
  app.use(limitRequests(parts, settings));
  const { executor, translators, resolveProgram } = parts;
  mountWire(app, { executor, translators, secure, address, resolveProgram, originOf: (c) => originOf(c, settings) });
  app.use(keepToOurPages(parts));
  app.use(identify(parts, settings));
  app.use(limitBody(parts, settings));
  app.get('/api/openapi.json', (c) => c.json(parts.openApi));
  mountApi(app, parts.executor, parts.translators);
  if (parts.pages !== null) mountPages(app, { ...parts, pages: parts.pages }, address);
  return app;
}
