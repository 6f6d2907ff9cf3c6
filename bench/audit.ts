import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { ANYONE, type Actor } from '@qantara/kernel';
import {
  inTransaction,
  MIGRATIONS,
  migrate,
  openDatabase,
  standingOf,
  verifyChain,
  type Database,
  type DatabaseClient,
} from '@qantara/platform';
import { accountFor } from '../packages/platform/command/event-store.ts';
import { startPostgres } from './private-postgres.ts';

const ROUNDS = 400;
const AT_ONCE = 8;
const LINKS = 20_000;

const actor: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: randomUUID(),
  organisationId: randomUUID(),
};
const personId = randomUUID();

type Step = (client: DatabaseClient) => Promise<void>;

const readPerson: Step = async (client) => {
  const text = 'select * from people.person where person_id = $1';
  await client.query({ name: 'bench.read', text, values: [personId] });
};
const writePerson: Step = async (client) => {
  const text = 'update people.person set version = version + 1, updated_at = now() where person_id = $1';
  await client.query({ name: 'bench.write', text, values: [personId] });
};
const noteOpening: Step = async (client) => {
  const accesses = [{ personId, kind: 'record' }];
  const told = { events: [], accesses, command: null };
  await accountFor(client, { actor, isSystem: false, channel: 'page', now: new Date(), ...told });
};
const noteChange: Step = async (client) => {
  const events = [{ type: 'person.corrected' as const, subject: personId, personId, after: { name: 'x'.repeat(80) } }];
  const told = { events, accesses: [], command: null };
  await accountFor(client, { actor, isSystem: false, channel: 'page', now: new Date(), ...told });
};

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Milliseconds of one transaction, with so many beside it. */
async function timed(database: Database, steps: Step[]): Promise<number> {
  const began = performance.now();
  const work = async (client: DatabaseClient): Promise<void> => {
    for (const step of steps) await step(client);
  };
  await inTransaction(database.pool, work, { standing: standingOf(actor) });
  return performance.now() - began;
}

async function load(database: Database): Promise<void> {
  await database.pool.query({
    text: `insert into people.reach (circle_id, person_id, kind, basis_id) values ($1, $2, 'looks_after', $2)`,
    values: [actor.organisationId, personId],
  });
  await database.pool.query({
    text: `insert into people.person (person_id, origin, created_at, updated_at) values ($1, 'staff', now(), now())`,
    values: [personId],
  });
}

type Ratio = { kind: string; bare: number; audited: number; ratio: number };

/** The same transaction with and without its account, in turns, so that the ratio means something on any machine. */
async function compare(
  database: Database,
  { kind, work, account, atOnce }: { kind: string; work: Step; account: Step; atOnce: number },
): Promise<Ratio> {
  const bare: number[] = [];
  const audited: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const together = (steps: Step[]) => Promise.all(Array.from({ length: atOnce }, () => timed(database, steps)));
    const [without, withIt] = [await together([work]), await together([work, account])];
    // The first tenth warms the statements and is not counted.
    if (round < ROUNDS / 10) continue;
    bare.push(...without);
    audited.push(...withIt);
  }
  const [one, other] = [median(bare), median(audited)];
  return { kind, bare: one, audited: other, ratio: other / one };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const postgres = startPostgres();
try {
  const database = await openDatabase({ url: postgres.url, dataFolder: '', poolSize: AT_ONCE });
  await migrate(database, MIGRATIONS);
  await load(database);
  const ratios = [
    await compare(database, { kind: 'read, alone', work: readPerson, account: noteOpening, atOnce: 1 }),
    await compare(database, { kind: 'write, alone', work: writePerson, account: noteChange, atOnce: 1 }),
    await compare(database, {
      kind: `read, ${AT_ONCE} at once`,
      work: readPerson,
      account: noteOpening,
      atOnce: AT_ONCE,
    }),
  ];
  say('kind               bare ms  audited ms  ratio');
  for (const { kind, bare, audited, ratio } of ratios)
    say(
      `${kind.padEnd(18)} ${bare.toFixed(2).padStart(7)}  ${audited.toFixed(2).padStart(10)}  ${ratio.toFixed(2).padStart(5)}`,
    );
  for (let done = ROUNDS * 12; done < LINKS; done += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, () => timed(database, [noteOpening])));
  const began = performance.now();
  const { links, broken } = await verifyChain(database.pool);
  const seconds = (performance.now() - began) / 1000;
  if (broken.length > 0) throw new Error(`${broken.length} links are broken`);
  say(`verified ${links} links in ${seconds.toFixed(1)} s`);
  mkdirSync('.bench', { recursive: true });
  writeFileSync('.bench/audit.json', JSON.stringify({ ratios, links, seconds }, null, 2));
  await database.close();
} finally {
  postgres.stop();
}
