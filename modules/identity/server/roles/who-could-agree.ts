import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';
import { rolesThat } from './role-store.ts';

/** Whoever closes the others must not then decide alone: for so long they still count. */
const DAYS_REMEMBERED = 7;

/**
 * Whether somebody besides the one who asks could agree: an open account that its owner has taken, in a role that agrees, and that
 * gains nothing by it. Accounts that were closed in the last week, or lost such a role in it, count: nobody becomes the only one by
 * their own hand.
 */
export async function couldSomebodyAgree(
  ctx: Ctx<IdentityTables>,
  gain: { accountId: string | null; role: string | null },
): Promise<boolean> {
  const agreeing = await rolesThat(ctx.db, ['role:agree']);
  const since = new Date(ctx.now.getTime() - DAYS_REMEMBERED * 24 * 3_600_000);
  const gainer = gain.accountId ?? ctx.actor.accountId;
  const { rows } = await sql`
    select from identity.account
    where account_id <> ${ctx.actor.accountId} and account_id <> ${gainer}
      and role is distinct from ${gain.role}::text
      and enrolled_at is not null
      and (disabled_at is null or disabled_at > ${since})
      and (role = any (${agreeing}::text[]) or exists (
        select from identity.role_request as lost
        where lost.account_id = account.account_id and lost.former_role = any (${agreeing}::text[])
          and lost.state in ('agreed', 'alone', 'reduced') and lost.answered_at > ${since}))
    limit 1`.execute(ctx.db);
  return rows.length > 0;
}
