import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExecutor, openRegion, readConfig, vaultOf } from '@qantara/platform';
import { importPackage } from '@qantara/hsds/server';
import { loadBasics } from '../apps/server/sample/load-basics.ts';
import { compose } from '../apps/server/compose.ts';
import { modules } from '../apps/server/modules.ts';
import { writePackage } from './a-package.ts';
import { startPostgres } from './private-postgres.ts';

const MOST_SECONDS = 3;
const SERVICES = Number(process.argv[2] ?? 10_000);

type Fetch = (path: string) => Response | Promise<Response>;

async function drained(fetch: Fetch, path: string): Promise<{ seconds: number; bytes: number; lines: number }> {
  const start = performance.now();
  const { body } = await fetch(path);
  let [bytes, lines] = [0, 0];
  for await (const piece of body ?? []) {
    bytes += piece.length;
    const text = Buffer.from(piece as Uint8Array);
    for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) lines += 1;
  }
  return { seconds: (performance.now() - start) / 1000, bytes, lines };
}

async function p95(fetch: Fetch, path: string): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 60; turn += 1) times.push((await drained(fetch, path)).seconds * 1000);
  return times.slice(10).toSorted((one, other) => one - other)[47] ?? 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Fills a PostgreSQL of its own with a package of many services and measures how fast the directory leaves it again. */
async function measure(): Promise<boolean> {
  const postgres = startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'qantara-hsds-'));
  const environment = {
    ...process.env,
    DATABASE_URL: postgres.url,
    QANTARA_SECRET: 'a secret for the benchmark, long enough',
  };
  const config = readConfig({ ...environment, QANTARA_REQUESTS_PER_MINUTE: '0' });
  const database = await openRegion(config);
  try {
    await writePackage(folder, SERVICES);
    const home = { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone };
    const executor = createExecutor(modules, home);
    await executor.asSystem(loadBasics);
    const { import: taken } = await importPackage(executor, { path: folder, source: 'bench' });
    say(`${taken.servicesSaved} services taken in (${taken.status})`);
    await database.pool.query('vacuum analyze');
    const region = await compose(config, database, () => false);
    const fetch: Fetch = (path) => region.fetch(new Request(`http://bench.example${path}`));
    await drained(fetch, '/hsds/services?per_page=500&full=true');
    const whole = await drained(fetch, '/hsds/services?full=true&format=ndjson');
    say(
      `full nested ndjson: ${whole.lines} services, ${(whole.bytes / 1e6).toFixed(1)} MB in ${whole.seconds.toFixed(2)} s (at most ${MOST_SECONDS})`,
    );
    for (const path of [
      '/hsds/services',
      '/hsds/services?full=true',
      '/hsds/services?minimal=true',
      '/hsds/service_at_locations?lat=36.8&lon=10.2',
    ])
      say(`${path}: p95 ${(await p95(fetch, path)).toFixed(1)} ms`);
    for (const file of ['hsds.zip', 'services.csv', 'directory.xlsx']) {
      const all = await drained(fetch, `/hsds/export/${file}`);
      say(`${file}: ${(all.bytes / 1e6).toFixed(1)} MB in ${all.seconds.toFixed(2)} s`);
    }
    say(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
    return whole.seconds <= MOST_SECONDS || SERVICES > 10_000;
  } finally {
    await database.close();
    postgres.stop();
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = (await measure()) ? 0 : 1;
