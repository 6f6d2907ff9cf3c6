import { join } from 'node:path';
import { ANYONE, type LocalizedText } from '@qantara/kernel';
import {
  addressKeeper,
  createApp,
  createExecutor,
  createJobs,
  fileKeeper,
  filesOf,
  messengerOf,
  openApiOf,
  RETRY,
  vaultOf,
  type Config,
  type Database,
  type Executor,
  type Jobs,
  type Keeper,
} from '@qantara/platform';
import { resolveActor, resolveProgram } from '@qantara/identity/server';
import { loadTranslators } from './catalogues.ts';
import { modules } from './modules.ts';
import { hasPages, loadPages, type Region } from './pages.ts';

const LARGEST_BODY = 64 * 1024 * 1024;
/** Where a person sends a paper by their code. */
const TAKES_FILES = /^\/(?:api\/my-request\/papers|(?:ar|fr|en)\/my-papers(?:\.data)?)$/;
const REGION_KEPT_MS = 60_000;

export type Composed = {
  database: Database;
  executor: Executor;
  jobs: Jobs;
  /** `env` carries the connection, from which the address of the caller is known. */
  fetch: (request: Request, env?: object) => Response | Promise<Response>;
};

/** The region's name as its own territory says it, asked at most once a minute. */
function regionOf(config: Config, executor: Executor): () => Promise<Region> {
  let kept: { at: number; name: LocalizedText } | undefined;
  const caller = { actor: ANYONE, locale: 'en' as const, origin: 'server', setSession: () => undefined };
  return async () => {
    if (kept === undefined || Date.now() - kept.at > REGION_KEPT_MS) {
      const answer = await executor.call('GET /areas', { kind: 'region' }, { caller });
      const areas = answer.ok ? (answer.value as { areas: { name: LocalizedText }[] }).areas : [];
      kept = { at: Date.now(), name: areas[0]?.name ?? { ar: 'قنطرة', fr: 'Qantara', en: 'Qantara' } };
    }
    return { ...config.region, name: kept.name };
  };
}

async function isReady(database: Database): Promise<boolean> {
  try {
    await database.pool.query('select 1');
    return true;
  } catch {
    return false;
  }
}

function keepersOf({ file, address, allowsPrivate }: Config['checkpoints']): Keeper[] {
  return [
    ...(file === null ? [] : [fileKeeper(file)]),
    ...(address === null ? [] : [addressKeeper(address, { allowsPrivate })]),
  ];
}

/** Puts the rooms together: the only place that knows them all. */
export async function compose(config: Config, database: Database, isSample: () => boolean): Promise<Composed> {
  const executor = createExecutor(modules, {
    database,
    vault: vaultOf(config.secret),
    files: filesOf(config.files),
    timeZone: config.region.timeZone,
    keepers: keepersOf(config.checkpoints),
    outside: {
      ...config.outside,
      messenger: messengerOf(config.messages, { address: config.outside.address, isSample: isSample() }),
    },
  });
  const jobs = createJobs({ database, executor, modules, retry: RETRY });
  const pages = hasPages() ? await loadPages(config, regionOf(config, executor), isSample) : null;
  const tables = Object.fromEntries(modules.map((module) => [module.name, module.routes]));
  const app = createApp(
    {
      executor,
      database,
      resolveActor: (token) => resolveActor(database, token),
      resolveProgram: (token) => resolveProgram(database, token),
      translators: loadTranslators(),
      openApi: openApiOf(tables, { title: 'Qantara', version: '0.1.0' }),
      pages,
      isReady: () => isReady(database),
      jobs,
    },
    {
      secure: config.secure,
      trustProxy: config.trustProxy,
      requestsPerMinute: config.requestsPerMinute,
      metricsToken: config.metricsToken,
      originSalt: config.secret,
      address: config.address,
      largestBody: LARGEST_BODY,
      takesFiles: TAKES_FILES,
      assetsFolder: pages === null ? null : join(import.meta.dirname, '../web/build/client'),
    },
  );
  return { database, executor, jobs, fetch: (request, env) => app.fetch(request, env) };
}
