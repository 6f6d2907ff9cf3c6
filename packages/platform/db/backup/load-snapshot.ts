import {
  type BackupHeader,
  RowDigest,
  type TableDigest,
  damaged,
  isRow,
  parseHeader,
  parseMark,
} from './backup-format.ts';
import type { Database, DatabaseClient } from '../database-pool.ts';
import { BackupRefused } from '../errors.ts';
import { liftGuards, restoreGuards } from './load-guards.ts';
import { migrate, readMigrations } from '../migrate.ts';
import { PLAIN_SESSION, digestTables, quote } from './read-snapshot.ts';
import { type Table, listDataTables, listTables } from './table-catalogue.ts';
import { inTransaction } from '../transaction.ts';

export interface Restored {
  header: BackupHeader;
  tables: TableDigest[];
}

const MOST_ROWS = 1_000;
const BATCH_CHARACTERS = 4_000_000;

/**
 * Fills an empty database from the lines of a backup: migrates to the backup's schema, loads everything in one
 * transaction, reads it back and compares every count and digest before it commits.
 */
export async function loadSnapshot(
  database: Database,
  batches: AsyncIterable<string[]>,
  folder: string,
): Promise<Restored> {
  const lines = batches[Symbol.asyncIterator]();
  try {
    const first = await lines.next();
    const header = parseHeader(first.done ? undefined : first.value[0]);
    await checkMigrations(header, folder);
    await claimEmpty(database);
    const upTo = header.migrations.at(-1)?.name;
    if (upTo !== undefined) await migrate(database, folder, { upTo, isRestoring: true });
    const rest = first.done ? [] : first.value.slice(1);
    const tables = await inTransaction(database.pool, (client) => load(client, header, after(rest, lines)));
    await refreshStatistics(database);
    return { header, tables };
  } finally {
    await lines.return?.();
  }
}

async function* after(first: string[], lines: AsyncIterator<string[]>): AsyncGenerator<string[]> {
  if (first.length > 0) yield first;
  for (let next = await lines.next(); !next.done; next = await lines.next()) yield next.value;
}

async function checkMigrations(header: BackupHeader, folder: string): Promise<void> {
  const files = await readMigrations(folder);
  header.migrations.forEach(({ name, sha256 }, place) => {
    if (files[place]?.name === name && files[place]?.sha256 === sha256) return;
    throw new BackupRefused(
      `This backup was written by Qantara ${header.productVersion} with the migration ${name}, which this version does not have in that form. ` +
        `Nothing was changed. Restore it with version ${header.productVersion} or a newer one.`,
    );
  });
}

// The table marks a restore that has begun: run again it may go on, while the server refuses to start on half of it.
async function claimEmpty(database: Database): Promise<void> {
  const found = await listTables(database.pool);
  const others = found.filter(({ name }) => name !== 'platform.migration');
  if (others.some(({ name }) => name === 'platform.unfinished_restore')) return;
  if (others.length > 0) {
    throw new BackupRefused(
      `The target database is not empty (it has ${others.length} tables, ${others[0]?.name} among them). Nothing was changed. ` +
        'Restore into a new database or an empty data folder, so that no data is ever overwritten.',
    );
  }
  await database.pool.query(
    'create schema if not exists platform; create table platform.unfinished_restore (begun_at timestamptz not null default now())',
  );
}

async function load(
  client: DatabaseClient,
  header: BackupHeader,
  batches: AsyncIterable<string[]>,
): Promise<TableDigest[]> {
  await client.query(PLAIN_SESSION);
  const tables = await listDataTables(client);
  checkTables(header, tables);
  await createPartitions(client, header);
  const guards = await liftGuards(client, tables);
  const names = tables.map(({ name }) => name).join(', ');
  // Rows that migrations put there are in the backup too, as they were when it was made.
  if (names) await client.query(`truncate ${names}`);
  const written = await loadRows(client, tables, batches);
  await client.query('set constraints all immediate');
  await setSequences(client, header);
  checkLoaded(written, await digestTables(client));
  await restoreGuards(client, guards);
  await client.query('drop table platform.unfinished_restore');
  return written;
}

function checkTables({ tables }: BackupHeader, found: Table[]): void {
  const describeAll = (list: { name: string; columns: string[] }[]): string =>
    JSON.stringify(list.map(({ name, columns }) => `${name} (${columns.toSorted().join(', ')})`).toSorted());
  if (
    describeAll(tables) ===
    describeAll(found.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })))
  )
    return;
  throw new BackupRefused(
    'The tables of the backup are not those of its migrations, so it would not fit. Nothing was restored. Was a table made by hand? Remove it and make another backup.',
  );
}

