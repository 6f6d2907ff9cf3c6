import type { Database } from '@qantara/platform';

type Fields = Record<string, unknown>;
type Column = { name: string; type: string; check: string | null };

const FOREIGN = '0198f000-0000-7000-8000-00000000dead';
const LONG_AGO = '1999-01-02T03:04:05.000Z';

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** A value of the column's own type, so that whoever took it would write it: of a closed list the first or the last. */
function valueFor({ type, check }: Column, turn: 'first' | 'last'): unknown {
  const allowed = [...(check ?? '').matchAll(/'([^']+)'::text/g)].flatMap(([, word]) => word ?? []);
  const word = (turn === 'first' ? allowed[0] : allowed.at(-1)) ?? 'smuggled in';
  const known: Record<string, unknown> = {
    boolean: turn === 'first',
    uuid: FOREIGN,
    jsonb: { en: 'smuggled in' },
    'timestamp with time zone': LONG_AGO,
    date: LONG_AGO.slice(0, 10),
    ARRAY: [word],
  };
  return known[type] ?? (/int|numeric|double|real/.test(type) ? 77 : word);
}

/** Every column of every table of the product, as a field that nobody asked for, in both spellings; and what pollutes prototypes. */
export async function unaskedFields(database: Database, turn: 'first' | 'last'): Promise<Fields> {
  const { rows } = await database.pool.query<Column>(`
    select columns.column_name as name, min(columns.data_type) as type, min(pg_get_constraintdef(checks.oid)) as check
    from information_schema.columns
    left join pg_constraint as checks on checks.contype = 'c'
      and checks.conrelid = (quote_ident(columns.table_schema) || '.' || quote_ident(columns.table_name))::regclass
      and pg_get_constraintdef(checks.oid) like '%(' || columns.column_name || ' = ANY%'
    where columns.table_schema not in ('pg_catalog', 'information_schema', 'pgboss') group by 1 order by 1`);
  const fields = rows.flatMap((column) => {
    const value = valueFor(column, turn);
    return [...new Set([column.name, camel(column.name)])].map((name): [string, unknown] => [name, value]);
  });
  // Only what was parsed has `__proto__` as a field of its own.
  const polluting = JSON.parse(
    '{"__proto__":{"isRestricted":true,"role":"administrator"},"constructor":{"prototype":{"role":"administrator"}},"permissions":["circle:region"],"isAdmin":true}',
  ) as Fields;
  return Object.fromEntries([...Object.entries(polluting), ...fields]);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same input with these fields beside its own at every depth; `takes` tells which field this place asks for. */
export function withUnasked(input: Fields, fields: Fields, takes: (candidate: Fields) => boolean): Fields {
  const dressed = (value: unknown, place: (inner: unknown) => Fields): unknown => {
    if (Array.isArray(value)) return value.map((item, at) => dressed(item, (inner) => place(value.with(at, inner))));
    if (!isFields(value)) return value;
    const asked = (name: string, one: unknown): boolean => name in value || takes(place({ ...value, [name]: one }));
    const added = Object.entries(fields).filter(([name, one]) => name === '__proto__' || !asked(name, one));
    const own = Object.entries(value).map(([name, one]): [string, unknown] => [
      name,
      dressed(one, (inner) => place({ ...value, [name]: inner })),
    ]);
    return Object.fromEntries([...added, ...own]);
  };
  return dressed(input, (inner) => inner as Fields) as Fields;
}
