import { endingOf, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';

type Given = Pick<Ctx<IdentityTables>, 'db' | 'now'>;

/** Keeps the digest of a code: the code itself is kept nowhere. */
export async function insertAccessCode(
  { db, now }: Given,
  code: { hash: Buffer; personId: string; expiresAt: Date },
): Promise<void> {
  await db
    .insertInto('identity.access_code')
    .values({ code_hash: code.hash, person_id: code.personId, created_at: now, expires_at: code.expiresAt })
    .execute();
}

/** Whose code this is, while it opens something. */
export async function findPersonOfCode({ db, now }: Given, hash: Buffer): Promise<string | undefined> {
  const found = await db
    .selectFrom('identity.access_code')
    .select('person_id')
    .where('code_hash', '=', hash)
    .where('expires_at', '>', now)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return found?.person_id;
}

/** Codes of residents that open nothing any more. */
export const oldAccessCodes = endingOf<IdentityTables>({
  table: 'identity.access_code',
  isOver: (before) => sql`least(expires_at, revoked_at) < ${before}`,
  isAboutPeople: true,
});
