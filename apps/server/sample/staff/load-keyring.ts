import { saveSampleKeyring } from '@qantara/identity/server';
import type { AnyCtx } from '@qantara/platform';
import { seeds } from '../read-seed.ts';

/** The personal account of a resident of the sample who asked twice, with the password of all its accounts. */
export async function loadKeyring(ctx: AnyCtx, accessCodes: string[]): Promise<void> {
  const { resident, password } = seeds.accounts();
  await saveSampleKeyring(ctx, accessCodes, { signInName: resident, password });
}
