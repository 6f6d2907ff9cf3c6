import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { backupTo, digestDatabase, moveTo, restoreFrom } from './backup.ts';
import { openDatabase } from '../database.ts';
import type { Database } from '../database-pool.ts';
import { BackupRefused, MigrationRefused } from '../errors.ts';
import { migrate } from '../migrate.ts';
import { needsServer, TEST_SERVER } from '../test-database.ts';
import { makeFolder, makeMigrations, openEmpty } from '../testing.ts';

const SCHEMA = `
  create schema stock;
  create type stock.state as enum ('new', 'old');
  create table stock.shelf (id integer generated always as identity primary key, above integer references stock.shelf, name text not null);
  create table stock.item (
    id uuid primary key default gen_random_uuid(), shelf integer references stock.shelf, "Odd ""name""" text,
    data jsonb, at timestamptz, bytes bytea, words text[], price numeric(10, 2), state stock.state, ratio float8, day date, span tstzrange,
    search tsvector generated always as (to_tsvector('simple', coalesce("Odd ""name""", ''))) stored
  );
  create table stock.seeded (code text primary key);
  insert into stock.seeded values ('from the migration');
  create table stock.log (at timestamptz not null, line text) partition by range (at);
  create table stock.log_2025 partition of stock.log for values from ('2025-01-01') to ('2026-01-01');
  create table stock.keyless (a integer, b text);
  create function stock.shout() returns trigger language plpgsql as $$ begin new.name := upper(new.name); return new; end $$;
  create trigger shout before insert on stock.shelf for each row execute function stock.shout();
  create schema pgboss; create table pgboss.job (id integer);`;

const CONTENT = `
  insert into stock.shelf (name) select 'Étagère ' || n || E' \\t\\n"رف"' from generate_series(1, 300) as n;
  update stock.shelf set above = 301 - id where id <> 150;
  insert into stock.item (shelf, "Odd ""name""", data, at, bytes, words, price, state, ratio, day, span)
    select 1 + n % 300, 'item ' || n, jsonb_build_object('en', 'x' || n, 'n', n / 3.0), '2026-01-01 00:00:00.123456+00'::timestamptz + n * interval '1 second',
      decode(md5(n::text), 'hex'), array['a,b', null, '"q"', n::text], n / 7.0, 'old', n / 3.0::float8, '2026-01-01'::date + n, tstzrange('2026-01-01 00:00:00.5+00', null)
    from generate_series(1, 3000) as n;
  insert into stock.item (id) values (gen_random_uuid());
  delete from stock.seeded; insert into stock.seeded values ('b'), ('B'), ('é');
  create table stock.log_2026 partition of stock.log for values from ('2026-01-01') to ('2027-01-01');
  insert into stock.log values ('2025-05-05', 'a'), ('2026-05-05', 'b');
  insert into stock.keyless values (2, 'x'), (1, null), (2, 'x');
  insert into pgboss.job values (1);`;

async function openEmptyOnServer(t: TestContext): Promise<Database> {
  const admin = await openDatabase({ url: TEST_SERVER ?? null, dataFolder: '', poolSize: 1 });
  const name = `qantara_move_${process.pid}_${Date.now()}`;
  await admin.pool.query(`create database ${name}`);
  const address = new URL(TEST_SERVER ?? '');
  address.pathname = name;
  const database = await openDatabase({ url: address.href, dataFolder: '' });
  t.after(async () => {
    await database.close();
    await admin.pool.query(`drop database ${name} with (force)`);
    await admin.close();
  });
  return database;
}

async function fill(t: TestContext, database: Database): Promise<string> {
  const folder = makeMigrations(t, { '0001_stock_tables.sql': SCHEMA });
  await migrate(database, folder);
  await database.pool.query(CONTENT);
  return folder;
}

