import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { directionOf, Locale, type Actor, type Invoke, type LocalizedText } from '@qantara/kernel';
import { DatabaseBusy, logFault, type Config, type PageHandler } from '@qantara/platform';

const BUILD = join(import.meta.dirname, '../web/build/server/index.js');

/** What `apps/web` gives the host; the page context's shape is its own (`packages/ui/page-context.ts`). */
type WebBuild = {
  entry: {
    module: {
      contextFor: (invoke: Invoke, page: object, tellFault: typeof logFault) => object;
      handlerFor: (build: WebBuild) => (request: Request, context: object) => Promise<Response>;
    };
  };
};

export type Region = Config['region'] & { name: LocalizedText };

/** Invented, as all the sample region is. A real region's page shows only the numbers that its operator has set. */
const SAMPLE_NUMBERS = { emergency: '1000', violence: '1001', tonight: '1002' };

function dangerNumbersOf(config: Config, isSample: boolean): Record<string, string> {
  return isSample ? { ...SAMPLE_NUMBERS, ...config.dangerNumbers } : config.dangerNumbers;
}

type AccountCard = {
  displayName: string;
  role: string | null;
  organisationName: LocalizedText | null;
  permissions: string[];
};

async function ask<T>(invoke: Invoke, path: string, input: object): Promise<T | null> {
  const answer = await invoke(path, input, {});
  // Whoever waits for a connection is not signed out.
  if (!answer.ok && answer.code === 'busy') throw new DatabaseBusy(0);
  return answer.ok ? (answer.value as T) : null;
}

async function accountOf(invoke: Invoke, actor: Actor): Promise<AccountCard | null> {
  if (actor.kind !== 'account' || !actor.permissions.has('session:read')) return null;
  const me = await ask<{ account: { displayName: string; role: string | null }; permissions: string[] }>(
    invoke,
    'GET /me',
    {},
  );
  if (me === null) return null;
  const { organisationId } = actor;
  const organisation =
    organisationId === null
      ? null
      : await ask<{ name: LocalizedText }>(invoke, 'GET /organisations/:organisationId', { organisationId });
  return {
    displayName: me.account.displayName,
    role: me.account.role,
    organisationName: organisation?.name ?? null,
    permissions: me.permissions,
  };
}

function pageLocale(url: URL, asked: Locale): Locale {
  const parsed = Locale.safeParse(url.pathname.split('/')[1]);
  return parsed.success ? parsed.data : asked;
}

/** Whether the pages have been built; without them the server answers the interfaces alone. */
export function hasPages(): boolean {
  return existsSync(BUILD);
}

/** The pages of `apps/web`, told who asks and in which language. */
export async function loadPages(
  config: Config,
  region: () => Promise<Region>,
  isSample: () => boolean,
): Promise<PageHandler> {
  const build = (await import(pathToFileURL(BUILD).href)) as WebBuild;
  const { contextFor, handlerFor } = build.entry.module;
  const answer = handlerFor(build);
  return async (request, { invoke, actor, locale: asked, nonce }) => {
    const url = new URL(request.url);
    const locale = pageLocale(url, asked);
    const page = {
      locale,
      direction: directionOf(locale),
      nonce,
      pathname: url.pathname,
      search: url.search,
      region: { ...(await region()), dangerNumbers: dangerNumbersOf(config, isSample()) },
      isSample: isSample(),
      account: await accountOf(invoke, actor),
    };
    return answer(request, contextFor(invoke, page, logFault));
  };
}
