import type { AnyCtx } from '@qantara/platform';
import { stretchPassword } from '../passwords/password.ts';

/**
 * What a name and a password open together. The name is the salt: nothing finds an account by its name alone, and every
 * try costs the same, whether or not there is such an account.
 */
export async function openerOf(ctx: Pick<AnyCtx, 'vault'>, name: string, password: string): Promise<Buffer> {
  const key = await stretchPassword(password, ctx.vault.digest('keyring name', name));
  return ctx.vault.digest('keyring', key.toString('base64url'));
}
