import type { AccountId, Account } from '../contract/index.ts';
import type { Kysely, Selectable } from 'kysely';
import type { IdentityTables } from './tables.gen.ts';

type Db = Kysely<IdentityTables>;
export type AccountRow = Selectable<IdentityTables['identity.account']>;

export function toAccount(row: AccountRow): Account {
  return {
    accountId: row.account_id as AccountId,
    email: row.email,
    displayName: row.display_name,
    role: row.role,
    organisationId: row.organisation_id,
    locale: row.locale,
    hasSecondFactor: row.totp_confirmed_at !== null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
  };
}

export async function findAccount(db: Db, accountId: string): Promise<AccountRow | undefined> {
  return db.selectFrom('identity.account').selectAll().where('account_id', '=', accountId).executeTakeFirst();
}

export async function findAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  return db.selectFrom('identity.account').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function hasAnyAccount(db: Db): Promise<boolean> {
  const found = await db.selectFrom('identity.account').select('account_id').limit(1).executeTakeFirst();
  return found !== undefined;
}

export async function listAccountRows(db: Db, page: number, perPage: number): Promise<AccountRow[]> {
  return db
    .selectFrom('identity.account')
    .selectAll()
    .orderBy('display_name')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
}

export async function countAccounts(db: Db): Promise<number> {
  const counted = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}