async function assertSame(source: Database, target: Database): Promise<void> {
  const [before, after] = [await digestDatabase(source), await digestDatabase(target)];
  assert.deepEqual(after, before);
  assert.ok(before.some(({ name, rows }) => name === 'stock.item' && rows === 3001));
  assert.ok(!before.some(({ name }) => name.startsWith('pgboss')));
  const { rows } = await target.pool.query(`insert into stock.shelf (name) values ('next') returning id, name`);
  assert.deepEqual(rows, [{ id: 301, name: 'NEXT' }], 'the identity goes on and the trigger is back');
  await assert.rejects(target.pool.query('insert into stock.shelf (above, name) values (9999, $1)', ['lost']), {
    code: '23503',
  });
  const found = await target.pool.query(
    `select count(*) as count from stock.item where search @@ to_tsquery('simple', '77')`,
  );
  assert.deepEqual(found.rows, [{ count: 1 }]);
}

async function assertRoundTrip(t: TestContext, source: Database, target: Database): Promise<void> {
  const migrations = await fill(t, source);
  const file = join(makeFolder(t), 'region.backup');
  await backupTo(source, file);
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  await restoreFrom(target, file, migrations);
  await assertSame(source, target);
}

test('a backup restores to the same rows, digests and sequences', async (t) => {
  await assertRoundTrip(t, await openEmpty(t), await openEmpty(t));
});

test('a backup of a server restores to the same on a server', needsServer, async (t) => {
  await assertRoundTrip(t, await openEmptyOnServer(t), await openEmptyOnServer(t));
});

test('an embedded region moves to a server and back, equal', needsServer, async (t) => {
  const [source, server, back] = [await openEmpty(t), await openEmptyOnServer(t), await openEmpty(t)];
  const migrations = await fill(t, source);
  await moveTo(source, server, migrations);
  await moveTo(server, back, migrations);
  await assertSame(source, back);
});

test('the region works on while an embedded backup is written, and the backup shows one moment', async (t) => {
  const [source, target] = [await openEmpty(t), await openEmpty(t)];
  const migrations = await fill(t, source);
  const before = await digestDatabase(source);
  const file = join(makeFolder(t), 'region.backup');
  const backup = backupTo(source, file);
  for (let number = 0; number < 50; number += 1) {
    await nextTurn(); // The engine in this thread would not let the backup begin otherwise.
    await source.pool.query('delete from stock.item where id in (select id from stock.item limit 10)');
  }
  await backup;
  const restored = await restoreFrom(target, file, migrations);
  const items = restored.tables.find(({ name }) => name === 'stock.item');
  assert.ok(items && items.rows > 2501 && (3001 - items.rows) % 10 === 0, `${items?.rows} rows`);
  assert.equal((await digestDatabase(source)).find(({ name }) => name === 'stock.item')?.rows, 2501);
  assert.equal(before.length, restored.tables.length);
});

test('a damaged, cut or foreign file restores nothing, and the restore can be run again', async (t) => {
  const [source, target] = [await openEmpty(t), await openEmpty(t)];
  const migrations = await fill(t, source);
  const folder = makeFolder(t);
  const [whole, bad] = [join(folder, 'whole'), join(folder, 'bad')];
  await backupTo(source, whole);
  const text = gunzipSync(fs.readFileSync(whole)).toString();
  const refused = async (content: Buffer, pattern: RegExp): Promise<void> => {
    fs.writeFileSync(bad, content);
    await assert.rejects(
      restoreFrom(target, bad, migrations),
      (error) => error instanceof BackupRefused && pattern.test(error.message),
    );
  };
  await refused(Buffer.from('hello'), /cannot be unpacked/);
  await refused(gzipSync('hello'), /does not begin as one/);
  await refused(fs.readFileSync(whole).subarray(0, -2000), /cannot be unpacked/);
  await refused(gzipSync(text.slice(0, text.lastIndexOf('{'))), /its end is missing/);
  await refused(gzipSync(text.replace('item 77"', 'item 78"')), /rows of stock.item are not those/);
  await assert.rejects(
    migrate(target, migrations),
    (error) => error instanceof MigrationRefused && /did not finish/.test(error.message),
  );
  await restoreFrom(target, whole, migrations);
  await assertSame(source, target);
  await assert.rejects(
    restoreFrom(target, whole, migrations),
    (error) => error instanceof BackupRefused && /not empty/.test(error.message),
  );
});
