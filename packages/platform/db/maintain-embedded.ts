import type { DatabasePool } from './database-pool.ts';

/**
 * Vacuums and analyses table by table, so that requests pass in between, then shortens the write-ahead log: the
 * embedded engine has neither autovacuum nor a checkpointer. Daily is enough; hourly after a large import.
 */
export async function maintainEmbedded(pool: DatabasePool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(`
    select format('%I.%I', pg_namespace.nspname, pg_class.relname) as name
    from pg_class join pg_namespace on pg_namespace.oid = pg_class.relnamespace
    where pg_class.relkind in ('r', 'm') and pg_namespace.nspname not in ('pg_catalog', 'information_schema')
      and pg_namespace.nspname not like 'pg_toast%' and pg_class.relpersistence <> 't'`);
  for (const { name } of rows) {
    await pool.query(`vacuum (analyze) ${name}`).catch(ignoreMissing);
  }
  await pool.query('checkpoint');
}

// A table may be dropped between the list and its turn.
function ignoreMissing(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === '42P01') return;
  throw error;
}
