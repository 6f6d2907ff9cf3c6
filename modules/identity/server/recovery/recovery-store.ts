import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { PendingRecovery } from '../../contract/index.ts';
import type { IdentityTables } from '../tables.gen.ts';

export type RecoveryRow = Selectable<IdentityTables['identity.recovery']>;

/** A request that nobody agrees to in three days was not meant. */
const HOURS = 72;

type Given = Pick<Ctx<IdentityTables>, 'db' | 'now'>;

/** The request for this account that waits for a second administrator. */
export async function findPending({ db, now }: Given, accountId: string): Promise<RecoveryRow | undefined> {
  return db
    .selectFrom('identity.recovery')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('agreed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** The same as its readers see it. */
export async function findPendingView(ctx: Ctx<IdentityTables>, accountId: string): Promise<PendingRecovery | null> {
  const found = await findPending(ctx, accountId);
  if (found === undefined) return null;
  const asker = await ctx.db
    .selectFrom('identity.account')
    .select('display_name')
    .where('account_id', '=', found.requested_by)
    .executeTakeFirst();
  return {
    requestedBy: asker?.display_name ?? '',
    requestedAt: found.requested_at.toISOString(),
    expiresAt: found.expires_at.toISOString(),
    isOwnRequest: found.requested_by === ctx.actor.accountId,
  };
}

export async function saveRequest({ db, now }: Given, of: { accountId: string; by: string }): Promise<void> {
  await db
    .insertInto('identity.recovery')
    .values({
      recovery_id: newId(now.getTime()),
      account_id: of.accountId,
      requested_by: of.by,
      requested_at: now,
      expires_at: new Date(now.getTime() + HOURS * 3_600_000),
    })
    .execute();
}

/** Notes who agreed; false where the request has ended meanwhile. */
export async function saveAgreement({ db, now }: Given, of: { recoveryId: string; by: string }): Promise<boolean> {
  const agreed = await db
    .updateTable('identity.recovery')
    .set({ agreed_by: of.by, agreed_at: now })
    .where('recovery_id', '=', of.recoveryId)
    .where('agreed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return agreed.numUpdatedRows > 0n;
}

export async function saveCancelled({ db, now }: Given, of: { accountId: string; by: string }): Promise<boolean> {
  const cancelled = await db
    .updateTable('identity.recovery')
    .set({ cancelled_by: of.by, cancelled_at: now })
    .where('account_id', '=', of.accountId)
    .where('agreed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return cancelled.numUpdatedRows > 0n;
}
