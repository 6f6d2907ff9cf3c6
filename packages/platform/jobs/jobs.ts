import { PgBoss } from 'pg-boss';
import type { DeliveredEvent } from '../command/context.ts';
import type { ServerModule } from '../command/server-module.ts';
import type { Executor } from '../command/executor.ts';
import { inTransaction, type Database, type DatabaseClient } from '../db/index.ts';
import { logFault } from '../observe/log.ts';
import { metrics } from '../observe/metrics.ts';

const DELIVERIES = 'deliveries';
const JOBS = 'jobs';
const DEAD_LETTERS = 'dead-letters';
const RELAY_BATCH = 200;
/** A thousand events are handed on in seconds, and one that fails holds up no other. */
const DELIVERIES_AT_ONCE = 50;

type Retry = { retryLimit: number; retryDelay: number; retryBackoff: boolean; retryDelayMax?: number };

/** Where events and jobs are worked on. */
export type Workshop = { database: Database; executor: Executor; modules: ServerModule[]; retry: Retry };

type Delivery = { eventId: string; subscriber: string };

export type Jobs = {
  start: () => Promise<void>;
  /** Hands waiting events to their subscribers now, rather than at the next look. */
  relay: () => Promise<number>;
  /** How many events have not been handed to their subscribers yet. */
  countWaiting: () => Promise<number>;
  /** How many deliveries and jobs have failed for good, and wait for a person. */
  countDeadLetters: () => Promise<number>;
  /** Puts every dead letter back in its queue. */
  retryDeadLetters: () => Promise<number>;
  stop: () => Promise<void>;
};

/** Ten tries, the first after two seconds, then doubling to an hour: a partner's mail server may be down all night. */
export const RETRY: Retry = { retryLimit: 10, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600 };

function bossOn(database: Database): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => database.pool.query({ text, ...(values ? { values } : {}) }) },
    schema: 'pgboss',
    backend: 'postgres',
    superviseIntervalSeconds: 60,
    cronMonitorIntervalSeconds: 45,
  });
}

type Taken = { event_id: string; type: string; at: Date };

async function takeOutbox(client: DatabaseClient): Promise<Taken[]> {
  const taken = await client.query({
    text: `delete from platform.outbox using platform.event
      where outbox.event_id = event.event_id and outbox.event_id in (
        select waiting.event_id from platform.outbox as waiting order by waiting.event_id limit ${RELAY_BATCH}
        for update skip locked)
      returning outbox.event_id, event.type, event.at`,
  });
  return taken.rows as Taken[];
}

const DAY_MS = 86_400_000;

/** Who is handed this event: those who wait for its kind, unless they tell news and it is none any more. */
function subscribersOf(modules: ServerModule[], { type, at }: Taken) {
  const age = Date.now() - at.getTime();
  return modules
    .flatMap((module) => module.subscribers)
    .filter(({ event, newsForDays = Infinity }) => event === type && age < newsForDays * DAY_MS);
}

async function relayBatch({ database, modules, retry }: Workshop, boss: PgBoss): Promise<number> {
  return inTransaction(database.pool, async (client) => {
    const taken = await takeOutbox(client);
    const deliveries = taken.flatMap((event) =>
      subscribersOf(modules, event).map((subscriber) => ({
        data: { eventId: event.event_id, subscriber: subscriber.name },
        ...retry,
        deadLetter: DEAD_LETTERS,
      })),
    );
    const db = {
      executeSql: (text: string, values?: unknown[]) => client.query({ text, ...(values ? { values } : {}) }),
    };
    if (deliveries.length > 0) await boss.insert(DELIVERIES, deliveries, { db });
    return taken.length;
  });
}

async function loadEvent(client: DatabaseClient, eventId: string): Promise<DeliveredEvent | undefined> {
  const found = await client.query({
    text: 'select event_id, type, subject_id, person_id, data, at from platform.event where event_id = $1',
    values: [eventId],
  });
  const row = found.rows[0] as
    | {
        event_id: string;
        type: string;
        subject_id: string;
        person_id: string | null;
        data: Record<string, unknown>;
        at: Date;
      }
    | undefined;
  if (row === undefined) return undefined;
  return {
    eventId: row.event_id,
    type: row.type,
    subject: row.subject_id,
    personId: row.person_id,
    data: row.data,
    at: row.at,
  };
}

