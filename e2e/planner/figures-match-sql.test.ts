import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { permissionsOf } from '@qantara/identity/domain';
import type { FigureTable } from '@qantara/indicators/contract';
import { ANYONE, dayIn, type Actor } from '@qantara/kernel';
import type { Plan } from '@qantara/plan/contract';
import { createExecutor, openDatabase, vaultOf, type Database, type Executor } from '@qantara/platform';
import { modules } from '../../apps/server/modules.ts';
import { freshDataFolder } from '../stage/sample-data.ts';

let folder: string;
let database: Database;
let executor: Executor;
let lives: Life[];

const TIME_ZONE = 'Africa/Tunis';
const YEAR = Number(dayIn(TIME_ZONE, new Date()).slice(0, 4));
const PLANNER: Actor = { ...ANYONE, kind: 'account', role: 'planner', permissions: permissionsOf('planner') };

/** A referral as its own steps tell it: nothing of what the product keeps beside them but the person's word. */
type Life = {
  need: string;
  town: string | null;
  year: number;
  status: string;
  hours_to_answer: number | null;
  confirmation: string | null;
};

// Tunis is an hour before Greenwich the whole year; a referral counts in the year in which it was sent there.
const LIVES = `
  with told as (
    select referral_id, (array_agg(to_status order by at desc, step_id desc))[1] as status,
      min(at) filter (where step = 'send') as sent, min(at) filter (where step in ('accept', 'reject')) as answered
    from referrals.referral_step where to_status <> from_status or step = 'send' group by referral_id
  )
  select r.need_code as need, 'SABIL-' || split_part(a.code, '-', 2) as town, told.status, r.confirmation,
    extract(year from told.sent at time zone 'UTC' + interval '1 hour')::int as year,
    extract(epoch from told.answered - told.sent)::float8 / 3600 as hours_to_answer
  from told join referrals.referral r on r.referral_id = told.referral_id left join territory.area a on a.area_id = r.area_id
  where told.sent is not null and told.status <> 'entered-in-error'`;

const FRESH = `
  select count(*)::int as all_of_them, count(*) filter (where assured_at >= now() - interval '6 months')::int as fresh
  from directory.service where status = 'active'`;

before(async () => {
  folder = await freshDataFolder(true);
  database = await openDatabase({ url: null, dataFolder: join(folder, 'database'), poolSize: 1 });
  executor = createExecutor(modules, { database, vault: vaultOf('x'.repeat(32)), timeZone: TIME_ZONE });
  const rows = (await database.pool.query({ text: LIVES })).rows as Life[];
  lives = rows.filter(({ year }) => year === YEAR);
});

after(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<T>(path: string, input: unknown): Promise<T> {
  const caller = { actor: PLANNER, locale: 'en' as const, origin: 'test', setSession: () => undefined };
  const answer = await executor.call(path, input, { caller });
  assert.ok(answer.ok, `${path}: ${answer.ok ? '' : answer.code}`);
  return answer.value as T;
}

function figuresBy(code: string, by: 'need' | 'area'): Promise<FigureTable> {
  const period = { startsOn: `${YEAR}-01-01`, endsOn: `${YEAR + 1}-01-01` };
  return call<FigureTable>('GET /indicators/:code/figures', { code, by, ...period });
}

type Share = { numerator: number | null; denominator: number | null };

function share(among: Life[], counts: (life: Life) => boolean): Share {
  if (among.length === 0) return { numerator: null, denominator: null };
  return { numerator: among.filter(counts).length, denominator: among.length };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [(sorted.length - 1) / 2, sorted.length / 2].map(
    (place) => sorted[Math.floor(place)],
  );
  return (low + high) / 2;
}

const isClosed = ({ status }: Life) => ['rejected', 'completed', 'failed', 'cancelled'].includes(status);
const gotHelp = ({ status }: Life) => status === 'completed';
const inTime = ({ hours_to_answer }: Life) => hours_to_answer !== null && hours_to_answer <= 72;
const about = (need: string) => lives.filter((life) => life.need === need);

/** What each programme indicator of the plan comes to, worked out here. */
async function expectedOf(code: string): Promise<number> {
  const answered = lives.flatMap(({ hours_to_answer }) => hours_to_answer ?? []);
  const word = lives.filter(({ confirmation }) => confirmation !== null);
  const { all_of_them, fresh } = (await database.pool.query({ text: FRESH })).rows[0] as {
    all_of_them: number;
    fresh: number;
  };
  const ratio = ({ numerator, denominator }: Share) => (numerator ?? 0) / (denominator ?? Number.NaN);
  const expected: Record<string, () => number> = {
    closure_rate: () => ratio(share(lives, isClosed)),
    fresh_services_rate: () => fresh / all_of_them,
    median_days_to_answer: () => median(answered) / 24,
    confirmed_help_rate: () => ratio(share(word, ({ confirmation }) => confirmation === 'helped')),
    got_help_housing: () => ratio(share(about('housing'), gotHelp)),
    got_help_work: () => ratio(share(about('work'), gotHelp)),
    got_help_loneliness: () => ratio(share(about('loneliness'), gotHelp)),
    answered_in_time_rate: () => ratio(share(lives, inTime)),
    got_help_rate: () => ratio(share(lives, gotHelp)),
    referrals_sent: () => lives.length,
    answered_in_time_safety: () => ratio(share(about('safety'), inTime)),
  };
  const work = expected[code];
  assert.ok(work !== undefined, `${code} is worked out here too`);
  return work();
}

test('the sample tells of enough referrals this year to be worth counting', () => {
  assert.ok(lives.length > 100, `${lives.length} referrals`);
});

test('every programme target of the plan stands where its referrals, told by their own steps, put it', async () => {
  const plan = await call<Plan>('GET /plan', {});
  const targets = plan.items.flatMap((item) => item.targets).filter(({ indicator }) => indicator.kind === 'programme');
  assert.equal(targets.length, 8);
  for (const { indicator, current } of targets) {
    assert.equal(current.period.startsOn, `${YEAR}-01-01`, indicator.code);
    const expected = await expectedOf(indicator.code);
    assert.ok(
      Math.abs((current.total.value ?? Number.NaN) - expected) < 1e-6,
      `${indicator.code}: ${current.total.value} is not ${expected}`,
    );
  }
});

for (const [code, counts] of [
  ['closure_rate', isClosed],
  ['got_help_rate', gotHelp],
] as const) {
  test(`${code} of each need is what the referrals of that need tell`, async () => {
    const { rows, total } = await figuresBy(code, 'need');
    for (const { key, figure } of rows) {
      const { numerator, denominator } = figure;
      assert.deepEqual({ numerator, denominator }, share(about(key), counts), key);
    }
    const { numerator, denominator } = total;
    assert.deepEqual({ numerator, denominator }, share(lives, counts));
  });

  test(`${code} of each town is what the referrals of its people tell`, async () => {
    const { rows } = await figuresBy(code, 'area');
    const areas = (await database.pool.query({ text: 'select area_id, code from territory.area' })).rows;
    const codes = new Map(areas.map((area) => [area['area_id'], area['code'] as string]));
    assert.ok(rows.length >= 8);
    for (const { key, figure } of rows) {
      const town = codes.get(key) ?? '';
      const { numerator, denominator } = figure;
      assert.deepEqual(
        { numerator, denominator },
        share(
          lives.filter((life) => life.town === town),
          counts,
        ),
        town,
      );
    }
  });
}
