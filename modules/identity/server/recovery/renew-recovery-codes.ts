import type { Ctx } from '@qantara/platform';
import type { RecoveryCodes } from '../../contract/index.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import { removeSessionsOf } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { saveRecoveryCodes } from './recovery-code-store.ts';

/** Ten new codes; the old ones open nothing any more, and the other sessions end. Refuses `confirm_first`. */
export async function renewRecoveryCodes(ctx: Ctx<IdentityTables>): Promise<RecoveryCodes> {
  const { account_id: accountId } = await getFreshOwn(ctx);
  const recoveryCodes = await saveRecoveryCodes(ctx, accountId);
  await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  ctx.emit({ type: 'account.recovery_codes_renewed', subject: accountId });
  return { recoveryCodes };
}
