import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANYONE, type Actor } from '@qantara/kernel';
import { createExecutor, openRegion, readConfig, serve, vaultOf, type Database } from '@qantara/platform';
import { measuresOf } from '../../packages/platform/command/measure.ts';
import { kyselyOf } from '../../packages/platform/db/index.ts';
import { countYear } from '../../modules/indicators/server/releases/year-counts-view.ts';
import type { IndicatorsTables } from '../../modules/indicators/server/tables.gen.ts';
import { compose } from '../../apps/server/compose.ts';
import { modules } from '../../apps/server/modules.ts';
import { listening, quantile, say, timed, type Statement } from '../heard.ts';
import { knownId } from '../known-id.ts';
import { startPostgres } from '../private-postgres.ts';

const options = Object.fromEntries(process.argv.slice(2).map((word) => word.split('=')));
const REFERRALS = Number(options['referrals'] ?? 1_000_000);
const ROUNDS = Number(options['rounds'] ?? 60);
const PLANS = 20;
const WARM_UP = 5;
const ZONE = 'Africa/Casablanca';

const STAFF: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: knownId('account'),
  organisationId: knownId('organisation 0'),
  role: 'planner',
  permissions: new Set(['plan:read', 'indicator:read', 'indicator:approve']),
};

type Row = { name: string; product: number[]; floor: number[] };

async function load(database: Database, file: string): Promise<void> {
  const client = await database.pool.connect();
  await client.query('set statement_timeout = 0');
  // What triggers keep for each record is no part of counting them.
  await client.query('set session_replication_role = replica');
  const text = readFileSync(join(import.meta.dirname, file), 'utf8').replaceAll(':REFERRALS', String(REFERRALS));
  for (const statement of text.split(/;\s*\n/).filter((one) => one.trim() !== '')) await client.query(statement);
  client.release();
}

type Ask = { path: string; actor: Actor; inputOf: (round: number) => Record<string, string> };

function callerFor(database: Database, actor: Actor) {
  const executor = createExecutor(modules, { database, vault: vaultOf('x'.repeat(32)), timeZone: ZONE });
  const caller = { actor, locale: 'ar' as const, origin: 'bench', setSession: () => undefined };
  return async (path: string, input: Record<string, string>): Promise<void> => {
    const answer = await executor.call(path, input, { caller });
    if (!answer.ok) throw new Error(`refused: ${answer.code}`);
  };
}

/** A route in turns with its own statements, bare. */
async function measureRoute(database: Database, name: string, { path, actor, inputOf }: Ask): Promise<Row> {
  const heard: Statement[] = [];
  const ask = callerFor(database, actor);
  const overhear = callerFor({ ...database, pool: listening(database.pool, heard) }, actor);
  const row: Row = { name, product: [], floor: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const input = inputOf(Math.abs(round));
    const product = await timed(() => ask(path, input));
    heard.length = 0;
    await overhear(path, input);
    const floor = await timed(async () => {
      for (const statement of heard) await database.pool.query(statement);
    });
    if (round >= 0) row.product.push(product);
    if (round >= 0) row.floor.push(floor);
  }
  return row;
}

const planOf = (round: number): string => knownId(`plan ${round % PLANS}`);

