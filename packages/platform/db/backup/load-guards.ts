import type { DatabaseClient } from '../database-pool.ts';
import type { Table } from './table-catalogue.ts';

/** Statements that put back what was lifted, in order. */
export type Guards = readonly string[];

interface ForeignKey {
  tableName: string;
  constraint: string;
  isDeferrable: boolean;
}

/**
 * Before a load: our triggers are silenced (they already ran when the rows were first written), forced row security is
 * lifted for the owner, and foreign keys are checked at the end, because a row may refer to a later one. No constraint
 * is left unchecked. Everything is part of the load's transaction.
 */
export async function liftGuards(client: DatabaseClient, tables: Table[]): Promise<Guards> {
  const guards: string[] = [];
  const names = tables.map(({ name }) => name);
  for (const { tableName, constraint, isDeferrable } of await listForeignKeys(client, names)) {
    await client.query(`alter table ${tableName} alter constraint ${constraint} deferrable initially deferred`);
    guards.push(
      `alter table ${tableName} alter constraint ${constraint} ${isDeferrable ? 'deferrable initially immediate' : 'not deferrable'}`,
    );
  }
  for (const { tableName, trigger, mode } of await listTriggers(client, names)) {
    await client.query(`alter table ${tableName} disable trigger ${trigger}`);
    guards.push(`alter table ${tableName} enable ${mode}trigger ${trigger}`);
  }
  for (const tableName of await listForced(client, names)) {
    await client.query(`alter table ${tableName} no force row level security`);
    guards.push(`alter table ${tableName} force row level security`);
  }
  return guards;
}

/** Puts every guard back as it was. */
export async function restoreGuards(client: DatabaseClient, guards: Guards): Promise<void> {
  for (const guard of guards) await client.query(guard);
}

async function listForeignKeys(client: DatabaseClient, names: string[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "tableName", quote_ident(conname) as "constraint", condeferrable as "isDeferrable"
     from pg_constraint where contype = 'f' and conparentid = 0 and not condeferred and conrelid::regclass::text = any($1)`,
    [names],
  );
  return rows;
}

async function listTriggers(
  client: DatabaseClient,
  names: string[],
): Promise<{ tableName: string; trigger: string; mode: string }[]> {
  const { rows } = await client.query<{ tableName: string; trigger: string; mode: string }>(
    `select tgrelid::regclass::text as "tableName", quote_ident(tgname) as trigger,
       case tgenabled when 'R' then 'replica ' when 'A' then 'always ' else '' end as mode
     from pg_trigger where not tgisinternal and tgparentid = 0 and tgenabled <> 'D' and tgrelid::regclass::text = any($1)`,
    [names],
  );
  return rows;
}

async function listForced(client: DatabaseClient, names: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select pg_class.oid::regclass::text as name from pg_class where relforcerowsecurity and pg_class.oid::regclass::text = any($1)',
    [names],
  );
  return rows.map(({ name }) => name);
}
