import { randomBytes } from 'node:crypto';
import type { Ctx } from '@qantara/platform';
import { accessCodeFrom, readAccessCode } from '../../domain/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

const HOW_MANY = 10;
const LENGTH = 12;

type Given = Pick<Ctx<IdentityTables>, 'db' | 'now' | 'vault'>;

function digest({ vault }: Given, accountId: string, code: string): Buffer {
  return vault.digest('recovery code', `${accountId} ${readAccessCode(code)}`);
}

/** Whether what was typed has the length of a recovery code rather than of a telephone's code. */
export function looksLikeRecoveryCode(typed: string): boolean {
  return readAccessCode(typed).length === LENGTH;
}

/** Ten new codes in place of all that were; only their digests are kept. */
export async function saveRecoveryCodes(given: Given, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: HOW_MANY }, () => accessCodeFrom(randomBytes(LENGTH)));
  await removeRecoveryCodes(given, accountId);
  await given.db
    .insertInto('identity.recovery_code')
    .values(
      codes.map((code) => ({
        code_hash: digest(given, accountId, code),
        account_id: accountId,
        created_at: given.now,
      })),
    )
    .execute();
  return codes;
}

export async function removeRecoveryCodes({ db }: Given, accountId: string): Promise<void> {
  await db.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute();
}

/** Uses a code up; false where it is none of this account's, or was used before. */
export async function takeRecoveryCode(given: Given, accountId: string, code: string): Promise<boolean> {
  const used = await given.db
    .updateTable('identity.recovery_code')
    .set({ used_at: given.now })
    .where('code_hash', '=', digest(given, accountId, code))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

export async function countRecoveryCodes({ db }: Pick<Given, 'db'>, accountId: string): Promise<number> {
  const counted = await db
    .selectFrom('identity.recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(counted.count);
}
