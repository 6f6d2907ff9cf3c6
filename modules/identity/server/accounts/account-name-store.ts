import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { IdentityTables } from '../tables.gen.ts';

/** What tells one account from another, and nothing that opens it. */
export type AccountCard = {
  accountId: string;
  displayName: string;
  role: string | null;
  /** The name of a role that was composed here. */
  roleName: LocalizedText | null;
  organisationId: string | null;
  isClosed: boolean;
};

/** The closed accounts of an organisation: what they looked after is nobody's. */
export async function listClosedAccounts(ctx: AnyCtx, organisationId: string): Promise<string[]> {
  const rows = await withTables<IdentityTables>(ctx)
    .db.selectFrom('identity.account')
    .select('account_id')
    .where('organisation_id', '=', organisationId)
    .where('disabled_at', 'is not', null)
    .execute();
  return rows.map((row) => row.account_id);
}

/** Every account by its name, closed ones too: for the account of who opened what. */
export async function listAccountCards(ctx: AnyCtx): Promise<AccountCard[]> {
  const rows = await withTables<IdentityTables>(ctx)
    .db.selectFrom('identity.account')
    .leftJoin('identity.role', 'identity.role.code', 'identity.account.role')
    .select(['account_id', 'display_name', 'role', 'identity.role.name', 'organisation_id', 'disabled_at'])
    .orderBy('display_name')
    .execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    displayName: row.display_name,
    role: row.role,
    roleName: row.name as LocalizedText | null,
    organisationId: row.organisation_id,
    isClosed: row.disabled_at !== null,
  }));
}
