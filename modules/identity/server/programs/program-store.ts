import { refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { Program, ProgramId } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { keyCardsOf, type KeptKey } from './read-keys.ts';

type Db = Kysely<IdentityTables>;

function programs(db: Db) {
  return db
    .selectFrom('identity.program as program')
    .innerJoin('identity.account as account', 'account.account_id', 'program.account_id')
    .leftJoin('identity.role as role', 'role.code', 'account.role')
    .select([
      'program.account_id',
      'program.contact',
      'program.scopes',
      'program.keys',
      'program.keys_address',
      'program.created_at',
      'account.display_name',
      'account.organisation_id',
      'account.role',
      'account.disabled_at',
      'role.name as role_name',
    ])
    .select(
      sql<Date | null>`(select max(token.created_at) from identity.program_token as token
        where token.account_id = program.account_id)`.as('last_seen_at'),
    );
}

export type ProgramRow = Awaited<ReturnType<ReturnType<typeof programs>['executeTakeFirstOrThrow']>>;

/** The keys that a program gave us; none where it publishes them itself. */
export function keptKeysOf(row: Pick<ProgramRow, 'keys'>): KeptKey[] {
  return (row.keys ?? []) as KeptKey[];
}

export async function toProgram(row: ProgramRow): Promise<Program> {
  return {
    programId: row.account_id as ProgramId,
    name: row.display_name,
    organisationId: row.organisation_id ?? '',
    role: row.role,
    roleName: row.role_name as LocalizedText | null,
    contact: row.contact,
    scopes: row.scopes,
    keys: await keyCardsOf(keptKeysOf(row)),
    keysAddress: row.keys_address,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    closedAt: row.disabled_at?.toISOString() ?? null,
  };
}

export async function listProgramRows(db: Db): Promise<ProgramRow[]> {
  return programs(db).orderBy('account.display_name').orderBy('program.account_id').execute();
}

export async function findProgramRow(db: Db, programId: string): Promise<ProgramRow | undefined> {
  return programs(db).where('program.account_id', '=', programId).executeTakeFirst();
}

/** A program that is not closed. Refuses `program_not_found`, `account_already_disabled`. */
export async function getOpenProgram({ db }: Pick<Ctx<IdentityTables>, 'db'>, programId: string): Promise<ProgramRow> {
  const row = (await findProgramRow(db, programId)) ?? refuse('program_not_found');
  if (row.disabled_at !== null) refuse('account_already_disabled');
  return row;
}

type Proof = { keys: KeptKey[] | null; keysAddress: string | null };

export async function insertProgram(
  { db, now }: Ctx<IdentityTables>,
  program: Proof & { accountId: string; contact: string; scopes: readonly string[] },
): Promise<void> {
  const { accountId, contact, scopes, keys, keysAddress } = program;
  await db
    .insertInto('identity.program')
    .values({
      account_id: accountId,
      contact,
      scopes: [...scopes],
      keys: keys === null ? null : JSON.stringify(keys),
      keys_address: keysAddress,
      created_at: now,
    })
    .execute();
}

/** What proves a program from now on; the tokens that it has end, for they were given to whoever had the former key. */
export async function saveProof(db: Db, programId: string, { keys, keysAddress }: Proof): Promise<void> {
  await db
    .updateTable('identity.program')
    .set({ keys: keys === null ? null : JSON.stringify(keys), keys_address: keysAddress })
    .where('account_id', '=', programId)
    .execute();
  await endTokens(db, programId);
}

export async function saveScopes(db: Db, programId: string, scopes: readonly string[]): Promise<void> {
  await db
    .updateTable('identity.program')
    .set({ scopes: [...scopes] })
    .where('account_id', '=', programId)
    .execute();
  await endTokens(db, programId);
}

async function endTokens(db: Db, programId: string): Promise<void> {
  await db.deleteFrom('identity.program_token').where('account_id', '=', programId).execute();
}

/** Notes that an assertion was used; false where it was before. */
export async function useAssertion(db: Db, hash: Buffer, expiresAt: Date): Promise<boolean> {
  const noted = await db
    .insertInto('identity.program_assertion')
    .values({ assertion_hash: hash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (noted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertToken(
  { db, now }: Ctx<IdentityTables>,
  token: { hash: Buffer; programId: string; scopes: readonly string[]; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('identity.program_token')
    .values({
      token_hash: token.hash,
      account_id: token.programId,
      scopes: [...token.scopes],
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Tokens that ended a day ago, but for the last of each program: by it is known when it was here. And assertions nobody could use. */
export async function removeSpent({ db, now }: Ctx<IdentityTables>): Promise<void> {
  const ended = new Date(now.getTime() - 24 * 3600_000);
  await sql`
    delete from identity.program_token as token where token.expires_at < ${ended} and exists (
      select from identity.program_token as later
      where later.account_id = token.account_id and later.created_at > token.created_at)`.execute(db);
  await db.deleteFrom('identity.program_assertion').where('expires_at', '<', now).execute();
}
