import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Account, AccountId } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

type Db = Kysely<IdentityTables>;
/** An account with the name of its role, where that was composed here. */
export type AccountRow = Selectable<IdentityTables['identity.account']> & { role_name: unknown };

export function toAccount(row: AccountRow): Account {
  return {
    accountId: row.account_id as AccountId,
    email: row.email,
    displayName: row.display_name,
    role: row.role,
    roleName: row.role_name as LocalizedText | null,
    organisationId: row.organisation_id,
    areaId: row.area_id,
    locale: row.locale,
    isEnrolled: row.enrolled_at !== null,
    hasSecondFactor: row.totp_confirmed_at !== null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    isProgram: row.kind === 'program',
  };
}

function accounts(db: Db) {
  return db
    .selectFrom('identity.account')
    .leftJoin('identity.role', 'identity.role.code', 'identity.account.role')
    .selectAll('identity.account')
    .select('identity.role.name as role_name');
}

export async function findAccount(db: Db, accountId: string): Promise<AccountRow | undefined> {
  return accounts(db).where('account_id', '=', accountId).executeTakeFirst();
}

export async function findAccountByEmail(db: Db, email: string): Promise<AccountRow | undefined> {
  return accounts(db).where('email', '=', email).where('kind', '=', 'person').executeTakeFirst();
}

/** The account that is signed in. Refuses `not_signed_in` where it is gone. */
export async function getOwn(ctx: Ctx<IdentityTables>): Promise<AccountRow> {
  return (await findAccount(ctx.db, ctx.actor.accountId ?? '')) ?? refuse('not_signed_in');
}

/** A colleague's account, or a program's where that may be, as an administrator names it. Refuses `account_not_found`, `own_account`. */
export async function getOther(
  ctx: Ctx<IdentityTables>,
  accountId: string,
  { mayBeOwn = false, mayBeProgram = false } = {},
): Promise<AccountRow> {
  if (!mayBeOwn && accountId === ctx.actor.accountId) refuse('own_account');
  const row = await findAccount(ctx.db, accountId);
  return row === undefined || (row.kind === 'program' && !mayBeProgram) ? refuse('account_not_found') : row;
}

export async function hasAnyAccount(db: Db): Promise<boolean> {
  const found = await db.selectFrom('identity.account').select('account_id').limit(1).executeTakeFirst();
  return found !== undefined;
}

export async function listAccountRows(db: Db, page: number, perPage: number): Promise<AccountRow[]> {
  return accounts(db)
    .where('kind', '=', 'person')
    .orderBy('display_name')
    .orderBy('account_id')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute();
}

export async function countAccounts(db: Db): Promise<number> {
  const counted = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'person')
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

/** How many open accounts, taken by their owners, hold one of these roles, besides some. */
export async function countInRoles(db: Db, roles: string[], { but }: { but: string[] }): Promise<number> {
  const counted = await db
    .selectFrom('identity.account')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('role', 'in', ['', ...roles])
    .where('disabled_at', 'is', null)
    .where('enrolled_at', 'is not', null)
    .where('account_id', 'not in', but)
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}

export async function insertAccount(
  db: Db,
  account: Insertable<IdentityTables['identity.account']>,
): Promise<AccountRow> {
  await db.insertInto('identity.account').values(account).execute();
  return accounts(db).where('account_id', '=', account.account_id).executeTakeFirstOrThrow();
}

/** Closes an open account; undefined where it was closed already. */
export async function saveDisabled(db: Db, accountId: string, now: Date): Promise<AccountRow | undefined> {
  const closed = await db
    .updateTable('identity.account')
    .set({ disabled_at: now })
    .where('account_id', '=', accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return closed.numUpdatedRows > 0n ? findAccount(db, accountId) : undefined;
}

/** What an account may do from its next request on. */
export async function saveRoleOf(
  db: Db,
  accountId: string,
  { role, areaId }: { role: string; areaId: string | null },
): Promise<void> {
  await db.updateTable('identity.account').set({ role, area_id: areaId }).where('account_id', '=', accountId).execute();
}

/** An account without a role again: it opens nothing until somebody agrees to one. */
export async function clearRole(db: Db, accountId: string): Promise<void> {
  await db.updateTable('identity.account').set({ role: null }).where('account_id', '=', accountId).execute();
}

export type Holder = { accountId: string; role: string | null };

/** The open accounts, taken by their owners, that hold one of these roles: nobody else changes them until this transaction ends. */
export async function lockHolders(db: Db, roles: string[]): Promise<Holder[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['account_id', 'role'])
    .where('role', 'in', ['', ...roles])
    .where('disabled_at', 'is', null)
    .where('enrolled_at', 'is not', null)
    .orderBy('account_id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, role: row.role }));
}

/** Of these organisations, those with an open account in one of these roles. */
export async function listOrganisationsWith(
  db: Db,
  roles: readonly string[],
  organisationIds: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select('organisation_id')
    .distinct()
    .where('organisation_id', 'in', organisationIds)
    .where('disabled_at', 'is', null)
    .where('role', 'in', roles)
    .execute();
  return rows.flatMap(({ organisation_id: id }) => (id === null ? [] : [id]));
}

/** The open accounts of people in an organisation, in one of these roles, by name. */
export async function listColleagues(
  db: Db,
  organisationId: string,
  roles: readonly string[],
): Promise<{ accountId: string; displayName: string }[]> {
  const rows = await db
    .selectFrom('identity.account')
    .select(['account_id', 'display_name'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'person')
    .where('disabled_at', 'is', null)
    .where('role', 'in', roles)
    .orderBy('display_name')
    .orderBy('account_id')
    .execute();
  return rows.map((row) => ({ accountId: row.account_id, displayName: row.display_name }));
}

/** Whether there is such an area. */
export async function isArea(db: Db, areaId: string): Promise<boolean> {
  const found = await db
    .selectFrom('territory.published_area')
    .select('area_id')
    .where('area_id', '=', areaId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Whether there is such an organisation. */
export async function isOrganisation(db: Db, organisationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('organisations.published_organisation')
    .select('organisation_id')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst();
  return found !== undefined;
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
