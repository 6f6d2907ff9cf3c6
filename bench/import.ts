import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse';
import { importPackage } from '@qantara/hsds/server';
import { createExecutor, openRegion, readConfig, vaultOf, type Database } from '@qantara/platform';
import { loadBasics } from '../apps/server/sample/load-basics.ts';
import { modules } from '../apps/server/modules.ts';
import { writePackage } from './a-package.ts';
import { startPostgres } from './private-postgres.ts';

const MOST_SECONDS = 60;
const SERVICES = Number(process.argv[2] ?? 10_000);
const BATCH = 1000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The most memory that this process held while it worked. */
async function withPeak<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number; megabytes: number }> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const start = performance.now();
  const value = await work();
  clearInterval(watch);
  return { value, seconds: (performance.now() - start) / 1000, megabytes: peak / 1e6 };
}

async function insertBare(database: Database, table: string, rows: unknown[]): Promise<void> {
  await database.pool.query({
    text: `insert into bare (file, cells) select $1, value from jsonb_array_elements($2::jsonb)`,
    values: [table, JSON.stringify(rows)],
  });
}

/** The floor: the same files parsed and every row put into one table as it is, nothing read, checked, merged or found. */
async function insertAll(database: Database, folder: string): Promise<void> {
  await database.pool.query('create table bare (file text, cells jsonb)');
  for (const file of readdirSync(folder)) {
    let rows: unknown[] = [];
    for await (const row of createReadStream(join(folder, file)).pipe(parse({ columns: true }))) {
      rows.push(row);
      if (rows.length < BATCH) continue;
      await insertBare(database, basename(file, '.csv'), rows);
      rows = [];
    }
    await insertBare(database, basename(file, '.csv'), rows);
  }
}

async function measure(database: Database, secret: string, folder: string): Promise<boolean> {
  const executor = createExecutor(modules, { database, vault: vaultOf(secret), timeZone: 'UTC' });
  await executor.asSystem(loadBasics);
  const take = (isTrial: boolean) =>
    withPeak(() => importPackage(executor, { path: folder, source: 'bench', language: 'en', isTrial }));
  const floor = await withPeak(() => insertAll(database, folder));
  const first = await take(false);
  const again = await take(false);
  const trial = await take(true);
  if (first.value.import.servicesSaved !== SERVICES) throw new Error(`${first.value.import.status}, not all taken in`);
  const line = (name: string, of: { seconds: number; megabytes: number }) =>
    say(
      `${name.padEnd(26)} ${of.seconds.toFixed(1).padStart(6)} s  ${of.megabytes.toFixed(0).padStart(5)} MB  ${(floor.seconds / of.seconds).toFixed(2)} of bare`,
    );
  line('bare rows', floor);
  line('taken in', first);
  line('taken in again, unchanged', again);
  line('trial', trial);
  return first.seconds < MOST_SECONDS;
}

const postgres = startPostgres();
const folder = mkdtempSync(join(tmpdir(), 'qantara-import-'));
const environment = {
  ...process.env,
  DATABASE_URL: postgres.url,
  QANTARA_SECRET: 'a secret for the benchmark, long enough',
};
const config = readConfig({ ...environment, QANTARA_REQUESTS_PER_MINUTE: '0' });
const database = await openRegion(config);
try {
  const rows = await writePackage(folder, SERVICES);
  say(`${SERVICES} services, ${rows} rows`);
  if (!(await measure(database, config.secret, folder))) process.exitCode = 1;
} finally {
  await database.close();
  postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
