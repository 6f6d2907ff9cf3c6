import { sql, type Kysely } from 'kysely';
import type { AnyCtx } from './context.ts';

/**
 * Work inside a command after whose fault the database is as before it, while the command itself may go on. The fault is thrown again. One
 * may stand in another.
 */
export async function allOrNothing<T>(ctx: Pick<AnyCtx, 'db'>, work: () => Promise<T>): Promise<T> {
  const db = ctx.db as Kysely<unknown>;
  await sql`savepoint all_or_nothing`.execute(db);
  try {
    const done = await work();
    await sql`release savepoint all_or_nothing`.execute(db);
    return done;
  } catch (fault) {
    await sql`rollback to savepoint all_or_nothing`.execute(db);
    await sql`release savepoint all_or_nothing`.execute(db);
    throw fault;
  }
}
