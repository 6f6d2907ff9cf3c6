import {
  CaptureRefused,
  ConfigurationRefused,
  DatabaseUnreachable,
  DataFolderInUse,
  ListenRefused,
  log,
  MigrationRefused,
  openRegion,
  readConfig,
  serve,
  vaultOf,
  type Config,
  type Database,
} from '@qantara/platform';
import { setupCodeOf } from '@qantara/identity/server';
import { compose } from './compose.ts';
import { loadIfEmpty, printSampleAccounts } from './sample/load-if-empty.ts';
import { regionState } from './sample/region-state.ts';

const GRACE_MS = 10_000;
const MAINTAIN_EVERY_MS = 6 * 3600_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function announce(config: Config, database: Database, port: number): Promise<void> {
  const address = `http://${config.host === '0.0.0.0' ? 'localhost' : config.host}:${port}`;
  say(`\nQantara is open at ${address}`);
  const state = await regionState(database);
  if (state.isSample) printSampleAccounts(say);
  if (!state.hasAccounts)
    say(
      `This region is empty. Create its administrator at ${address}/en/setup with the code ${setupCodeOf(vaultOf(config.secret))}`,
    );
}

async function open(config: Config, database: Database): Promise<void> {
  await loadIfEmpty(database, config, say);
  const { isSample } = await regionState(database);
  const region = await compose(config, database, () => isSample);
  const serving = await serve(region.fetch, { port: config.port, host: config.host });
  await announce(config, database, serving.port);
  await region.jobs.start();
  const housekeeping = setInterval(() => void database.maintain(), MAINTAIN_EVERY_MS).unref();
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    log('info', 'stopping', { signal });
    clearInterval(housekeeping);
    await serving.stop(GRACE_MS);
    await region.jobs.stop();
    await database.close();
    log('info', 'stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => void stop(signal).then(() => process.exit(0)));
}

/** What could not start lets go of its data: a process that hangs would keep the next one out. */
async function start(config: Config): Promise<void> {
  const database = await openRegion(config);
  try {
    await open(config, database);
  } catch (fault) {
    await database.close();
    throw fault;
  }
}

/** The faults whose message says what to do; anything else is a bug and shows where it is. */
const PLAIN = [
  CaptureRefused,
  ConfigurationRefused,
  DatabaseUnreachable,
  DataFolderInUse,
  ListenRefused,
  MigrationRefused,
];

try {
  await start(readConfig(process.env));
} catch (fault) {
  const isPlain = fault instanceof Error && PLAIN.some((kind) => fault instanceof kind);
  process.stderr.write(`${isPlain ? fault.message : String(fault instanceof Error ? fault.stack : fault)}\n`);
  process.exitCode = 1;
}