/** The page as a browser gets it, beside the statements of its plan, bare. */
async function measurePage(database: Database, port: number): Promise<Row> {
  const heard: Statement[] = [];
  const overhear = callerFor({ ...database, pool: listening(database.pool, heard) }, ANYONE);
  const row: Row = { name: 'public page of a plan, whole, in Arabic', product: [], floor: [] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const product = await timed(async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/ar/plans/${planOf(Math.abs(round))}`);
      if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
      await answer.text();
    });
    heard.length = 0;
    for (const path of ['GET /public/plan', 'GET /public/plan/years'])
      await overhear(path, { planId: planOf(Math.abs(round)) });
    const floor = await timed(async () => {
      for (const statement of heard) await database.pool.query(statement);
    });
    if (round >= 0) row.product.push(product);
    if (round >= 0) row.floor.push(floor);
  }
  return row;
}

function tell({ name, product, floor }: Row): void {
  const at = (times: number[], share: number) => quantile(times, share).toFixed(1).padStart(8);
  const ratio = (quantile(floor, 0.5) / quantile(product, 0.5)).toFixed(2);
  say(
    `${name.padEnd(52)}${at(product, 0.5)}${at(product, 0.95)}${at(floor, 0.5)}${at(floor, 0.95)}${ratio.padStart(8)}`,
  );
}

async function measure(database: Database, port: number): Promise<Row[]> {
  const planInput = (round: number) => ({ planId: planOf(round) });
  const rows = [
    await measureRoute(database, 'plan for everybody', { path: 'GET /public/plan', actor: ANYONE, inputOf: planInput }),
    await measureRoute(database, 'plan for the staff', { path: 'GET /plan', actor: STAFF, inputOf: planInput }),
    await measurePage(database, port),
  ];
  for (const row of rows) tell(row);
  return rows;
}

const FIGURES = 'GET /indicators/:code/figures';

/** What those ask who may open the records: counted from all of them at that moment. */
async function measureCounts(database: Database): Promise<Row[]> {
  const year = new Date().getUTCFullYear() - 1;
  const whole = { startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` };
  const ask = (code: string, by: string): Ask => ({
    path: FIGURES,
    actor: STAFF,
    inputOf: () => ({ code, by, ...whole }),
  });
  const rows = [
    await measureRoute(database, 'closure of a year', ask('closure_rate', 'none')),
    await measureRoute(database, 'closure of a year by town', ask('closure_rate', 'area')),
    await measureRoute(database, 'the middle of days to help, of a year', ask('median_days_to_help', 'none')),
  ];
  for (const row of rows) tell(row);
  return rows;
}

/** A referral that is closed, and how long it takes until the figure has it. */
async function measureChange(database: Database): Promise<number> {
  const ask = callerFor(database, STAFF);
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1)
    times.push(
      await timed(async () => {
        await database.pool.query({
          text: `update referrals.referral set status = 'completed', ended_at = now() where referral_id = (
            select referral_id from referrals.referral where status = 'accepted' order by sent_at desc limit 1)`,
        });
        await ask(FIGURES, { code: 'closure_rate', by: 'none' });
      }),
    );
  return quantile(times, 0.95);
}

/** Everything that is published of ten years, counted again from all records and judged. */
async function measureRebuild(database: Database): Promise<{ counted: number; released: number }> {
  const ask = callerFor(database, STAFF);
  const years = Array.from({ length: 11 }, (_, index) => new Date().getUTCFullYear() - index);
  const db = kyselyOf<IndicatorsTables>(database.pool);
  const counting = { db, measures: measuresOf(modules), timeZone: ZONE };
  const counted = await timed(async () => {
    for (const year of years) await countYear(counting, { year, by: ['quarter', 'area', 'need'] });
  });
  return { counted, released: await timed(() => ask('POST /figure-releases', {})) };
}

const postgres = startPostgres();
const config = readConfig({
  QANTARA_SECRET: 'a secret for the benchmark, long enough',
  DATABASE_URL: postgres.url,
  QANTARA_POOL: '4',
});
const database = await openRegion(config);
try {
  await load(database, 'load-plans.sql');
  const region = await compose(config, database, () => false);
  const server = await serve(region.fetch, { port: 0, host: '127.0.0.1' });
  say(`${PLANS} plans of 150 initiatives, 1,000 measures of 10 years in 12 cuts`);
  say(`${''.padEnd(52)}     p50  p95 ms    bare  p95 ms   ratio`);
  const rows = await measure(database, server.port);
  if (REFERRALS > 0) {
    await load(database, 'load-referrals.sql');
    say(`\n${REFERRALS} referrals of ten years`);
    rows.push(...(await measureCounts(database)));
    say(`a change and the figure that has it                 p95 ${(await measureChange(database)).toFixed(0)} ms`);
    const { counted, released } = await measureRebuild(database);
    say(`every recipe of every year, whole, by quarter, town and need   ${(counted / 1000).toFixed(1)} s`);
    say(`the same, judged by disclosure control and published           ${(released / 1000).toFixed(1)} s`);
  }
  mkdirSync('.bench', { recursive: true });
  writeFileSync('.bench/figures.json', JSON.stringify(rows, null, 2));
} finally {
  await database.close();
  postgres.stop();
}
process.exit();
