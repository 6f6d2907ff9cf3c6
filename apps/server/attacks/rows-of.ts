import type { Database } from '@qantara/platform';

/** What is another in every region by nature: identifiers, moments, digests, secrets. All else is what somebody decided. */
const OWN: readonly (readonly [RegExp, string])[] = [
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::\d\d)?)?/g, 'moment'],
  [/\\\\x[0-9a-f]+/g, 'bytes'],
  [/\b[0-9a-f]{8}\b/g, 'mark of an id'],
  [/[\w-]{22,}/g, 'secret'],
  [/"code": "[2-9A-Z]{8}"/g, 'code of a sheet'],
  [/"failed_tries": \d+/g, 'tries'],
  // Whether one more wrong secret is judged or has to wait is a matter of how long the calls before it took.
  [/"(?:account\.(?:sign_in|confirm|passkey)_|keyring\.|access_code\.)(?:failed|locked)"/g, 'a wrong secret'],
  [/"(?:stream|position|head|last_position)": \d+/g, 'place in the chain'],
];

/** Kept by the engine of the jobs and by the migrations; and counters of how often somebody tried. */
const NOT_OURS = /^(?:pgboss|pg_|information_schema)|^platform\.(?:migration|rate)$|^identity\.wait$/;

/** Every row of every table, without what is another in each region, in an order of its own. */
export async function rowsOf(database: Database): Promise<Record<string, string[]>> {
  const { rows: tables } = await database.pool.query<{ table: string }>(`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as table from information_schema.tables
    where table_type = 'BASE TABLE' order by 1`);
  const all: Record<string, string[]> = {};
  for (const { table } of tables) {
    if (NOT_OURS.test(table)) continue;
    const { rows } = await database.pool.query<{ row: string }>(
      `select to_jsonb(one)::text as row from ${table} as one`,
    );
    all[table] = rows
      .map(({ row }) => OWN.reduce((text, [pattern, word]) => text.replace(pattern, word), row))
      .toSorted((one, other) => (one < other ? -1 : 1));
  }
  return all;
}
