import type { Locale } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { rolesThat } from '../roles/role-store.ts';
import type { IdentityTables } from '../tables.gen.ts';

/** Where the owner of an account is written to, and in which language. */
export type AccountAddress = {
  accountId: string;
  displayName: string;
  email: string;
  locale: Locale;
  organisationId: string | null;
  isClosed: boolean;
};

/** For a message to a colleague, and for nothing that is shown. */
export async function findAccountAddress(ctx: AnyCtx, accountId: string): Promise<AccountAddress | undefined> {
  const row = await withTables<IdentityTables>(ctx)
    .db.selectFrom('identity.account')
    .select(['account_id', 'display_name', 'email', 'locale', 'organisation_id', 'disabled_at'])
    .where('account_id', '=', accountId)
    .where('kind', '=', 'person')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    accountId: row.account_id,
    displayName: row.display_name,
    email: row.email,
    locale: row.locale,
    organisationId: row.organisation_id,
    isClosed: row.disabled_at !== null,
  };
}

/** The open accounts whose role holds a permission, of one organisation where it is named: whom the region itself tells something. */
export async function listAccountsThatMay(ctx: AnyCtx, permission: string, organisationId?: string): Promise<string[]> {
  const { db } = withTables<IdentityTables>(ctx);
  const roles = await rolesThat(db, [permission]);
  if (roles.length === 0) return [];
  const rows = await db
    .selectFrom('identity.account')
    .select('account_id')
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .where('role', 'in', roles)
    .$if(organisationId !== undefined, (query) => query.where('organisation_id', '=', organisationId ?? null))
    .orderBy('account_id')
    .execute();
  return rows.map((row) => row.account_id);
}
