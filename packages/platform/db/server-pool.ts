import { Pool, type PoolClient } from 'pg';
import {
  type DatabaseClient,
  type DatabasePool,
  type Statement,
  type StatementResult,
  isRefusedStatement,
  queryOnce,
  toStatement,
} from './database-pool.ts';
import { DatabaseBusy } from './errors.ts';
import { keepStatement } from './prepared-statements.ts';
import { valueParsing } from './value-parsing.ts';

export interface ServerPoolSettings {
  url: string;
  poolSize: number;
  acquireTimeoutMs: number;
  statementTimeoutMs: number;
  idleHolderMs: number;
}

/** Connections to a PostgreSQL server. A statement or an idle transaction that takes too long is ended by the server. */
export class ServerPool implements DatabasePool {
  readonly #pool: Pool;
  readonly #acquireTimeoutMs: number;

  constructor(settings: ServerPoolSettings) {
    this.#acquireTimeoutMs = settings.acquireTimeoutMs;
    this.#pool = new Pool({
      connectionString: settings.url,
      max: settings.poolSize,
      connectionTimeoutMillis: settings.acquireTimeoutMs,
      types: valueParsing,
      application_name: 'qantara',
      keepAlive: true,
      onConnect: (client) => client.query(sessionSettings(settings)).then(() => undefined),
    });
    // An idle connection that the server closed (restart, failover); the pool opens another when one is needed.
    this.#pool.on('error', () => undefined);
  }

  async connect(): Promise<DatabaseClient> {
    try {
      return new ServerClient(await this.#pool.connect());
    } catch (error) {
      throw isTimeout(error) ? new DatabaseBusy(this.#acquireTimeoutMs, { cause: error }) : error;
    }
  }

  query<R>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<R>> {
    return queryOnce<R>(this, toStatement(statement, values));
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

class ServerClient implements DatabaseClient {
  readonly #client: PoolClient;
  readonly #onError = (error: Error): void => void (this.#failure ??= error);
  #failure: Error | undefined;
  #isReleased = false;

  constructor(client: PoolClient) {
    this.#client = client;
    // A connection lost between two statements raises an event; unheard, it would end the process.
    client.on('error', this.#onError);
  }

  async query<R>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<R>> {
    if (this.#isReleased) throw new Error('This connection was given back already.');
    const { text, values: given, name } = toStatement(statement, values);
    try {
      if (name !== undefined) await keepStatement(this.#client, name);
      const answer: unknown = await this.#client.query({
        text,
        ...(given ? { values: [...given] } : {}),
        ...(name === undefined ? {} : { name }),
      });
      // The row type is the caller's word about its own SQL, as with pg; of several statements we give the last.
      return (Array.isArray(answer) ? answer.at(-1) : answer) as StatementResult<R>;
    } catch (error) {
      if (!isRefusedStatement(error)) this.#failure ??= error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  }

  release(error?: Error | boolean): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#client.off('error', this.#onError);
    const isOpen = ['T', 'E'].includes(this.#client.getTransactionStatus() ?? '');
    this.#client.release(Boolean(error) || this.#failure !== undefined || isOpen);
  }
}

function sessionSettings({ statementTimeoutMs, idleHolderMs }: ServerPoolSettings): string {
  return `
    set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres';
    set statement_timeout = ${statementTimeoutMs}; set idle_in_transaction_session_timeout = ${idleHolderMs};
    set random_page_cost = 1.1; set jit = off`;
}

// The pool has no class or code for its own timeout, only this sentence.
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('timeout exceeded when trying to connect');
}
