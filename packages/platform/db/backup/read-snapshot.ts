import { setTimeout as sleep } from 'node:timers/promises';
import { type BackupHeader, type BackupMark, FORMAT_VERSION, RowDigest, type TableDigest } from './backup-format.ts';
import {
  type Database,
  type DatabaseClient,
  type Queryable,
  errorCode,
  queryOnce,
  toStatement,
} from '../database-pool.ts';
import { BackupRefused, DatabaseBusy } from '../errors.ts';
import { listApplied } from '../migrate.ts';
import { productVersion } from './product-version.ts';
import { type Table, listDataTables, listSequences } from './table-catalogue.ts';
import { inTransaction } from '../transaction.ts';

/**
 * The same text for the same value on both engines, names with their schema, and an error instead of a silent gap
 * where a row security policy would hide rows.
 */
export const PLAIN_SESSION = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local search_path = pg_catalog;
  set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** About as much text as one fetch brings; a row larger than this comes alone. */
const BATCH_CHARACTERS = 2_000_000;
const MOST_ROWS = 2_000;

/** All lines of a backup, in batches, of one moment of the database; holds one batch in memory. */
export function readSnapshot(database: Database): AsyncGenerator<string[]> {
  return database.engine === 'embedded' ? readEmbedded(database) : readServer(database);
}

/** The digest of every table, as a backup made now would carry it. */
export async function digestTables(client: Queryable): Promise<TableDigest[]> {
  const digests: TableDigest[] = [];
  for (const table of await listDataTables(client)) {
    await client.query(`declare qantara_digest no scroll cursor for ${rowQuery(table)}`);
    const digest = new RowDigest();
    for await (const lines of fetchLines(client, 'qantara_digest')) digest.add(lines);
    await client.query('close qantara_digest');
    digests.push(digest.finish(table.name));
  }
  return digests;
}

async function* readServer({ pool, engine }: Database): AsyncGenerator<string[]> {
  const client = await pool.connect();
  let isWhole = false;
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(PLAIN_SESSION);
    const tables = await listDataTables(client);
    yield [JSON.stringify(await describe(client, engine, tables))];
    yield* readTables(tables, async function* (table) {
      await client.query(`declare qantara_backup no scroll cursor for ${rowQuery(table)}`).catch(explainHiddenRows);
      yield* fetchLines(client, 'qantara_backup');
      await client.query('close qantara_backup');
    });
    await client.query('commit');
    isWhole = true;
  } finally {
    client.release(!isWhole);
  }
}

/**
 * The embedded engine has one connection, so holding it for the whole backup would stop the region's work. Cursors
 * `with hold` take their rows at one moment (kept in temporary files); they are then read between other requests.
 */
async function* readEmbedded({ pool, engine }: Database): AsyncGenerator<string[]> {
  const { tables, header } = await inTransaction(
    pool,
    async (client) => {
      await client.query(PLAIN_SESSION);
      const found = await listDataTables(client);
      for (const [place, table] of found.entries()) {
        await client.query(`declare qantara_backup_${place} no scroll cursor with hold for ${rowQuery(table)}`);
      }
      return { tables: found, header: await describe(client, engine, found) };
    },
    { isolation: 'repeatable read' },
  );
  const patient: Queryable = {
    query: (statement, values) => whenFree(() => queryOnce(pool, toStatement(statement, values))),
  };
  try {
    yield [JSON.stringify(header)];
    yield* readTables(tables, (table) => fetchLines(patient, `qantara_backup_${tables.indexOf(table)}`));
  } finally {
    for (const place of tables.keys()) await patient.query(`close qantara_backup_${place}`).catch(() => undefined);
  }
}

async function* readTables(
  tables: Table[],
  read: (table: Table) => AsyncGenerator<string[]>,
): AsyncGenerator<string[]> {
  const mark = (value: BackupMark): string[] => [JSON.stringify(value)];
  let total = 0;
  for (const table of tables) {
    const digest = new RowDigest();
    yield mark({ table: table.name });
    for await (const lines of read(table)) {
      digest.add(lines);
      yield lines;
    }
    const { rows, sha256 } = digest.finish(table.name);
    total += rows;
    yield mark({ end: table.name, rows, sha256 });
  }
  yield mark({ complete: true, rows: total });
}

async function* fetchLines(client: Queryable, cursor: string): AsyncGenerator<string[]> {
  let wanted = 100;
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${wanted} from ${cursor}`).catch(explainLostCursor);
    if (rows.length === 0) return;
    const lines = rows.map(({ line }) => line);
    yield lines;
    const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
    wanted = Math.min(MOST_ROWS, Math.max(1, Math.floor(BATCH_CHARACTERS / mean)));
  }
}

/** Rows as JSON arrays of text, in an order that does not depend on the engine's collation. */
function rowQuery({ name, columns }: Table): string {
  const key = columns.filter(({ keyPlace }) => keyPlace > 0).toSorted((a, b) => a.keyPlace - b.keyPlace);
  const order = key.map((column) => `source.${quote(column.name)}${column.isCollatable ? ' collate "C"' : ''}`);
  const line = `array_to_json(array[${columns.map((column) => `source.${quote(column.name)}::text`).join(', ')}]::text[])::text`;
  return `select ${line} as line from ${name} as source order by ${order.join(', ') || `${line} collate "C"`}`;
}

/** A column's name as SQL. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function describe(client: DatabaseClient, engine: string, tables: Table[]): Promise<BackupHeader> {
  return {
    qantara: 'backup',
    formatVersion: FORMAT_VERSION,
    productVersion: await productVersion(),
    writtenAt: new Date().toISOString(),
    engine,
    migrations: await listApplied(client),
    tables: tables.map(({ name, columns, partitions }) => ({
      name,
      columns: columns.map((column) => column.name),
      partitions,
    })),
    sequences: await listSequences(client),
  };
}

async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseBusy) || attempt === 10) throw error;
      await sleep(500);
    }
  }
}

function explainHiddenRows(error: unknown): never {
  if (errorCode(error) !== '42501') throw error;
  throw new BackupRefused(
    'The database account may not see every row, so the backup would have gaps. No backup was written; the data is safe. ' +
      'Use the account that owns the tables, or give it BYPASSRLS.',
    { cause: error },
  );
}

function explainLostCursor(error: unknown): never {
  if (errorCode(error) !== '34000') throw error;
  throw new BackupRefused(
    'The backup was interrupted by a failed request. No backup was written; the data is safe. Run it again.',
    { cause: error },
  );
}
