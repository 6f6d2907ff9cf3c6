import { ANYONE, type Actor } from '@qantara/kernel';
import { nameKeys, nearNameKeys } from '@qantara/people/domain';
import { peopleModule } from '@qantara/people/server';
import {
  createExecutor,
  openRegion,
  readConfig,
  vaultOf,
  type Database,
  type DatabaseClient,
  type Executor,
} from '@qantara/platform';
import { knownId } from '../known-id.ts';
import { startPostgres } from '../private-postgres.ts';
import { madeName } from './made-names.ts';

const PEOPLE = Number(process.argv[2] ?? 500_000);
const ORGANISATIONS = 200;
const SLICE = 5000;
const ROUNDS = 200;
const WARM_UP = 20;
/** A name with two words, one of them very common: what is typed at a reception. */
const MOST_MS = 10;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The area that holds all others: who answers for it answers for everybody. */
const REGION = knownId('region');

const organisation = (number: number): string => knownId(`organisation ${number}`);

/** Many at once are filled in at the end, as the migration does it. */
async function fillNameReach(client: DatabaseClient): Promise<void> {
  await client.query('alter table people.name_reach drop constraint name_reach_pkey');
  await client.query('drop index people.name_reach_range');
  await client.query(`insert into people.name_reach (person_id, circle_id, token)
    select finding.person_id, finding.circle_id, held.key from people.finding
    cross join lateral people.name_keys_of(finding.person_id, finding.finds_near) as held (key)`);
  await client.query('alter table people.name_reach add primary key (person_id, circle_id, token)');
  await client.query('create index name_reach_range on people.name_reach (circle_id, token, person_id)');
}

/** People of two hundred organisations, and readers who may know of everybody. */
async function load(database: Database): Promise<void> {
  const client = await database.pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query({
    text: `insert into territory.area (area_id, kind, code, name, created_at) values ($1, 'region', 'R', '{"en": "x"}', now())`,
    values: [REGION],
  });
  await client.query({
    text: `insert into organisations.organisation (organisation_id, name, sector, receives_referrals, created_at, updated_at)
      select id, '{"en": "x"}', 'association', true, now(), now() from unnest($1::uuid[]) as id`,
    values: [Array.from({ length: ORGANISATIONS }, (_, number) => organisation(number))],
  });
  for (let first = 0; first < PEOPLE; first += SLICE) {
    const people = Array.from({ length: Math.min(SLICE, PEOPLE - first) }, (_, index) => {
      const number = first + index;
      return {
        person_id: knownId(`person ${number}`),
        name: madeName(number),
        steward: organisation(number % ORGANISATIONS),
      };
    });
    const keys = people.flatMap(({ person_id, name }) => nameKeys(name).map((token) => ({ person_id, token })));
    await client.query({
      text: `with made as (select * from jsonb_to_recordset($1::jsonb) as made (person_id uuid, name text, steward uuid)),
        known as (insert into people.person (person_id, display_name, languages, steward_organisation_id, origin, created_at, updated_at)
          select person_id, name, '{ar}', steward, 'staff', now(), now() - random() * interval '900 days' from made)
        insert into people.reach (circle_id, person_id, kind, basis_id)
        select steward, person_id, 'looks_after', person_id from made
        union all select $2::uuid, person_id, 'shared', $2::uuid from made`,
      values: [JSON.stringify(people), REGION],
    });
    await client.query({
      text: `insert into people.name_token (person_id, token)
        select person_id, token from jsonb_to_recordset($1::jsonb) as made (person_id uuid, token text) on conflict do nothing`,
      values: [JSON.stringify(keys)],
    });
    const nears = people.flatMap(({ person_id, name }) => nearNameKeys(name).map((near) => ({ person_id, near })));
    await client.query({
      text: `insert into people.name_near (person_id, near)
        select person_id, near from jsonb_to_recordset($1::jsonb) as made (person_id uuid, near text) on conflict do nothing`,
      values: [JSON.stringify(nears)],
    });
  }
  await fillNameReach(client);
  await client.query('vacuum analyze');
  client.release();
}

