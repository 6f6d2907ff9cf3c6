import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { embeddedDatabase, openDatabase } from './database.ts';
import type { Database } from './database-pool.ts';
import { openInMemory } from './embedded-engine.ts';
import { TESTED_PGLITE_VERSION } from './durable-file-system.ts';
import { migrate, readMigrations } from './migrate.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../.cache', import.meta.url));

/** The server that the tests run on; undefined where they run embedded. */
export const TEST_SERVER = process.env['QANTARA_TEST_DATABASE_URL'];

/** For tests of what only a server does: two sessions at once, a process that is killed. */
export const needsServer = { skip: TEST_SERVER ? false : 'QANTARA_TEST_DATABASE_URL is not set' };

/**
 * A migrated, otherwise empty database for one test file, gone when closed: in this process's memory from one cached
 * snapshot, or, when QANTARA_TEST_DATABASE_URL names a server (and an account that may create databases), a copy of a
 * template there.
 */
export function openTestDatabase(): Promise<Database> {
  return TEST_SERVER ? openCopyOnServer(TEST_SERVER) : openSnapshot();
}

/** Until somebody in this database waits for what somebody else holds; only on a server, as the embedded one has one session. */
export async function untilSomebodyWaits({ pool }: Database): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
    await wait(50);
  }
  throw new Error('nobody waits');
}

async function openSnapshot(): Promise<Database> {
  const file = `${CACHE}/test-database-${await fingerprint()}.tar`;
  const snapshot = (await readIfThere(file)) ?? (await makeSnapshot(file));
  const { session } = await openInMemory(new Blob([snapshot]));
  return embeddedDatabase(session, {}, () => undefined);
}

/** Several test processes may make it at once; each writes its own draft, and the rename of equal files is harmless. */
async function makeSnapshot(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const { session, engine } = await openInMemory();
  const database = embeddedDatabase(session, {}, () => undefined);
  await migrate(database, MIGRATIONS);
  await database.maintain();
  // Unpacked it is ten times larger and loads twice as fast.
  const snapshot = new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer());
  await database.close();
  await fs.mkdir(CACHE, { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await fs.writeFile(draft, snapshot);
  await fs.rename(draft, file);
  await removeOlder(file);
  return snapshot;
}

// Each is 40 MB; those of earlier migrations are not used again.
async function removeOlder(file: string): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await fs.readdir(CACHE)) {
    const path = `${CACHE}/${name}`;
    if (!name.startsWith('test-database-') || path === file) continue;
    const stat = await fs.stat(path).catch(() => undefined);
    if (stat && stat.mtimeMs < hourAgo) await fs.rm(path, { force: true });
  }
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await fs.readFile(file));
  } catch {
    return undefined;
  }
}

async function fingerprint(): Promise<string> {
  const files = await readMigrations(MIGRATIONS);
  const text = JSON.stringify([TESTED_PGLITE_VERSION, files.map(({ name, sha256 }) => [name, sha256])]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

async function openCopyOnServer(url: string): Promise<Database> {
  const template = `qantara_template_${await fingerprint()}`;
  const name = `qantara_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('qantara'), hashtext('test template'))");
    await makeTemplate(client, url, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const database = await openDatabase({ url: withDatabase(url, name), dataFolder: '' });
  const close = async (): Promise<void> => {
    await database.close();
    await onServer(url, async (client) => void (await client.query(`drop database if exists ${name} with (force)`)));
  };
  return { ...database, close };
}

async function makeTemplate(client: Client, url: string, template: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  const draft = `${template}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const database = await openDatabase({ url: withDatabase(url, draft), dataFolder: '' });
  await migrate(database, MIGRATIONS).finally(() => database.close());
  await client.query(`alter database ${draft} rename to ${template}`);
}

async function onServer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
