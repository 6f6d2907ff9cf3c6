import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { Account, EnrolmentLink, EnrolmentPurpose } from '../../contract/index.ts';
import { newSecret } from '../sign-in/second-factor.ts';
import type { IdentityTables } from '../tables.gen.ts';

export type EnrolmentRow = Selectable<IdentityTables['identity.enrolment']>;

/** A week for a colleague who comes for the first time, a day for one whose account is being given back. */
const HOURS: Record<EnrolmentPurpose, number> = { invitation: 168, recovery: 24 };

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The links of an account that were not used open nothing any more. */
export async function revokeLinks({ db, now }: Ctx<IdentityTables>, accountId: string): Promise<void> {
  await db
    .updateTable('identity.enrolment')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Makes the one link that opens an account to its owner. Its token is kept nowhere; older links open nothing. */
export async function issueLink(
  ctx: Ctx<IdentityTables>,
  account: Pick<Account, 'accountId' | 'locale'>,
  purpose: EnrolmentPurpose,
): Promise<EnrolmentLink> {
  await revokeLinks(ctx, account.accountId);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(ctx.now.getTime() + HOURS[purpose] * 3_600_000);
  await ctx.db
    .insertInto('identity.enrolment')
    .values({
      enrolment_id: newId(ctx.now.getTime()),
      account_id: account.accountId,
      purpose,
      token_hash: hashOf(token),
      totp_secret: ctx.vault.seal(newSecret()),
      created_by: ctx.actor.accountId,
      created_at: ctx.now,
      expires_at: expiresAt,
    })
    .execute();
  ctx.emit({ type: 'enrolment.link_made', subject: account.accountId, data: { purpose } });
  const link = `${ctx.outside.address}/${account.locale}/enrol/${token}`;
  return { link, expiresAt: expiresAt.toISOString() };
}

/** The link of this token while it lives, and its account is open. */
export async function findLink({ db, now }: Ctx<IdentityTables>, token: string): Promise<EnrolmentRow | undefined> {
  return db
    .selectFrom('identity.enrolment')
    .innerJoin('identity.account', 'identity.account.account_id', 'identity.enrolment.account_id')
    .selectAll('identity.enrolment')
    .where('token_hash', '=', hashOf(token))
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Uses a link up; false where another request was first. */
export async function takeLink({ db, now }: Ctx<IdentityTables>, enrolmentId: string): Promise<boolean> {
  const taken = await db
    .updateTable('identity.enrolment')
    .set({ used_at: now })
    .where('enrolment_id', '=', enrolmentId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n;
}

/** The link to an account that lives, if one does. */
export async function findLivingLink(
  { db, now }: Ctx<IdentityTables>,
  accountId: string,
): Promise<{ purpose: EnrolmentPurpose; expiresAt: string } | null> {
  const found = await db
    .selectFrom('identity.enrolment')
    .select(['purpose', 'expires_at'])
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found === undefined ? null : { purpose: found.purpose, expiresAt: found.expires_at.toISOString() };
}