const permissions = (...more: string[]): Set<string> => new Set(['person:search', ...more]);
const account: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: knownId('account'),
  role: 'bench',
  permissions: permissions(),
};

const READERS: Record<string, Actor> = {
  'a reader of the whole region': {
    ...account,
    organisationId: knownId('nobody'),
    areaId: REGION,
    permissions: permissions('scope:territory'),
  },
  'an organisation with one in 200': { ...account, organisationId: organisation(7) },
};

const CASES: Record<string, (round: number) => string> = {
  'two words': (round) => madeName(round * 997),
  'two words, in the other script': (round) => madeName(3 * round * 997),
  'the commonest first name': () => madeName(0).split(' ')[0] ?? '',
  'a family name': (round) => madeName(round * 313).split(' ')[1] ?? '',
  'two words, one letter left out': (round) => madeName(round * 997).replace(/(?<=.{3})[bdfjklmnrs](?=[a-z])/, ''),
  'two words, one letter wrong': (round) => madeName(round * 997).replace(/(?<=.{3})[bdfjklmnrs](?=[a-z])/, 'g'),
  'a name that nobody has': (round) => `Xxqw${round} Vbnk`,
};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function p(times: number[], share: number): string {
  const sorted = times.toSorted((one, other) => one - other);
  return (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2).padStart(8);
}

/** The floor: whoever owns the tables asks for the same key, with no wall, no permission and no record of the opening. */
const bare = (database: Database, name: string): Promise<unknown> =>
  database.pool.query({
    name: 'bench-name',
    text: `select person_id, display_name, birth_year from people.name_token join people.person using (person_id)
      where token = $1 limit 21`,
    values: [nameKeys(name).at(-1) ?? ''],
  });

type Asked = { executor: Executor; database: Database; actor: Actor; nameOf: (round: number) => string };
type Times = { product: number[]; floor: number[] };

/** The same name asked of the product and of the floor, in turns. */
async function askInTurns({ executor, database, actor, nameOf }: Asked): Promise<Times> {
  const times: Times = { product: [], floor: [] };
  const caller = { actor, locale: 'en' as const, origin: 'bench', setSession: () => undefined };
  const search = async (name: string): Promise<void> => {
    const answer = await executor.call('POST /people/search', { name }, { caller });
    if (!answer.ok) throw new Error(`the search was refused: ${answer.code}`);
  };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const name = nameOf(Math.abs(round));
    const [product, floor] = [await timed(() => search(name)), await timed(() => bare(database, name))];
    if (round >= 0) times.product.push(product);
    if (round >= 0) times.floor.push(floor);
  }
  return times;
}

async function tell(database: Database, secret: string): Promise<boolean> {
  const executor = createExecutor([peopleModule], { database, vault: vaultOf(secret), timeZone: 'UTC' });
  const slow: string[] = [];
  for (const [reader, actor] of Object.entries(READERS))
    for (const [title, nameOf] of Object.entries(CASES)) {
      const { product, floor } = await askInTurns({ executor, database, actor, nameOf });
      const line = `${reader}: ${title}`;
      say(`${line.padEnd(66)}${p(product, 0.5)}   ${p(product, 0.95)}   ${p(floor, 0.5)}    ${p(floor, 0.95)}`);
      if (Number(p(product, 0.95)) > MOST_MS) slow.push(line);
    }
  if (slow.length > 0) say(`Slower than ${MOST_MS} ms: ${slow.join('; ')}`);
  return slow.length === 0;
}

const postgres = startPostgres();
const config = readConfig({
  QANTARA_SECRET: 'a secret for the benchmark, long enough',
  DATABASE_URL: postgres.url,
  QANTARA_POOL: '4',
});
const database = await openRegion(config);
try {
  await load(database);
  say(`${PEOPLE} people, PostgreSQL, row security: search by name`);
  say(`${''.padEnd(71)}p50     p95 ms   bare p50      p95 ms`);
  if (!(await tell(database, config.secret))) process.exitCode = 1;
} finally {
  await database.close();
  postgres.stop();
}
