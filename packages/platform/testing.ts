import { ANYONE, newId, refuse, route, type Actor } from '@qantara/kernel';
import { sql } from 'kysely';
import { z } from 'zod';
import { type Ctx, type DeliveredEvent } from './command/context.ts';
import { serverModule } from './command/server-module.ts';
import type { Caller } from './command/call-context.ts';
import { createExecutor, type Executor } from './command/executor.ts';
import { vaultOf } from './command/vault.ts';
import { openTestDatabase, type Database } from './db/index.ts';

export const tallyRoutes = {
  addToTally: route({
    path: 'POST /tallies/:tally/add',
    may: 'tally:add',
    input: z.object({
      tally: z.string().min(1).max(40),
      by: z.coerce.number().int().min(1).max(10),
      person: z.uuid().optional(),
    }),
    output: z.object({ count: z.number() }),
    refusals: ['too_much'],
  }),
  readTally: route({
    path: 'GET /tallies/:tally',
    may: 'anyone',
    input: z.object({ tally: z.string().max(40) }),
    output: z.object({ count: z.number() }),
    refusals: ['tally_not_found'],
  }),
  openTally: route({
    path: 'POST /tallies/:tally/open',
    may: 'tally:add',
    input: z.object({ tally: z.string(), person: z.uuid(), reason: z.string().optional() }),
    output: z.object({ done: z.literal(true) }),
    refusals: [],
    opens: true,
  }),
  forgetTally: route({
    path: 'POST /tallies/:tally/forget',
    may: 'tally:add',
    input: z.object({ tally: z.string() }),
    output: z.object({ done: z.literal(true) }),
    refusals: [],
  }),
};

const MOST = 100;

async function readCount(ctx: Ctx<unknown>, tally: string): Promise<number | undefined> {
  const found = await sql<{ count: number }>`select count from platform.rate where bucket = ${tally}`.execute(ctx.db);
  return found.rows[0]?.count;
}

async function add(
  ctx: Ctx<unknown>,
  { tally, by, person }: { tally: string; by: number; person?: string | undefined },
) {
  const saved = await sql<{ count: number }>`
    insert into platform.rate (bucket, count, resets_at) values (${tally}, ${by}, ${ctx.now})
    on conflict (bucket) do update set count = rate.count + ${by} returning count`.execute(ctx.db);
  const count = saved.rows[0]?.count ?? 0;
  if (count > MOST) refuse('too_much');
  ctx.emit({ type: 'tally.added', subject: newId(), personId: person ?? null, data: { tally, by }, after: { count } });
  return { count };
}

export type Handling = { handled: string[]; failsLeft: number };

/** A module of no product: a tally that can be added to, with a subscriber that may fail a few times first. */
export function tallyModule(handling: Handling = { handled: [], failsLeft: 0 }) {
  return serverModule<typeof tallyRoutes, unknown>({
    name: 'tally',
    routes: tallyRoutes,
    handlers: {
      addToTally: add,
      readTally: async (ctx, { tally }) => ({ count: (await readCount(ctx, tally)) ?? refuse('tally_not_found') }),
      openTally: async (ctx, { person, reason }) => {
        ctx.noteAccess({ personId: person, kind: 'record', reason: reason ?? null });
        return { done: true };
      },
      forgetTally: async () => ({ done: true }),
    },
    subscribers: [
      {
        event: 'tally.added',
        name: 'tally.echo',
        handle: async (ctx: Ctx<unknown>, event: DeliveredEvent) => {
          if (handling.failsLeft > 0) {
            handling.failsLeft -= 1;
            throw new Error('the echo is hoarse');
          }
          handling.handled.push(event.eventId);
          await sql`insert into platform.rate (bucket, count, resets_at) values (${event.eventId}, 1, ${ctx.now})`.execute(
            ctx.db,
          );
        },
      },
    ],
  });
}

export const adder: Actor = {
  ...ANYONE,
  kind: 'account',
  accountId: '0190f3a0-0000-7000-8000-000000000001',
  permissions: new Set(['tally:add']),
};

export function callerAs(actor: Actor): Caller {
  return { actor, locale: 'en', origin: 'test', setSession: () => undefined };
}

export type Bench = { database: Database; executor: Executor; handling: Handling };

/** A database with the tally module bound to it. */
export async function openBench(): Promise<Bench> {
  const database = await openTestDatabase();
  const handling: Handling = { handled: [], failsLeft: 0 };
  const home = { database, vault: vaultOf('a secret for tests, long enough 123'), timeZone: 'UTC' };
  return { database, handling, executor: createExecutor([tallyModule(handling)], home) };
}
