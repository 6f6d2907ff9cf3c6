import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Account, AccountId } from '../../contract/index.ts';
import { permissionsOf } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

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
    isEnrolled: row.enrolled_at !== null,
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

/** The account that is signed in. Refuses `not_signed_in` where it is gone. */
export async function getOwn(ctx: Ctx<IdentityTables>): Promise<AccountRow> {
  return (await findAccount(ctx.db, ctx.actor.accountId ?? '')) ?? refuse('not_signed_in');
}

/** A colleague's account, as an administrator names it. Refuses `account_not_found`, `own_account`. */
export async function getOther(
  ctx: Ctx<IdentityTables>,
  accountId: string,
  { mayBeOwn = false } = {},
): Promise<AccountRow> {
  if (!mayBeOwn && accountId === ctx.actor.accountId) refuse('own_account');
  return (await findAccount(ctx.db, accountId)) ?? refuse('account_not_found');
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

/** How many open, enrolled administrators there are besides these accounts. */
export async function countAdministratorsBut(db: Db, accountIds: string[]): Promise<number> {
  const counted = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null)
    .where('enrolled_at', 'is not', null)
    .where('account_id', 'not in', accountIds)
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

export async function insertAccount(
  db: Db,
  account: Insertable<IdentityTables['identity.account']>,
): Promise<AccountRow> {
  return db.insertInto('identity.account').values(account).returningAll().executeTakeFirstOrThrow();
}

/** Closes an open account; undefined where it was closed already. */
export async function saveDisabled(db: Db, accountId: string, now: Date): Promise<AccountRow | undefined> {
  return db
    .updateTable('identity.account')
    .set({ disabled_at: now })
    .where('account_id', '=', accountId)
    .where('disabled_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** What opens an account has changed: its fields, in one statement. */
export async function saveCredentials(
  db: Db,
  accountId: string,
  changes: Partial<
    Pick<
      AccountRow,
      | 'password_hash'
      | 'totp_secret'
      | 'totp_pending'
      | 'totp_confirmed_at'
      | 'totp_last_step'
      | 'enrolled_at'
      | 'failed_tries'
    >
  >,
): Promise<void> {
  await db.updateTable('identity.account').set(changes).where('account_id', '=', accountId).execute();
}

/** Counts a try that failed, to be told to the owner. */
export async function noteFailedTry(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('identity.account')
    .set((eb) => ({ failed_tries: eb('failed_tries', '+', 1) }))
    .where('account_id', '=', accountId)
    .execute();
}

/** The tries that had failed since the owner last signed in; from now on they are counted anew. */
export async function takeFailedTries(db: Db, account: AccountRow): Promise<number> {
  if (account.failed_tries > 0) await saveCredentials(db, account.account_id, { failed_tries: 0 });
  return account.failed_tries;
}

/** Whether somebody of this organisation, with an account that is open, holds all of these permissions. */
export async function somebodyMay(
  anyCtx: AnyCtx,
  organisationId: string,
  permissions: readonly string[],
): Promise<boolean> {
  const rows = await withTables<IdentityTables>(anyCtx)
    .db.selectFrom('identity.account')
    .select('role')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where('disabled_at', 'is', null)
    .execute();
  return rows.some(({ role }) => permissions.every((one) => permissionsOf(role).has(one)));
}
