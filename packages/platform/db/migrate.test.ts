import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MigrationRefused } from './errors.ts';
import { migrate } from './migrate.ts';
import { makeMigrations, openEmpty } from './testing.ts';

const refusal =
  (pattern: RegExp) =>
  (error: unknown): boolean =>
    error instanceof MigrationRefused && pattern.test(error.message);

test('migrations are applied once, in order, and refused when the folder no longer fits', async (t) => {
  const database = await openEmpty(t);
  const folder = makeMigrations(t, {
    '0001_home_room.sql': 'create table room (number integer);',
    '0003_home_door.sql': 'create table door (number integer);',
  });
  assert.deepEqual(await migrate(database, folder), { applied: ['0001_home_room.sql', '0003_home_door.sql'] });
  assert.deepEqual(await migrate(database, folder), { applied: [] });

  fs.writeFileSync(join(folder, '0002_home_late.sql'), 'select 1;');
  await assert.rejects(migrate(database, folder), refusal(/0002_home_late.sql comes before 0003_home_door.sql/));
  fs.rmSync(join(folder, '0002_home_late.sql'));

  fs.writeFileSync(join(folder, '0003_home_door.sql'), 'create table door (number bigint);');
  await assert.rejects(migrate(database, folder), refusal(/0003_home_door.sql was changed after/));
  fs.rmSync(join(folder, '0003_home_door.sql'));
  await assert.rejects(
    migrate(database, folder),
    refusal(/0003_home_door.sql, which this version of Qantara does not know/),
  );
});

test('a migration that fails is undone whole, and the ones before it stand', async (t) => {
  const database = await openEmpty(t);
  const folder = makeMigrations(t, {
    '0001_home_room.sql': 'create table room (number integer);',
    '0002_home_bad.sql': 'create table half (number integer); select 1 / 0;',
  });
  await assert.rejects(migrate(database, folder), refusal(/0002_home_bad.sql failed: division by zero/));
  const { rows } = await database.pool.query(
    `select to_regclass('room')::text as room, to_regclass('half') as half, (select count(*) from platform.migration) as count`,
  );
  assert.deepEqual(rows, [{ room: 'room', half: null, count: 1 }]);
});

test('two servers that start at once migrate once', async (t) => {
  const database = await openEmpty(t);
  const folder = makeMigrations(t, { '0001_home_room.sql': 'create table room (number integer);' });
  const [first, second] = await Promise.all([migrate(database, folder), migrate(database, folder)]);
  assert.equal(first.applied.length + second.applied.length, 1);
});

test('a file that says so runs outside a transaction', async (t) => {
  const database = await openEmpty(t);
  const folder = makeMigrations(t, {
    '0001_home_room.sql': 'create table room (number integer);',
    '0002_home_index.sql':
      '-- not in a transaction\ncreate index concurrently if not exists room_number on room (number);\n\nvacuum room;\n',
  });
  assert.equal((await migrate(database, folder)).applied.length, 2);
});

test('a badly named file and two files with one number are refused', async (t) => {
  const database = await openEmpty(t);
  await assert.rejects(migrate(database, makeMigrations(t, { '1_room.sql': '' })), refusal(/not named like/));
  await assert.rejects(
    migrate(database, makeMigrations(t, { '0001_home_a.sql': '', '0001_home_b.sql': '' })),
    refusal(/same number/),
  );
});