const QUALIFIED = /^(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)\.(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_$]*)$/;
const BOUND = /^(?:DEFAULT|FOR VALUES (?:FROM|IN|WITH) [^;]*)$/;

/** Partitions that a job made later, by month for example, are in no migration. */
async function createPartitions(client: DatabaseClient, header: BackupHeader): Promise<void> {
  for (const { name: table, partitions } of header.tables) {
    for (const { name, bound } of partitions) {
      if (!QUALIFIED.test(table) || !QUALIFIED.test(name) || !BOUND.test(bound))
        throw damaged(`the partition ${name} is not described properly`);
      await client.query(`create table if not exists ${name} partition of ${table} ${bound}`);
    }
  }
}

async function loadRows(
  client: DatabaseClient,
  tables: Table[],
  batches: AsyncIterable<string[]>,
): Promise<TableDigest[]> {
  const loader = new TableLoader(client, tables);
  for await (const batch of batches) {
    for (const line of batch) {
      if (isRow(line)) await loader.row(line);
      else await loader.mark(line);
    }
  }
  return loader.finish();
}

class TableLoader {
  readonly #client: DatabaseClient;
  readonly #tables: Map<string, Table>;
  readonly #done: TableDigest[] = [];
  #current: { table: Table; digest: RowDigest } | undefined;
  #pending: string[] = [];
  #characters = 0;
  #isComplete = false;

  constructor(client: DatabaseClient, tables: Table[]) {
    this.#client = client;
    this.#tables = new Map(tables.map((table) => [table.name, table]));
  }

  async row(line: string): Promise<void> {
    this.#pending.push(line);
    this.#characters += line.length;
    if (this.#pending.length >= MOST_ROWS || this.#characters >= BATCH_CHARACTERS) await this.#flush();
  }

  async mark(line: string): Promise<void> {
    const mark = parseMark(line);
    if ('complete' in mark) {
      this.#isComplete = true;
      return;
    }
    if ('table' in mark) {
      const table = this.#tables.get(mark.table);
      if (!table) throw damaged(`it has rows of ${mark.table}, which its header does not name`);
      this.#current = { table, digest: new RowDigest() };
      return;
    }
    await this.#flush();
    const digest = this.#current?.digest.finish(mark.end);
    if (digest?.sha256 !== mark.sha256 || digest.rows !== mark.rows)
      throw damaged(`the rows of ${mark.end} are not those that were written`);
    this.#done.push(digest);
    this.#current = undefined;
  }

  finish(): TableDigest[] {
    if (!this.#isComplete) throw damaged('its end is missing');
    return this.#done;
  }

  async #flush(): Promise<void> {
    if (this.#pending.length === 0) return;
    if (!this.#current) throw damaged('it has rows outside a table');
    const { table, digest } = this.#current;
    digest.add(this.#pending);
    const values = table.columns.map(({ type }, place) => `(source ->> ${place})::${type}`);
    await this.#client.query(
      `insert into ${table.name} (${table.columns.map(({ name }) => quote(name)).join(', ')}) overriding system value
       select ${values.join(', ')} from jsonb_array_elements($1::jsonb) as source`,
      [`[${this.#pending.join(',')}]`],
    );
    this.#pending = [];
    this.#characters = 0;
  }
}

async function setSequences(client: DatabaseClient, { sequences }: BackupHeader): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, isCalled]);
  }
}

function checkLoaded(written: TableDigest[], found: TableDigest[]): void {
  const different = findDifference(written, found);
  if (different === undefined) return;
  throw new BackupRefused(
    `After loading, the table ${different} is not what the backup holds. Everything was undone and the source is untouched. ` +
      'Please report this; it is a fault in Qantara.',
  );
}

/** The first table that has another count or other rows, if any. */
export function findDifference(written: TableDigest[], found: TableDigest[]): string | undefined {
  return written.find(({ name, rows, sha256 }) => {
    const other = found.find((digest) => digest.name === name);
    return other?.rows !== rows || other.sha256 !== sha256;
  })?.name;
}

async function refreshStatistics(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('set statement_timeout = 0; analyze');
  } finally {
    client.release(true);
  }
  await database.maintain();
}
