import type { DurableFileSystem } from './durable-file-system.ts';
import { Client } from 'pg';
import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Statement, StatementResult } from './database-pool.ts';
import { keepStatement } from './prepared-statements.ts';
import { valueParsing } from './value-parsing.ts';

export type Row = Record<string, unknown>;

/** What one statement brought back; `isOpen` says that the session now stands in a transaction. */
export interface SessionReply {
  result: StatementResult<Row>;
  isOpen: boolean;
}

/** The one session an embedded database has, wherever it runs: in this thread or in a worker. */
export interface EmbeddedSession {
  run(statement: Statement): Promise<SessionReply>;
  /** Ends whatever the last user left open, and forgets its session settings and prepared statements. */
  reset(): Promise<void>;
  syncCount(): Promise<number>;
  close(): Promise<void>;
  /** Stops at once without writing anything more. */
  abandon(): Promise<void>;
}

/** A session through PGlite's node-postgres adapter, so values are read exactly as from a server. */
export async function openSession(engine: PGlite, files?: DurableFileSystem): Promise<EmbeddedSession> {
  let client = await connect(engine);
  return {
    async run(statement) {
      if (statement.name !== undefined) await keepStatement(client, statement.name);
      const result = await runWith(client, statement);
      return { result, isOpen: isOpen(client) };
    },
    async reset() {
      const previous = client;
      await previous.query('rollback').catch(() => undefined);
      await previous.query('discard all');
      client = await connect(engine);
    },
    syncCount: async () => files?.syncs ?? 0,
    async close() {
      await client.query('rollback').catch(() => undefined);
      await client.query('checkpoint').catch(() => undefined);
      await engine.close();
    },
    abandon: async () => undefined,
  };
}

async function connect(engine: PGlite): Promise<Client> {
  const client = new Client(Object.assign(createPgConfig(engine), { types: valueParsing }));
  client.on('error', () => undefined); // The statement under way is told; without a listener the process would end.
  await client.connect();
  await client.query("set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'");
  return client;
}

async function runWith(client: Client, { text, values, name }: Statement): Promise<StatementResult<Row>> {
  const answer: unknown = await client.query({
    text,
    ...(values ? { values: [...values] } : {}),
    ...(name === undefined ? {} : { name }),
  });
  // Several statements in one text answer with an array; like psql we give the last one.
  return plainResult(Array.isArray(answer) ? answer.at(-1) : answer);
}

function plainResult(answer: StatementResult<Row>): StatementResult<Row> {
  const { rows, rowCount, command } = answer;
  return { rows, rowCount, command, fields: answer.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })) };
}

function isOpen(client: Client): boolean {
  const status = client.getTransactionStatus();
  return status === 'T' || status === 'E';
}
