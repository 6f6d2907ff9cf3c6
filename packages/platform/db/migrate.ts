import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, DatabaseClient } from './database-pool.ts';
import { MigrationRefused } from './errors.ts';
import { createRoles, grantRoles } from './grant-roles.ts';

/** One migration as applied or as found in the folder. */
export interface Migration {
  name: string;
  sha256: string;
}

interface MigrationFile extends Migration {
  sql: string;
}

export interface MigrateOptions {
  /** The last file to apply. */
  upTo?: string;
  /** Only `restoreFrom` and `moveTo`: go on although the data is not there yet. */
  isRestoring?: boolean;
}

const FILE_NAME = /^(?<number>\d{4})_[a-z0-9]+(?:_[a-z0-9]+)+\.sql$/;
const LOCK = "hashtext('qantara'), hashtext('migrate')";
const OUTSIDE = '-- not in a transaction';

/**
 * Applies the folder's new migrations, in order, each in its own transaction; forward only. A file whose first line is
 * `-- not in a transaction` runs outside one, statement by statement (a blank line ends a statement), so each of its
 * statements must be safe to run again. `upTo` stops after that file.
 */
export async function migrate(
  database: Database,
  folder: string,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const files = await readMigrations(folder);
  const client = await database.pool.connect();
  try {
    await client.query("set statement_timeout = 0; set client_min_messages = 'warning'");
    await takeTurn(client);
    await createRoles((statement) => client.query(statement));
    const applied = await applyMissing(client, files, options);
    if (applied.length > 0) await grantRoles(client);
    await client.query(`select pg_advisory_unlock(${LOCK}); reset statement_timeout; reset client_min_messages`);
    return { applied };
  } finally {
    // Migrations may leave session settings behind, and the lock goes with the connection when one failed.
    client.release(true);
  }
}

/** The migrations of a folder in their order; refuses badly named files and two files with one number. */
export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  const numbers = new Map<string, string>();
  for (const name of names) {
    const number = FILE_NAME.exec(name)?.groups?.['number'];
    if (number === undefined)
      throw new MigrationRefused(
        `The migration ${name} is not named like 0042_referrals_add_outcome.sql. Nothing was applied. Rename it.`,
      );
    const other = numbers.get(number);
    if (other !== undefined)
      throw new MigrationRefused(
        `The migrations ${other} and ${name} have the same number. Nothing was applied. Give the newer one the next free number.`,
      );
    numbers.set(number, name);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await fs.readFile(join(folder, name), 'utf8');
      // Line ends differ with the checkout; the statements do not.
      return { name, sql, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') };
    }),
  );
}

/** What was applied to this database, in order; empty for a new one. */
export async function listApplied(client: Pick<DatabaseClient, 'query'>): Promise<Migration[]> {
  const { rows } = await client.query<{ found: string | null }>(
    `select to_regclass('platform.migration')::text as found`,
  );
  if (!rows[0]?.found) return [];
  return (await client.query<Migration>('select name, sha256 from platform.migration order by name collate "C"')).rows;
}

// Asked again and again, not waited for: a waiting statement holds a snapshot, and `create index concurrently` of the
// server that has the lock would wait for that snapshot for ever.
async function takeTurn(client: DatabaseClient): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`);
    if (rows[0]?.taken) return;
    await sleep(200);
  }
}

async function applyMissing(
  client: DatabaseClient,
  files: MigrationFile[],
  { upTo, isRestoring }: MigrateOptions,
): Promise<string[]> {
  await createRegister(client);
  if (!isRestoring) await refuseUnfinishedRestore(client);
  const applied = await listApplied(client);
  checkApplied(applied, files);
  const missing = files.slice(applied.length).filter(({ name }) => upTo === undefined || name <= upTo);
  for (const file of missing) await apply(client, file);
  return missing.map(({ name }) => name);
}

async function createRegister(client: DatabaseClient): Promise<void> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    comment on table platform.migration is 'Which files of db/migrations this database has; written by migrate() alone.'`);
}

async function refuseUnfinishedRestore(client: DatabaseClient): Promise<void> {
  const { rows } = await client.query<{ found: string | null }>(
    `select to_regclass('platform.unfinished_restore')::text as found`,
  );
  if (!rows[0]?.found) return;
  throw new MigrationRefused(
    'A restore or move into this database did not finish, so its data is not there. Nothing was changed. ' +
      'Run the restore or move again; it goes on from here.',
  );
}

function checkApplied(applied: Migration[], files: MigrationFile[]): void {
  applied.forEach(({ name, sha256 }, place) => {
    const file = files.find((candidate) => candidate.name === name);
    if (!file) {
      throw new MigrationRefused(
        `This database has had the migration ${name}, which this version of Qantara does not know. Nothing was changed. ` +
          'Start the version that wrote it or a newer one; to go back, restore the backup made before the upgrade.',
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationRefused(
        `The migration ${name} was changed after it was applied to this database. Nothing was changed now. ` +
          'Put the file back as it was (migrations are never edited), and write the change as a new migration.',
      );
    }
    const before = files[place];
    if (before !== file) {
      throw new MigrationRefused(
        `The migration ${before?.name} comes before ${name}, which was already applied. Nothing was changed. ` +
          'Give the new file a number after the last applied one.',
      );
    }
  });
}

async function apply(client: DatabaseClient, { name, sql, sha256 }: MigrationFile): Promise<void> {
  const record = { text: 'insert into platform.migration (name, sha256) values ($1, $2)', values: [name, sha256] };
  const isOutside = sql.trimStart().startsWith(OUTSIDE);
  try {
    if (isOutside) {
      for (const statement of sql.split(/;[ \t]*\r?\n\s*\r?\n/)) await client.query(statement);
      await client.query(record);
      return;
    }
    await client.query('begin');
    await client.query(sql);
    await client.query(record);
    const { command } = await client.query('commit');
    if (command === 'ROLLBACK') throw new Error('the file ended the transaction itself');
  } catch (error) {
    if (!isOutside) await client.query('rollback').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    const state = isOutside
      ? 'Its earlier statements may stand; it will be run again from its start'
      : 'It was undone; the migrations before it stand';
    throw new MigrationRefused(
      `The migration ${name} failed: ${reason}. ${state}. The data is safe. Correct the cause and start again.`,
      { cause: error },
    );
  }
}
