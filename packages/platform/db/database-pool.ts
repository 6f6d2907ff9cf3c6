/** A statement; a `name` has it prepared once per connection. Leave search statements unnamed: their generic plan is 4 to 8 times slower. */
export interface Statement {
  text: string;
  values?: readonly unknown[] | undefined;
  name?: string | undefined;
}

export interface StatementResult<Row> {
  rows: Row[];
  rowCount: number | null;
  command: string;
  fields: { name: string; dataTypeID: number }[];
}

/** Accepts `query(text, values)` and `query({ text, values, name })`, as `pg` does. */
export interface Queryable {
  query<Row = Record<string, unknown>>(
    statement: string | Statement,
    values?: readonly unknown[],
  ): Promise<StatementResult<Row>>;
}

/** One connection, held until `release`; releasing with an error throws the connection away. */
export interface DatabaseClient extends Queryable {
  release(error?: Error | boolean): void;
}

/** The part of `pg.Pool` that Kysely and the platform use; both engines have it. */
export interface DatabasePool extends Queryable {
  connect(): Promise<DatabaseClient>;
  end(): Promise<void>;
}

export interface Database {
  engine: 'embedded' | 'postgres';
  pool: DatabasePool;
  close(): Promise<void>;
  /** Housekeeping for a quiet hour: see `maintainEmbedded`; a PostgreSQL server does its own. */
  maintain(): Promise<void>;
}

/** Both call forms of `query` as one statement. */
export function toStatement(statement: string | Statement, values?: readonly unknown[]): Statement {
  if (typeof statement !== 'string') return values ? { ...statement, values } : statement;
  return values ? { text: statement, values } : { text: statement };
}

/** Runs one statement on a connection of its own; a statement that PostgreSQL refused does not cost the connection. */
export async function queryOnce<Row>(pool: DatabasePool, statement: Statement): Promise<StatementResult<Row>> {
  const client = await pool.connect();
  try {
    const result = await client.query<Row>(statement);
    client.release();
    return result;
  } catch (error) {
    client.release(isRefusedStatement(error) ? undefined : true);
    throw error;
  }
}

/** True when the server answered with an error, so the connection itself is sound (SQLSTATE present, not class 08 or 57P). */
export function isRefusedStatement(error: unknown): boolean {
  const code = errorCode(error);
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('08') && !code.startsWith('57P');
}

/** The SQLSTATE (or Node error code) of an error, if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
