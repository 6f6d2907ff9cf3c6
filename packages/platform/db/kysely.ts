import { createHash } from 'node:crypto';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type KyselyPlugin,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryId,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
} from 'kysely';
import type { DatabaseClient, DatabasePool, Queryable } from './database-pool.ts';

export interface KyselySettings {
  /** Prepare every statement under a name made of its text; single queries are taken out with `unnamedStatement`. */
  named?: boolean;
}

const wantedName = new WeakMap<QueryId, boolean>();

/** `db.withPlugin(namedStatement)`: this query is prepared once per connection (a five-way join ran three times as fast). */
export const namedStatement: KyselyPlugin = namingPlugin(true);

/** `db.withPlugin(unnamedStatement)`: planned anew each time, as the directory search must be. */
export const unnamedStatement: KyselyPlugin = namingPlugin(false);

/** Kysely over the pool: every statement, or every Kysely transaction, on a connection of its own. */
export function kyselyOf<Tables>(pool: DatabasePool, settings: KyselySettings = {}): Kysely<Tables> {
  return kyselyWith(new PoolDriver(pool, settings.named ?? false));
}

/** Kysely on one open connection, for the transaction that the platform began; it refuses to begin another. */
export function kyselyOn<Tables>(client: Queryable, settings: KyselySettings = {}): Kysely<Tables> {
  return kyselyWith(new ClientDriver(client, settings.named ?? false));
}

// Made once: a Kysely is made for every request.
const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();

function kyselyWith<Tables>(driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => adapter,
      createQueryCompiler: () => compiler,
      createIntrospector: (db) => new PostgresIntrospector(db),
    },
  });
}

class ClientConnection implements DatabaseConnection {
  readonly client: Queryable;
  readonly #named: boolean;

  constructor(client: Queryable, named: boolean) {
    this.client = client;
    this.#named = named;
  }

  async executeQuery<Row>({ sql, parameters, queryId }: CompiledQuery): Promise<QueryResult<Row>> {
    const isNamed = wantedName.get(queryId) ?? this.#named;
    const statement = { text: sql, values: parameters, ...(isNamed ? { name: statementName(sql) } : {}) };
    const { rows, rowCount, command } = await this.client.query<Row>(statement);
    if (rowCount === null || !['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command)) return { rows };
    return { rows, numAffectedRows: BigInt(rowCount) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Rows are not streamed through Kysely here: read pages by key instead.');
  }
}

/** Exactly the given connection; beginning and ending are the business of whoever opened it. */
class ClientDriver implements Driver {
  readonly #connection: ClientConnection;

  constructor(client: Queryable, named: boolean) {
    this.#connection = new ClientConnection(client, named);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {}

  beginTransaction(): Promise<void> {
    return refuseTransaction();
  }

  commitTransaction(): Promise<void> {
    return refuseTransaction();
  }

  rollbackTransaction(): Promise<void> {
    return refuseTransaction();
  }

  async destroy(): Promise<void> {}
}

class PoolDriver implements Driver {
  readonly #pool: DatabasePool;
  readonly #named: boolean;
  readonly #clients = new WeakMap<DatabaseConnection, DatabaseClient>();
  readonly #broken = new WeakSet<DatabaseConnection>();

  constructor(pool: DatabasePool, named: boolean) {
    this.#pool = pool;
    this.#named = named;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const client = await this.#pool.connect();
    const connection = new ClientConnection(client, this.#named);
    this.#clients.set(connection, client);
    return connection;
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#clients.get(connection)?.release(this.#broken.has(connection));
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: { isolationLevel?: string; accessMode?: string },
  ): Promise<void> {
    const { isolationLevel, accessMode } = settings;
    await this.#run(
      connection,
      `begin${isolationLevel ? ` isolation level ${isolationLevel}` : ''} ${accessMode ?? ''}`,
    );
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    if ((await this.#run(connection, 'commit')) !== 'ROLLBACK') return;
    throw new Error('The transaction was rolled back: a statement in it failed and its error was ignored.');
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#run(connection, 'rollback');
    } catch (error) {
      this.#broken.add(connection);
      throw error;
    }
  }

  // The pool belongs to the one who opened it.
  async destroy(): Promise<void> {}

  async #run(connection: DatabaseConnection, text: string): Promise<string | undefined> {
    return (await this.#clients.get(connection)?.query(text))?.command;
  }
}

async function refuseTransaction(): Promise<never> {
  throw new Error('This Kysely works inside a transaction that is already open; open another with inTransaction().');
}

const names = new Map<string, string>();
const MOST_NAMES = 1_000;

/** The same text has the same name on every connection; the map only saves hashing, so it is simply emptied when full. */
function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const name = `q_${createHash('sha256').update(sql).digest('base64url').slice(0, 22)}`;
  names.set(sql, name);
  return name;
}

function namingPlugin(named: boolean): KyselyPlugin {
  return {
    transformQuery({ queryId, node }): RootOperationNode {
      wantedName.set(queryId, named);
      return node;
    },
    transformResult: async ({ result }): Promise<QueryResult<UnknownRow>> => result,
  };
}
