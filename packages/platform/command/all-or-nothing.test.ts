import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { inTransaction } from '../db/index.ts';
import { adder, openBench, type Bench } from '../testing.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { AnyCtx } from './context.ts';

let bench: Bench;
before(async () => {
  bench = await openBench();
});
after(() => bench.database.close());

function inCommand<T>(work: (ctx: AnyCtx) => Promise<T>): Promise<T> {
  const as = { actor: adder, now: new Date('2026-11-22T08:00:00Z') };
  return inTransaction(bench.database.pool, (client) => bench.executor.actAt(client, as, work));
}

const write = (ctx: AnyCtx, word: string) => sql`insert into said values (${word})`.execute(ctx.db as Kysely<unknown>);

test('what failed is as if it had never been, what stands around it stays, however deep it stands', async () => {
  const said = await inCommand(async (ctx) => {
    const db = ctx.db as Kysely<unknown>;
    await sql`create temporary table said (word text) on commit drop`.execute(db);
    await write(ctx, 'before');
    const failing = allOrNothing(ctx, async () => {
      await write(ctx, 'outer');
      await allOrNothing(ctx, () => write(ctx, 'inner'));
      const inner = allOrNothing(ctx, () => sql`select 1 / 0`.execute(db));
      await assert.rejects(inner, /division by zero/);
      throw new Error('enough');
    });
    await assert.rejects(failing, /enough/);
    await allOrNothing(ctx, () => write(ctx, 'after'));
    const { rows } = await sql<{ word: string }>`select word from said`.execute(db);
    return rows.map(({ word }) => word);
  });
  assert.deepEqual(said, ['before', 'after']);
});
