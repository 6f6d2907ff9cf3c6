import type { DatabaseClient, DatabasePool, Statement, StatementResult } from './database-pool.ts';

/**
 * In whose name the database answers: the second wall, beneath permission, policy and filter (docs/decisions/0012). Somebody who
 * calls a route reads the rows about people that one of their circles reaches; the system, its jobs and subscribers, reads all.
 */
export type Standing =
  | {
      role: 'qantara_app';
      circles: readonly string[];
      /** What kinds of rows the reader may see of those whom a circle reaches: `class:violence`, `field:contact`. */
      marks?: readonly string[];
    }
  | { role: 'qantara_system' };

/** Roles of the database that have no login: whoever owns the tables takes one of them for each transaction. */
export const DATABASE_ROLES = ['qantara_app', 'qantara_system', 'qantara_reader'] as const;

/** The standing of jobs, subscribers and imports. */
export const AS_SYSTEM: Standing = { role: 'qantara_system' };

const IDENTIFIER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function circlesOf(standing: Standing): string {
  const circles = standing.role === 'qantara_app' ? standing.circles : [];
  const strange = circles.find((circle) => !IDENTIFIER.test(circle));
  if (strange !== undefined) throw new Error(`A circle is an identifier, not ${JSON.stringify(strange)}.`);
  return `{${circles.join(',')}}`;
}

const MARK = /^[a-z]+:[a-z_]+$/;

function marksOf(standing: Standing): string {
  const marks = standing.role === 'qantara_app' ? (standing.marks ?? []) : [];
  const strange = marks.find((mark) => !MARK.test(mark));
  if (strange !== undefined) throw new Error(`A mark is two words, not ${JSON.stringify(strange)}.`);
  return `{${marks.join(',')}}`;
}

/** The statement that takes a standing: until the transaction ends, or for as long as the connection is held. */
export function takeStanding(standing: Standing, until: 'transaction' | 'release'): string {
  const isLocal = until === 'transaction';
  // Circles and marks first: they are the word of the server, and the role that it takes afterwards has no more rights than they give.
  return `select set_config('qantara.circles', '${circlesOf(standing)}', ${isLocal}), set_config('qantara.marks', '${marksOf(standing)}', ${isLocal}), set_config('role', '${standing.role}', ${isLocal})`;
}

const LEAVE = `select set_config('role', 'none', false), set_config('qantara.circles', '', false), set_config('qantara.marks', '', false)`;

/** A connection that answers in somebody's name until it is given back. */
class StandingClient implements DatabaseClient {
  readonly #client: DatabaseClient;

  constructor(client: DatabaseClient) {
    this.#client = client;
  }

  query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<Row>> {
    return this.#client.query<Row>(statement, values);
  }

  /** Whoever gets the connection next must not stand where we stood: one that cannot be put back is thrown away. */
  release(error?: Error | boolean): void {
    if (error) {
      this.#client.release(error);
      return;
    }
    this.#client.query(LEAVE).then(
      () => this.#client.release(),
      () => this.#client.release(true),
    );
  }
}

/** The pool as somebody sees it: each connection taken from it answers in their name, and forgets that when given back. */
export function poolAs(pool: DatabasePool, standing: Standing): DatabasePool {
  const connect = async (): Promise<DatabaseClient> => {
    const client = await pool.connect();
    try {
      await client.query(takeStanding(standing, 'release'));
      return new StandingClient(client);
    } catch (error) {
      client.release(true);
      throw error;
    }
  };
  return {
    connect,
    async query<Row>(statement: string | Statement, values?: readonly unknown[]): Promise<StatementResult<Row>> {
      const client = await connect();
      try {
        const result = await client.query<Row>(statement, values);
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
    end: () => pool.end(),
  };
}
