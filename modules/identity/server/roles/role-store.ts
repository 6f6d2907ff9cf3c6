import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import { RoleTemplate, type RoleCard, type RoleProposal } from '../../contract/index.ts';
import { ownPermissions, permissionsHeld, type KeptRole } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
export type RoleRow = Selectable<IdentityTables['identity.role']>;

/** A role as the rules read it. */
export function keptRole(row: Pick<RoleRow, 'code' | 'permissions' | 'retired_at'>): KeptRole {
  return { code: row.code, permissions: row.permissions, isRetired: row.retired_at !== null };
}

export function toRoleCard(row: RoleRow, holders: number): RoleCard {
  return {
    role: row.code,
    name: row.name as LocalizedText | null,
    description: row.description as LocalizedText | null,
    isShipped: row.is_shipped,
    template: row.template === null ? null : RoleTemplate.parse(row.template),
    version: row.version,
    isRetired: row.retired_at !== null,
    holders,
    permissions: [...ownPermissions(keptRole(row))],
  };
}

export async function findRole(db: Db, code: string): Promise<RoleRow | undefined> {
  return db.selectFrom('identity.role').selectAll().where('code', '=', code).executeTakeFirst();
}

/** A role that may be given. Refuses `role_not_found`, `role_retired`. */
export async function getLivingRole(db: Db, code: string): Promise<RoleRow> {
  const row = (await findRole(db, code)) ?? refuse('role_not_found');
  if (row.retired_at !== null) refuse('role_retired');
  return row;
}

/** A role that a region may change: one that it composed itself. Refuses `role_locked` too. */
export async function getOwnRole(db: Db, code: string): Promise<RoleRow> {
  const row = await getLivingRole(db, code);
  if (row.is_shipped) refuse('role_locked');
  return row;
}

/** Shipped roles first, then those of the region in the order in which they were made; retired ones last. */
export async function listRoleRows(db: Db): Promise<RoleRow[]> {
  const rows = await db.selectFrom('identity.role').selectAll().orderBy('created_at').orderBy('code').execute();
  const rank = ({ code, is_shipped, retired_at }: RoleRow): number => {
    if (retired_at !== null) return 1000;
    return is_shipped ? RoleTemplate.options.findIndex((template) => template === code) : 100;
  };
  return rows.toSorted((one, other) => rank(one) - rank(other));
}

/** How many open accounts hold each role. */
export async function countHolders(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['role', sql<number>`count(*)::int`.as('holders')])
    .where('disabled_at', 'is', null)
    .where('role', 'is not', null)
    .groupBy('role')
    .execute();
  return new Map(rows.map(({ role, holders }) => [role ?? '', Number(holders)]));
}

/** The codes of the roles that may do all of this now. */
export async function rolesThat(db: Db, permissions: readonly string[]): Promise<string[]> {
  const rows = await listRoleRows(db);
  const mayAll = (row: RoleRow): boolean => {
    const held = permissionsHeld(keptRole(row));
    return permissions.every((permission) => held.has(permission));
  };
  return rows.filter(mayAll).map(({ code }) => code);
}

/** Keeps a role that was agreed to. */
export async function insertRole(
  { db, now }: Pick<Ctx<IdentityTables>, 'db' | 'now'>,
  code: string,
  { template, name, description, permissions }: RoleProposal,
): Promise<void> {
  await db
    .insertInto('identity.role')
    .values({
      code,
      is_shipped: false,
      template,
      name: JSON.stringify(name),
      description: JSON.stringify(description),
      permissions,
      created_at: now,
    })
    .execute();
}

/** Its next version, if it is still the one that was read; false where it is not. */
export async function saveNextVersion(
  db: Db,
  of: { code: string; version: number },
  { name, description, permissions }: Omit<RoleProposal, 'template'>,
): Promise<boolean> {
  const saved = await db
    .updateTable('identity.role')
    .set({
      name: JSON.stringify(name),
      description: JSON.stringify(description),
      permissions,
      version: of.version + 1,
    })
    .where('code', '=', of.code)
    .where('version', '=', of.version)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** Retires a role that no open account holds; false where one does. */
export async function saveRetired(
  { db, now }: Pick<Ctx<IdentityTables>, 'db' | 'now'>,
  code: string,
): Promise<boolean> {
  const retired = await db
    .updateTable('identity.role')
    .set({ retired_at: now })
    .where('code', '=', code)
    .where('retired_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('identity.account')
            .select('account_id')
            .where('role', '=', code)
            .where('disabled_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return retired.numUpdatedRows > 0n;
}
