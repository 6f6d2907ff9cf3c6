import { readText, filesUnder } from '../reading/tree.ts';
import { createRoles } from '../../packages/platform/db/grant-roles.ts';
import { openInMemory } from '../../packages/platform/db/embedded-engine.ts';

export type Column = {
  name: string;
  /** `uuid`, `text[]`, `timestamp with time zone`: as PostgreSQL writes it, without length and precision. */
  type: string;
  isNullable: boolean;
  hasDefault: boolean;
  isAlwaysGenerated: boolean;
  /** The values that a check allows, where it lists them. */
  choices: string[] | null;
  comment: string | null;
};

export type Table = { schema: string; name: string; isView: boolean; comment: string | null; columns: Column[] };

const OUTSIDE = '-- not in a transaction';

/** All tables and views after all migrations, in a database of this process. */
export async function readSchema(root: string): Promise<Table[]> {
  const { engine } = await openInMemory();
  await createRoles((statement) => engine.exec(statement));
  for (const file of filesUnder(root, 'db/migrations').filter((path) => path.endsWith('.sql'))) {
    const text = readText(root, file);
    const statements = text.startsWith(OUTSIDE) ? text.split(/\n\s*\n/) : [text];
    for (const statement of statements) {
      await engine.exec(statement).catch((error: unknown) => {
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      });
    }
  }
  const { rows } = await engine.query<ColumnRow>(COLUMNS);
  await engine.close();
  return tablesOf(rows);
}

type ColumnRow = {
  schema: string;
  table: string;
  is_view: boolean;
  table_comment: string | null;
  column: string;
  type: string;
  is_nullable: boolean;
  has_default: boolean;
  is_always: boolean;
  comment: string | null;
  checks: string[] | null;
};

// A view's column has no nullability of its own. It is taken to be filled where the column of that name that it is made
// from is, and no outer join may leave it empty.
const COLUMNS = `
  select n.nspname as schema, c.relname as table, c.relkind in ('v', 'm') as is_view,
    obj_description(c.oid, 'pg_class') as table_comment,
    a.attname as column, format_type(a.atttypid, null) as type,
    case when c.relkind in ('v', 'm')
      then pg_get_viewdef(c.oid) ~* '(left|right|full)( outer)? join' or not coalesce((
        select bool_and(base.attnotnull)
        from pg_rewrite r
        join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid and d.refclassid = 'pg_class'::regclass
        join pg_attribute base on base.attrelid = d.refobjid and base.attnum = d.refobjsubid
        where r.ev_class = c.oid and base.attname = a.attname and d.refobjid <> c.oid
      ), false)
      else not a.attnotnull
    end as is_nullable,
    a.atthasdef or a.attidentity <> '' as has_default,
    a.attidentity = 'a' or a.attgenerated <> '' as is_always,
    col_description(c.oid, a.attnum) as comment,
    (select array_agg(pg_get_constraintdef(k.oid)) from pg_constraint k
      where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
  order by n.nspname, c.relname, a.attnum`;

function tablesOf(rows: ColumnRow[]): Table[] {
  const byName = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`);
  return [...byName.values()].flatMap((columns) => {
    const [first] = columns;
    if (first === undefined) return [];
    const { schema, table, is_view, table_comment } = first;
    return [{ schema, name: table, isView: is_view, comment: table_comment, columns: columns.map(columnOf) }];
  });
}

function columnOf(row: ColumnRow): Column {
  return {
    name: row.column,
    type: row.type,
    isNullable: row.is_nullable,
    hasDefault: row.has_default,
    isAlwaysGenerated: row.is_always,
    choices: choicesOf(row.checks ?? []),
    comment: row.comment,
  };
}

// `CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text])))`, as PostgreSQL writes `status in ('draft', 'sent')`.
const LISTED = /^CHECK \(\(+\w+ = ANY \(\(?ARRAY\[((?:'(?:[^']|'')*'::[a-z ]+(?:, )?)+)\](?:\)?::text\[\])?\)\)+$/;

function choicesOf(checks: string[]): string[] | null {
  for (const check of checks) {
    const list = LISTED.exec(check)?.[1];
    if (list === undefined) continue;
    return [...list.matchAll(/'((?:[^']|'')*)'::/g)].map(([, choice = '']) => choice.replaceAll("''", "'"));
  }
  return null;
}
