import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

type Db = Kysely<DirectoryTables>;
export type OwnTable = Exclude<keyof DirectoryTables & `directory.${string}`, `directory.published_${string}`>;
type Row = Record<string, unknown>;

const CHUNK = 1000;

function chunksOf<T>(items: T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, index) =>
    items.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** Writes many rows with one statement for a thousand: PostgreSQL reads them out of one JSON parameter. */
export async function insertRows(
  db: Db,
  table: OwnTable,
  given: { rows: Row[]; conflict?: RawBuilder<unknown>; returning?: string[] },
): Promise<Row[]> {
  const columns = Object.keys(given.rows[0] ?? {});
  const list = sql.join(columns.map((column) => sql.ref(column)));
  const returned: Row[] = [];
  for (const chunk of chunksOf(given.rows)) {
    const { rows } = await sql<Row>`insert into ${sql.table(table)} (${list})
      select ${list} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::jsonb)
      ${given.conflict ?? sql``}
      ${given.returning ? sql`returning ${sql.join(given.returning.map((column) => sql.ref(column)))}` : sql``}`.execute(
      db,
    );
    returned.push(...rows);
  }
  return returned;
}

/** `on conflict (…) do update`: every column that is given takes the new value, but those that stay as first written. */
export function updateOnConflict(target: string[], columns: string[], kept: string[]): RawBuilder<unknown> {
  const changed = columns.filter((column) => !target.includes(column) && !kept.includes(column));
  return sql`on conflict (${sql.join(target.map((column) => sql.ref(column)))}) do update set ${sql.join(
    changed.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`),
  )}`;
}

/** Takes out what belongs to these records, before it is written anew. */
export async function removeRowsOf(db: Db, table: OwnTable, of: { column: string; ids: string[] }): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${sql.ref(of.column)} = any(${of.ids}::uuid[])`.execute(db);
}
