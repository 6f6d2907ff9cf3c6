import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { openDatabase } from './database.ts';
import type { Database, DatabaseClient } from './database-pool.ts';
import { DataFolderInUse, DatabaseBusy } from './errors.ts';
import { kyselyOf, kyselyOn, namedStatement, unnamedStatement } from './kysely.ts';
import { openTestDatabase, TEST_SERVER } from './test-database.ts';
import { kill, makeFolder, openEmpty, startWriter, untilAcknowledged } from './testing.ts';
import { inTransaction } from './transaction.ts';

let database: Database;
before(async () => {
  database = await openTestDatabase();
});
after(() => database.close());

test('values read the same on both engines', async () => {
  const { rows } = await database.pool.query(
    `select 7::int8 as count, array[7, null]::int8[] as counts, 1.50::numeric as money, '2026-02-03'::date as day, array['2026-02-03']::date[] as days,
       '2026-02-03 04:05:06+00'::timestamptz as at, '{"a": [1]}'::jsonb as data, array['x', 'y'] as words, '\\x0102'::bytea as bytes, null as nothing`,
  );
  assert.deepEqual(rows[0], {
    count: 7,
    counts: [7, null],
    money: '1.50',
    day: '2026-02-03',
    days: ['2026-02-03'],
    at: new Date('2026-02-03T04:05:06Z'),
    data: { a: [1] },
    words: ['x', 'y'],
    bytes: Buffer.from([1, 2]),
    nothing: null,
  });
});

test('values are sent the same on both engines', async () => {
  const at = new Date('2026-02-03T04:05:06Z');
  const values = [{ en: 'water' }, Buffer.from([1, 2]), ['x', 'y'], at];
  const { rows } = await database.pool.query(
    'select $1::jsonb as data, $2::bytea as bytes, $3::text[] as words, $4::timestamptz as at',
    values,
  );
  assert.deepEqual(rows[0], { data: { en: 'water' }, bytes: Buffer.from([1, 2]), words: ['x', 'y'], at });
});

test('an error of the database says which constraint refused', async () => {
  await database.pool.query('create table guarded (number integer constraint only_small check (number < 3))');
  const refused = database.pool.query('insert into guarded values (5)');
  await assert.rejects(refused, { code: '23514', constraint: 'only_small', table: 'guarded' });
});

test('the worker of an embedded database gives values and errors as the engine does', async (t) => {
  const folder = makeFolder(t);
  const embedded = await openDatabase({ url: null, dataFolder: folder });
  const { rows } = await embedded.pool.query('select $1::jsonb as data, $2::bytea as bytes, array[$2::bytea] as list', [
    { a: 1 },
    Buffer.from([3]),
  ]);
  assert.deepEqual(rows[0], { data: { a: 1 }, bytes: Buffer.from([3]), list: [Buffer.from([3])] });
  await assert.rejects(embedded.pool.query('select 1 / 0'), { code: '22012', name: 'error' });
  assert.equal(fs.statSync(folder).mode & 0o777, 0o700);
  await assert.rejects(
    openDatabase({ url: null, dataFolder: folder }),
    (error) => error instanceof DataFolderInUse && error.pid === process.pid,
  );
  await embedded.close();
});

test('a second process is refused while the first lives, and takes over when it was killed', async (t) => {
  const folder = makeFolder(t);
  const writer = startWriter(folder);
  await untilAcknowledged(writer, 1);
  await assert.rejects(openDatabase({ url: null, dataFolder: folder }), (error) => {
    assert.ok(error instanceof DataFolderInUse);
    assert.match(error.message, new RegExp(`in use by process ${writer.process.pid}.*data is safe.*Stop that process`));
    return true;
  });
  await kill(writer);
  await (await openDatabase({ url: null, dataFolder: folder })).close();
  assert.ok(!fs.existsSync(join(folder, 'database.lock')));
});

test('a failed transaction leaves nothing behind and its connection goes on', async () => {
  await database.pool.query('create table kept (number integer primary key)');
  const failing = inTransaction(database.pool, async (client) => {
    await client.query('insert into kept values (1)');
    await client.query('insert into kept values (1)');
  });
  await assert.rejects(failing, { code: '23505' });
  const swallowing = inTransaction(database.pool, async (client) =>
    client.query('select 1 / 0').catch(() => 'ignored'),
  );
  await assert.rejects(swallowing, /error was ignored/);
  const { rows } = await database.pool.query('select count(*) as count from kept');
  assert.deepEqual(rows, [{ count: 0 }]);
});

test('a connection given back in the middle of a transaction does not carry it to the next holder', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('create table forgotten (number integer)');
  client.release();
  const { rows } = await database.pool.query(`select to_regclass('forgotten') as found`);
  assert.deepEqual(rows, [{ found: null }]);
});