/** An event is handled once by each subscriber: the mark of its handling is in the transaction of its effects. */
async function deliver(executor: Executor, modules: ServerModule[], delivery: Delivery): Promise<void> {
  const subscriber = modules.flatMap((module) => module.subscribers).find((one) => one.name === delivery.subscriber);
  if (subscriber === undefined) return;
  await executor.asSystem(async (ctx, client) => {
    const marked = await client.query({
      text: 'insert into platform.delivery (event_id, subscriber, at) values ($1, $2, $3) on conflict do nothing',
      values: [delivery.eventId, delivery.subscriber, ctx.now],
    });
    if (marked.rowCount === 0) return;
    const event = await loadEvent(client, delivery.eventId);
    if (event !== undefined) await subscriber.handle(ctx, event);
  });
}

async function timed(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
    metrics.jobEnded(name, 'done');
  } catch (fault) {
    metrics.jobEnded(name, 'failed');
    logFault(name, fault);
    throw fault;
  }
}

/** One of a batch: where it fails, it alone is tried again; the batch goes on. */
async function deliverOne(boss: PgBoss, job: { id: string; data: Delivery }, work: () => Promise<void>): Promise<void> {
  try {
    await timed(job.data.subscriber, work);
  } catch {
    await boss.fail(DELIVERIES, job.id);
  }
}

async function workQueues(boss: PgBoss, executor: Executor, modules: ServerModule[]): Promise<void> {
  const known = new Map(modules.flatMap((module) => module.jobs).map((job) => [job.name, job]));
  await boss.work<Delivery>(DELIVERIES, { pollingIntervalSeconds: 1, batchSize: DELIVERIES_AT_ONCE }, async (jobs) => {
    for (const job of jobs) await deliverOne(boss, job, () => deliver(executor, modules, job.data));
  });
  await boss.work<{ name: string }>(JOBS, { pollingIntervalSeconds: 2, batchSize: 1 }, async ([job]) => {
    const found = known.get(job?.data.name ?? '');
    if (found === undefined) return;
    const run = found.aside ? executor.aside : executor.asSystem;
    await timed(found.name, () => run((ctx) => found.run(ctx)));
  });
}

async function startBoss(boss: PgBoss, { modules, retry }: Workshop): Promise<void> {
  boss.on('error', (fault) => logFault('jobs', fault));
  await boss.start();
  await boss.createQueue(DEAD_LETTERS);
  await boss.createQueue(DELIVERIES, { ...retry, deadLetter: DEAD_LETTERS });
  await boss.createQueue(JOBS, { ...retry, deadLetter: DEAD_LETTERS });
  for (const job of modules.flatMap((module) => module.jobs))
    await boss.schedule(JOBS, job.cron, { name: job.name }, { key: job.name, tz: 'UTC' });
}

async function countWaiting(database: Database): Promise<number> {
  const counted = await database.pool.query<{ count: number }>('select count(*)::int as count from platform.outbox');
  return counted.rows[0]?.count ?? 0;
}

/** Counted where they lie: pg-boss keeps its own counts only from one look to the next. */
async function countDead(database: Database): Promise<number> {
  const counted = await database.pool.query<{ count: number }>({
    text: `select count(*)::int as count from pgboss.job where name = $1 and state in ('created', 'retry')`,
    values: [DEAD_LETTERS],
  });
  return counted.rows[0]?.count ?? 0;
}

/** Events to subscribers and jobs by the clock, with retry, back-off and dead letters, on the region's own database. */
export function createJobs(workshop: Workshop): Jobs {
  const { database, executor, modules } = workshop;
  const boss = bossOn(database);
  let timer: NodeJS.Timeout | undefined;
  let relaying: Promise<number> = Promise.resolve(0);
  const relay = async (): Promise<number> => {
    const handed = await relayBatch(workshop, boss);
    return handed === RELAY_BATCH ? handed + (await relay()) : handed;
  };
  const look = (): void => {
    relaying = relay().catch((fault: unknown) => (logFault('relay', fault), 0));
    void relaying.then(() => (timer = setTimeout(look, 1000).unref()));
  };
  return {
    start: async () => {
      await startBoss(boss, workshop);
      await workQueues(boss, executor, modules);
      look();
    },
    relay,
    countWaiting: () => countWaiting(database),
    countDeadLetters: () => countDead(database),
    retryDeadLetters: () => boss.redrive(DEAD_LETTERS),
    stop: async () => {
      clearTimeout(timer);
      await relaying;
      await boss.stop({ graceful: true, timeout: 10_000, close: false });
    },
  };
}
