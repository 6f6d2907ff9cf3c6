import type { DatabaseClient } from './database-pool.ts';
import { DATABASE_ROLES } from './standing.ts';

/**
 * Roles belong to the whole server, so another of its databases may have made them, or may make them at this moment. Who is no
 * superuser must be a member of a role to take it.
 */
const createRole = (role: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin noinherit; end if;
    if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;
  exception when duplicate_object or unique_violation then null; end $$`;

/** Makes the roles that policies name. Refuses with the server's own error where the account may not make roles. */
export async function createRoles(run: (statement: string) => Promise<unknown>): Promise<void> {
  for (const role of DATABASE_ROLES) await run(createRole(role));
}

/**
 * What the roles may do in the tables that are there now: rows, never shapes. The history and the record of openings are written
 * and read, not changed; a reader has what the modules publish, in which nobody is named.
 */
const GRANT = `
  do $$ declare room record; view record; begin
    for room in select nspname from pg_namespace
      where nspname not like 'pg\\_%' and nspname not in ('information_schema', 'public', 'pgboss')
    loop
      execute format('grant usage on schema %I to qantara_app, qantara_system, qantara_reader', room.nspname);
      execute format('grant select, insert, update, delete on all tables in schema %I to qantara_app, qantara_system', room.nspname);
      execute format('grant usage on all sequences in schema %I to qantara_app, qantara_system', room.nspname);
    end loop;
    for view in select schemaname, viewname from pg_views where viewname like 'published\\_%' loop
      execute format('grant select on %I.%I to qantara_reader', view.schemaname, view.viewname);
    end loop;
    revoke insert, update, delete on platform.migration from qantara_app, qantara_system;
    if to_regclass('platform.event') is not null then
      revoke update, delete on platform.event, platform.access_entry from qantara_app, qantara_system;
    end if;
  end $$`;

/** Gives the roles their rights in every schema of the product; after each change of the tables. */
export async function grantRoles(client: DatabaseClient): Promise<void> {
  await client.query(GRANT);
}
