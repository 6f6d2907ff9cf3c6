import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANYONE } from '@qantara/kernel';
import { createExecutor, openRegion, readConfig, vaultOf, type Database, type Executor } from '@qantara/platform';
import { directoryModule } from '@qantara/directory/server';
import { organisationsModule } from '@qantara/organisations/server';
import { territoryModule } from '@qantara/territory/server';
import { listening, quantile, say, timed, type Statement } from '../heard.ts';
import { startPostgres } from '../private-postgres.ts';
import { searchCases, type Case } from './cases.ts';
import { loadDirectory } from './load-directory.ts';

type Figures = { name: string; product: number[]; bare: number[] };

const options = Object.fromEntries(process.argv.slice(2).map((word) => word.split('=')));
const SIZES = String(options['sizes'] ?? '10000,200000')
  .split(',')
  .map(Number);
const EMBEDDED = Number(options['embedded'] ?? 10_000);
const MODULES = [territoryModule, organisationsModule, directoryModule];
const ROUNDS = Number(options['rounds'] ?? 60);

const shown = (times: number[], share: number): string => quantile(times, share).toFixed(1).padStart(7);

async function ask(executor: Executor, input: Record<string, string>): Promise<void> {
  const caller = { actor: ANYONE, locale: 'en' as const, origin: 'bench', setSession: () => undefined };
  const answer = await executor.call('GET /services', input, { caller });
  if (!answer.ok) throw new Error(`the search was refused: ${answer.code} ${JSON.stringify(input)}`);
}

async function measure(database: Database, cases: Case[]): Promise<Figures[]> {
  const heard: Statement[] = [];
  const home = { vault: vaultOf('a secret for the benchmark, long enough'), timeZone: 'UTC' };
  const executor = createExecutor(MODULES, { ...home, database });
  const eavesdropper = createExecutor(MODULES, {
    ...home,
    database: { ...database, pool: listening(database.pool, heard) },
  });
  const figures: Figures[] = [];
  for (const { name, inputOf } of cases) {
    const found: Figures = { name, product: [], bare: [] };
    for (let round = -5; round < ROUNDS; round += 1) {
      const input = inputOf(Math.abs(round));
      const product = await timed(() => ask(executor, input));
      heard.length = 0;
      await ask(eavesdropper, input);
      // What is written of a search that found nothing is no part of finding.
      const read = heard.filter(({ text }) => !/^\s*insert/i.test(text));
      const bare = await timed(async () => {
        for (const statement of read) await database.pool.query(statement);
      });
      if (round < 0) continue;
      found.product.push(product);
      found.bare.push(bare);
    }
    figures.push(found);
  }
  return figures;
}

function tell(title: string, figures: Figures[]): void {
  say(`\n${title}`);
  say(`${''.padEnd(38)} Qantara p50     p95 ms   bare SQL p50     p95 ms`);
  const all = {
    name: 'all of these',
    product: figures.flatMap((one) => one.product),
    bare: figures.flatMap((one) => one.bare),
  };
  for (const { name, product, bare } of [...figures, all])
    say(
      `${name.padEnd(38)}     ${shown(product, 0.5)}    ${shown(product, 0.95)}        ${shown(bare, 0.5)}    ${shown(bare, 0.95)}`,
    );
}

async function run(title: string, environment: Record<string, string>, services: number): Promise<Figures[]> {
  const config = readConfig({ QANTARA_SECRET: 'a secret for the benchmark, long enough', ...environment });
  const database = await openRegion(config);
  const words = await loadDirectory(database, services);
  const figures = await measure(database, searchCases(words));
  await database.close();
  tell(title, figures);
  return figures;
}

const results: Record<string, Figures[]> = {};
for (const services of SIZES) {
  const postgres = startPostgres();
  try {
    const title = `PostgreSQL, ${services} services`;
    results[title] = await run(title, { DATABASE_URL: postgres.url, QANTARA_POOL: '4' }, services);
  } finally {
    postgres.stop();
  }
}
if (EMBEDDED > 0) {
  const folder = mkdtempSync(join(tmpdir(), 'qantara-bench-search-'));
  const title = `embedded, ${EMBEDDED} services`;
  results[title] = await run(title, { QANTARA_DATA: folder }, EMBEDDED);
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync('.bench', { recursive: true });
writeFileSync('.bench/search.json', JSON.stringify(results, null, 2));