test('only work that may be repeated is repeated after a serialization failure', async () => {
  const fail = (settings: { retry?: boolean }, counter: { runs: number }): Promise<unknown> =>
    inTransaction(
      database.pool,
      async (client) => {
        counter.runs += 1;
        if (counter.runs < 3) await client.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
        return counter.runs;
      },
      settings,
    );
  const [once, often] = [{ runs: 0 }, { runs: 0 }];
  await assert.rejects(fail({}, once), { code: '40001' });
  assert.equal(await fail({ retry: true }, often), 3);
});

test('with more requests than connections each is served or refused as busy, and then all is well again', async (t) => {
  const limits = { poolSize: 2, acquireTimeoutMs: 300 };
  const small = TEST_SERVER
    ? await openDatabase({ url: TEST_SERVER, dataFolder: '', ...limits })
    : await openEmpty(t, limits);
  const holder = await small.pool.connect();
  await holder.query('begin');
  const requests = Array.from({ length: 100 }, () => small.pool.query('select pg_sleep(0.01)'));
  const outcomes = Promise.allSettled(requests);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await holder.query('commit');
  holder.release();
  for (const outcome of await outcomes) {
    if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof DatabaseBusy, String(outcome.reason));
  }
  const again = await Promise.allSettled(Array.from({ length: 10 }, () => small.pool.query('select 1')));
  assert.ok(again.every(({ status }) => status === 'fulfilled'));
  await small.close();
});

test('a holder that falls silent loses the embedded connection instead of stopping everybody', async (t) => {
  const small = await openEmpty(t, { acquireTimeoutMs: 2_000, idleHolderMs: 100 });
  const silent = await small.pool.connect();
  await silent.query('begin');
  await silent.query('create table half_done (number integer)');
  const keepAlive = setTimeout(() => undefined, 2_000); // The pool's own timer does not keep a process alive.
  const { rows } = await small.pool.query(`select to_regclass('half_done') as found`);
  clearTimeout(keepAlive);
  assert.deepEqual(rows, [{ found: null }]);
  await assert.rejects(silent.query('commit'), /rolled back/);
});

interface Tables {
  noted: { number: number; word: string };
}

test('Kysely works over the pool and inside a transaction that is already open', async () => {
  await database.pool.query('create table noted (number integer primary key, word text not null)');
  await inTransaction(database.pool, async (client) => {
    const db = kyselyOn<Tables>(client);
    const inserted = await db.insertInto('noted').values({ number: 1, word: 'water' }).executeTakeFirst();
    assert.equal(inserted.numInsertedOrUpdatedRows, 1n);
    await assert.rejects(
      db.transaction().execute(async () => undefined),
      /already open/,
    );
  });
  const db = kyselyOf<Tables>(database.pool);
  await assert.rejects(
    db.transaction().execute(async (trx) => {
      await trx.insertInto('noted').values({ number: 2, word: 'bread' }).execute();
      await trx.insertInto('noted').values({ number: 2, word: 'bread' }).execute();
    }),
    { code: '23505' },
  );
  assert.deepEqual(await db.selectFrom('noted').selectAll().execute(), [{ number: 1, word: 'water' }]);
});

const countPrepared = async (client: DatabaseClient): Promise<unknown> =>
  (await client.query('select count(*) as count from pg_prepared_statements')).rows[0]?.['count'];

test('statements are prepared only where that is asked for', async () => {
  const client = await database.pool.connect();
  const plain = kyselyOn<Tables>(client);
  const named = kyselyOn<Tables>(client, { named: true });
  await sql`select 1`.execute(plain);
  await sql`select 2`.execute(named.withPlugin(unnamedStatement));
  assert.equal(await countPrepared(client), 0);
  await sql`select 3`.execute(plain.withPlugin(namedStatement));
  await sql`select 4`.execute(named);
  await sql`select 4`.execute(named);
  assert.equal(await countPrepared(client), 2);
  for (let number = 0; number < 450; number += 1) await sql`select ${sql.lit(number)}`.execute(named);
  assert.equal(await countPrepared(client), 400);
  client.release(true);
});

test('a statement that was refused before it was prepared fails no later transaction, nor does one that failed forget any', async () => {
  const client = await database.pool.connect();
  const named = kyselyOn<Tables>(client, { named: true });
  const useOthers = async (from: number): Promise<void> => {
    for (let number = from; number < from + 450; number += 1) await sql`select ${sql.lit(number)}`.execute(named);
  };
  const ask = () => sql`select 'asked again'`.execute(named);
  await assert.rejects(sql`select nothing_such`.execute(named), { code: '42703' });
  await ask();
  await client.query('begin');
  await useOthers(0);
  assert.equal((await client.query('commit')).command, 'COMMIT');
  await client.query('begin');
  await assert.rejects(client.query('select nothing_such'), { code: '42703' });
  for (let number = 1000; number < 1450; number += 1)
    await assert.rejects(sql`select ${sql.lit(number)}`.execute(named), { code: '25P02' });
  await client.query('rollback');
  await useOthers(0);
  await ask();
  assert.equal(await countPrepared(client), 400);
  client.release(true);
});
