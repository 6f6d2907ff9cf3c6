import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseClient, type DatabasePool, errorCode, isRefusedStatement } from './database-pool.ts';
import { takeStanding, type Standing } from './standing.ts';

export interface TransactionSettings {
  /** Run the work again (at most three times more) after a serialization failure or deadlock; only for work without outside effects. */
  retry?: boolean;
  isolation?: 'read committed' | 'repeatable read' | 'serializable';
  readOnly?: boolean;
  /** In whose name; without one, that of whoever owns the tables: for migrations, backups and the queue of jobs. */
  standing?: Standing;
}

const MOST_RETRIES = 3;
const isWorthRetrying = (error: unknown): boolean => ['40001', '40P01'].includes(errorCode(error) ?? '');

/** Begins, works, commits on one connection; rolls back on any error. A connection that failed is thrown away. */
export async function inTransaction<T>(
  pool: DatabasePool,
  work: (client: DatabaseClient) => Promise<T>,
  settings: TransactionSettings = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(pool, work, settings);
    } catch (error) {
      if (!settings.retry || attempt > MOST_RETRIES || !isWorthRetrying(error)) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

async function runOnce<T>(
  pool: DatabasePool,
  work: (client: DatabaseClient) => Promise<T>,
  settings: TransactionSettings,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(beginStatement(settings));
    const value = await work(client);
    const { command } = await client.query('commit');
    // PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed and its error was swallowed.
    if (command === 'ROLLBACK')
      throw new Error('The transaction was rolled back: a statement in it failed and its error was ignored.');
    return value;
  } catch (error) {
    broken = await rollBack(client, error);
    throw error;
  } finally {
    client.release(broken);
  }
}

async function rollBack(client: DatabaseClient, reason: unknown): Promise<Error | undefined> {
  if (reason instanceof Error && errorCode(reason) !== undefined && !isRefusedStatement(reason)) return reason;
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function beginStatement({ isolation, readOnly, standing }: TransactionSettings): string {
  const begin = `begin${isolation ? ` isolation level ${isolation}` : ''}${readOnly ? ' read only' : ''}`;
  // In one message: a standing costs no round trip.
  return standing === undefined ? begin : `${begin}; ${takeStanding(standing, 'transaction')}`;
}
