import { createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse';
import { importPackage, suggestFor } from '@qantara/hsds/server';
import { createExecutor, openRegion, readConfig, vaultOf, type Database } from '@qantara/platform';
import { loadBasics } from '../apps/server/sample/load-basics.ts';
import { modules } from '../apps/server/modules.ts';
import { writePackage } from './a-package.ts';
import { writeTable, writeWorkbook } from './a-table.ts';
import { startPostgres } from './private-postgres.ts';

const MOST_SECONDS = 60;
const SERVICES = Number(process.argv[2] ?? 10_000);
/** What the ten thousand services stand in: the tables of HSDS, one list of everything, and that list as a workbook. */
const SHAPES = { package: writePackage, csv: writeTable, xlsx: writeWorkbook };
type Shape = keyof typeof SHAPES;
const ASKED = process.argv.slice(3);
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

type Ground = { database: Database; executor: ReturnType<typeof createExecutor>; folder: string; shape: Shape };

async function measure({ database, executor, folder, shape }: Ground): Promise<boolean> {
  const floor = shape === 'package' ? await withPeak(() => insertAll(database, folder)) : undefined;
  const mapping = shape === 'package' ? undefined : await suggestFor(folder);
  const given = { path: folder, source: `bench ${shape}`, language: 'en' as const, ...(mapping && { mapping }) };
  const take = (isTrial: boolean) => withPeak(() => importPackage(executor, { ...given, isTrial }));
  const first = await take(false);
  const again = await take(false);
  const trial = await take(true);
  const { status, failure, servicesSaved } = first.value.import;
  if (servicesSaved !== SERVICES) throw new Error(`${status} ${failure ?? ''}: ${servicesSaved} of ${SERVICES}`);
  const line = (name: string, of: { seconds: number; megabytes: number }) =>
    say(
      `${`${shape} ${name}`.padEnd(28)} ${of.seconds.toFixed(1).padStart(6)} s  ${of.megabytes.toFixed(0).padStart(5)} MB${floor === undefined ? '' : `  ${(floor.seconds / of.seconds).toFixed(2)} of bare`}`,
    );
  if (floor !== undefined) line('bare rows', floor);
  line('taken in', first);
  line('taken in again, unchanged', again);
  line('trial', trial);
  return first.seconds < MOST_SECONDS;
}

const postgres = startPostgres();
const home = mkdtempSync(join(tmpdir(), 'qantara-import-'));
const environment = {
  ...process.env,
  DATABASE_URL: postgres.url,
  QANTARA_SECRET: 'a secret for the benchmark, long enough',
};
const config = readConfig({ ...environment, QANTARA_REQUESTS_PER_MINUTE: '0' });
const database = await openRegion(config);
try {
  const executor = createExecutor(modules, { database, vault: vaultOf(config.secret), timeZone: 'UTC' });
  await executor.asSystem(loadBasics);
  for (const shape of Object.keys(SHAPES) as Shape[]) {
    if (ASKED.length > 0 && !ASKED.includes(shape)) continue;
    const folder = join(home, shape);
    const rows = await SHAPES[shape](folder, SERVICES);
    say(
      `${shape}: ${SERVICES} services, ${rows} rows; load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`,
    );
    if (!(await measure({ database, executor, folder, shape }))) process.exitCode = 1;
  }
} finally {
  await database.close();
  postgres.stop();
  rmSync(home, { recursive: true, force: true });
}
