import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, run } from './child.ts';
import { knownId } from './known-id.ts';
import { openEmbed, weigh, type Weight } from './page-weights.ts';
import { startPostgres } from './private-postgres.ts';

const KINDS = ['search', 'worklist', 'create', 'answer', 'fhir-search', 'fhir-create'] as const;
type Kind = (typeof KINDS)[number];
type Run = { perSecond: number; p50: number; p99: number; failed: number; next: number };
type Ratio = { kind: Kind; ratio: number; product: Run; floor: Run };

const PUBLIC_PAGES = [
  '',
  '/services',
  '/services?words=food',
  '/ask',
  '/follow',
  '/plan',
  '/plan/indicators',
  '/sign-in',
  '/accessibility',
  '/privacy',
];
const options = Object.fromEntries(process.argv.slice(2).map((word) => word.split('=')));
const SECONDS = String(options['seconds'] ?? 5);
const ROUNDS = Number(options['rounds'] ?? 3);

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function drive(kind: Kind, port: string, first: number): Promise<Run> {
  return JSON.parse(await run('drive.ts', process.env, [kind, port, SECONDS, String(first)])) as Run;
}

async function compare(kind: Kind, ports: { product: string; floor: string }): Promise<Ratio> {
  const rounds: { product: Run; floor: Run }[] = [];
  let first = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const product = await drive(kind, ports.product, first);
    const floor = await drive(kind, ports.floor, product.next);
    first = floor.next;
    if (product.failed + floor.failed > 0)
      throw new Error(`${kind}: ${product.failed} and ${floor.failed} answers failed`);
    // The first round warms both servers and is not counted.
    if (round > 0) rounds.push({ product, floor });
  }
  const ratios = rounds.map(({ product, floor }) => product.perSecond / floor.perSecond);
  const ratio = median(ratios);
  const shown = rounds[ratios.indexOf(ratio)] ?? rounds[0];
  if (shown === undefined) throw new Error('no rounds');
  return { kind, ratio, ...shown };
}

async function measureRatios(): Promise<Ratio[]> {
  const postgres = startPostgres();
  const searches = join(mkdtempSync(join(tmpdir(), 'qantara-searches-')), 'searches.json');
  const environment = {
    ...process.env,
    DATABASE_URL: postgres.url,
    QANTARA_SECRET: 'a secret for the benchmark, long enough',
    QANTARA_REQUESTS_PER_MINUTE: '0',
    QANTARA_POOL: '10',
    BENCH_ORGANISATION: knownId('organisation 0'),
    BENCH_SEARCHES: searches,
    BENCH_ACCOUNT: knownId('account'),
    BENCH_PARTNER: knownId('partner'),
    BENCH_PARTNER_ORGANISATION: knownId('organisation 7'),
  };
  const servers: { stop: () => void }[] = [];
  try {
    await run('load.ts', environment);
    writeFileSync(searches, await run('capture-search.ts', environment));
    const product = await listen('product-server.ts', environment);
    const floor = await listen('floor-server.ts', environment);
    servers.push(product, floor);
    const ratios: Ratio[] = [];
    for (const kind of KINDS) ratios.push(await compare(kind, { product: product.port, floor: floor.port }));
    return ratios;
  } finally {
    for (const server of servers) server.stop();
    postgres.stop();
  }
}

type Started = { origin: string; milliseconds: number; stop: () => Promise<unknown> };

/** From the start of the process to the first page, in a region that is there already. */
async function start(folder: string): Promise<Started> {
  const port = String(20_000 + (process.pid % 20_000));
  const began = performance.now();
  const server = spawn(process.execPath, [join(import.meta.dirname, '../apps/server/main.ts')], {
    env: { ...process.env, QANTARA_DATA: folder, PORT: port, QANTARA_REQUESTS_PER_MINUTE: '0', DATABASE_URL: '' },
    stdio: 'ignore',
  });
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    const answer = await fetch(`${origin}/ar`).catch(() => null);
    if (answer?.status === 200) break;
    if (server.exitCode !== null) throw new Error('the server did not start');
    await wait(10);
  }
  return {
    origin,
    milliseconds: Math.round(performance.now() - began),
    stop: () => (server.kill('SIGTERM'), once(server, 'exit')),
  };
}

async function measurePages(): Promise<{ weights: Weight[]; coldStart: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'qantara-bench-data-'));
  const first = await start(folder);
  const embed = `/${await openEmbed(first.origin)}`;
  const pages = ['ar', 'fr'].flatMap((locale) => [...PUBLIC_PAGES, embed].map((page) => `/${locale}${page}`));
  const weights = await weigh(first.origin, pages);
  await first.stop();
  const starts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    const again = await start(folder);
    starts.push(again.milliseconds);
    await again.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  return { weights, coldStart: median(starts) };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const ratios = await measureRatios();
say('kind        ratio   Qantara/s  p50 p99 ms   bare/s  p50 p99 ms');
for (const { kind, ratio, product, floor } of ratios)
  say(
    `${kind.padEnd(11)} ${ratio.toFixed(2).padStart(5)}  ${product.perSecond.toFixed(0).padStart(9)}  ${product.p50} ${product.p99}  ${floor.perSecond.toFixed(0).padStart(9)}  ${floor.p50} ${floor.p99}`,
  );
const { weights, coldStart } = await measurePages();
for (const { page, kilobytes } of weights) say(`${page.padEnd(28)} ${kilobytes.toFixed(1).padStart(6)} KB`);
say(`start to first answer ${coldStart} ms`);
mkdirSync('.bench', { recursive: true });
writeFileSync('.bench/result.json', JSON.stringify({ ratios, weights, coldStart }, null, 2));
