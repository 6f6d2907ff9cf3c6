import { directionOf, isolate, Locale, type Problem, type Translate, refusalStatus } from '@qantara/kernel';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ApiEnv } from './api-env.ts';
import type { Executor } from '../command/executor.ts';
import { DatabaseBusy } from '../db/index.ts';
import { logFault } from '../observe/log.ts';
import { metrics } from '../observe/metrics.ts';
import { languageOf } from './language.ts';
import { problemOf } from './problem.ts';
import { plainPath, tellRefusal } from './tell-refusal.ts';
import { sayProblem } from './wire-problem.ts';

type Refused = { code: string; fields: []; values: Record<string, string | number> };

const COMMAND_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function queryOf(request: Request): Record<string, string | string[]> {
  const parameters = new URL(request.url).searchParams;
  // Made from entries, so that a parameter called `__proto__` is a parameter and nothing more.
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((key) => {
      const all = parameters.getAll(key);
      return [key, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}

async function bodyOf(c: Context<ApiEnv>): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function inputOf(c: Context<ApiEnv>, isRead: boolean): Promise<unknown> {
  const sent = isRead ? queryOf(c.req.raw) : await bodyOf(c);
  return typeof sent === 'object' && sent !== null && !Array.isArray(sent) ? { ...sent, ...c.req.param() } : sent;
}

function answerProblem(c: Context<ApiEnv>, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as 409, { 'content-type': 'application/problem+json' });
}

/** What is refused before any page is asked, to someone at a browser: a plain page in their language, and the way back. */
function answerPage(c: Context<ApiEnv>, problem: Problem, locale: Locale): Response | Promise<Response> {
  const page = html`<!doctype html>
    <html lang="${locale}" dir="${directionOf(locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${problem.title}</title>
      </head>
      <body>
        <h1>${problem.title}</h1>
        <p><a href="/${locale}" rel="home">${isolate('Qantara')}</a></p>
      </body>
    </html>`;
  return c.html(page, problem.status as 409);
}

/** Answers a refusal: as a page to a browser that asked for one, else as a problem, in the caller's language. */
export function refuseWith(
  c: Context<ApiEnv>,
  translators: Record<Locale, Translate>,
  refused: Refused,
): Response | Promise<Response> {
  const asked = c.get('caller')?.locale ?? languageOf(c.req.header('accept-language') ?? null);
  const ofPage = Locale.safeParse(c.req.path.split('/')[1]);
  const locale = ofPage.success ? ofPage.data : asked;
  tellRefusal(refused.code, c.req.path, c.get('caller'));
  const bound = c.get('wire');
  if (bound !== undefined)
    return sayProblem(c, { translators, bound }, { ...refused, status: refusalStatus(refused.code) });
  const problem = problemOf(refused, '', translators[locale]);
  const wantsPage = !c.req.path.startsWith('/api/') && (c.req.header('accept') ?? '').includes('text/html');
  return wantsPage ? answerPage(c, problem, locale) : answerProblem(c, problem);
}

function withCookies(c: Context<ApiEnv>): void {
  for (const cookie of c.get('cookies')) c.header('set-cookie', cookie, { append: true });
}

/** Every module's routes under `/api`, and the answers to what goes wrong. */
export function mountApi(app: Hono<ApiEnv>, executor: Executor, translators: Record<Locale, Translate>): void {
  for (const { route, module } of executor.routes) {
    const [method = 'GET', path = '/'] = route.path.split(' ');
    app.on(method, `/api${path}`, async (c) => {
      const stop = metrics.requestTimer('api');
      const caller = c.get('caller');
      const commandId = c.req.header('idempotency-key');
      if (commandId !== undefined && !COMMAND_ID.test(commandId))
        return refuseWith(c, translators, { code: 'invalid_input', fields: [], values: {} });
      const answer = await executor.call(route.path, await inputOf(c, method === 'GET'), { commandId, caller });
      withCookies(c);
      c.header('cache-control', 'no-store');
      stop(answer.ok ? 200 : refusalStatus(answer.code));
      if (answer.ok) return c.json(answer.value as object);
      tellRefusal(answer.code, route.path, caller);
      const problem = problemOf(answer, module.name, translators[caller.locale]);
      return answerProblem(c, problem);
    });
  }
  app.all('/api/*', (c) => refuseWith(c, translators, { code: 'page_not_found', fields: [], values: {} }));
  app.onError((fault, c) => {
    if (fault instanceof DatabaseBusy) {
      c.header('retry-after', '2');
      return refuseWith(c, translators, { code: 'busy', fields: [], values: {} });
    }
    logFault(plainPath(c.req.path), fault);
    return refuseWith(c, translators, { code: 'broken', fields: [], values: {} });
  });
}
