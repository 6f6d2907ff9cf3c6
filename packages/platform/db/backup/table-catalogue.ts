import type { Queryable } from '../database-pool.ts';

export interface Column {
  name: string;
  type: string;
  isCollatable: boolean;
  /** Place in the primary key, from 1; 0 outside it. */
  keyPlace: number;
}

export interface Partition {
  name: string;
  bound: string;
}

export interface Table {
  /** `schema.table`, quoted where needed. */
  name: string;
  columns: Column[];
  partitions: Partition[];
}

export interface Sequence {
  name: string;
  value: string;
  isCalled: boolean;
}

interface ForeignKey {
  child: string;
  parent: string;
}

/**
 * Which schemas hold the region's data. Left out: `pgboss` (queued jobs are made again from the outbox and the
 * schedules; restoring them would send old mail twice) and PostgreSQL's own.
 */
const IS_OURS = `
  nspname not in ('pg_catalog', 'information_schema', 'pgboss') and nspname not like 'pg\\_toast%' and nspname not like 'pg\\_temp%'`;

const NAME = `format('%I.%I', nspname, relname)`;

const WITHOUT_EXTENSIONS = `not exists (select from pg_depend where pg_depend.classid = 'pg_class'::regclass
  and pg_depend.objid = pg_class.oid and pg_depend.deptype = 'e')`;

/** Every table of ours, parents before the tables that refer to them; partitions belong to their table. */
export async function listTables(client: Queryable): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select ${NAME} as name,
      coalesce((select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod),
          'isCollatable', attcollation <> 0, 'keyPlace', coalesce(array_position(conkey, attnum), 0)) order by attnum)
        from pg_attribute left join pg_constraint on conrelid = attrelid and contype = 'p'
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''), '[]') as columns,
      coalesce((select json_agg(json_build_object('name', format('%I.%I', child_space.nspname, child.relname),
          'bound', pg_get_expr(child.relpartbound, child.oid)) order by child.oid)
        from pg_inherits join pg_class as child on child.oid = inhrelid
        join pg_namespace as child_space on child_space.oid = child.relnamespace
        where inhparent = pg_class.oid and child.relispartition), '[]') as partitions
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and relpersistence <> 't' and ${IS_OURS} and ${WITHOUT_EXTENSIONS}
    order by ${NAME} collate "C"`);
  return parentsFirst(rows, await listForeignKeys(client));
}

/** The tables whose content a backup carries: all but the register of migrations, which migrate() writes. */
export async function listDataTables(client: Queryable): Promise<Table[]> {
  return (await listTables(client)).filter(
    ({ name }) => !['platform.migration', 'platform.unfinished_restore'].includes(name),
  );
}

/** Where every sequence of ours stands, those of identity columns too. */
export async function listSequences(client: Queryable): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select ${NAME} as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind = 'S' and ${IS_OURS} and ${WITHOUT_EXTENSIONS} order by 1`);
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from ${name}`,
    );
    if (state.rows[0]) sequences.push({ name, ...state.rows[0] });
  }
  return sequences;
}

async function listForeignKeys(client: Queryable): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select conrelid::regclass::text as child, confrelid::regclass::text as parent
    from pg_constraint where contype = 'f' and conparentid = 0 order by 1, 2`);
  return rows;
}

function parentsFirst(tables: Table[], keys: ForeignKey[]): Table[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const placed = new Set<Table>();
  const visit = (table: Table): void => {
    if (placed.has(table)) return;
    visiting.add(table);
    for (const { child, parent } of keys) {
      const above = byName.get(parent);
      if (child === table.name && above && !visiting.has(above)) visit(above);
    }
    placed.add(table);
  };
  const visiting = new Set<Table>();
  for (const table of tables) visit(table);
  return [...placed];
}
