import type { Ctx } from '@qantara/platform';
import type { KeyringProof } from '../../contract/index.ts';
import { readSignInName } from '../../domain/index.ts';
import { patienceFor } from '../sign-in/patience.ts';
import { NOBODY } from '../sign-in/sign-in.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findKeyringBy, listKept, type KeptRow, type KeyringRow } from './keyring-store.ts';
import { openerOf } from './opener.ts';

type Tried =
  | { outcome: 'wrong' | 'locked'; waitSeconds: number }
  | { outcome: 'right'; keyring: KeyringRow; kept: KeptRow[] };

/**
 * Which personal account a name and a password open, with each try counted and told. A name that nobody has and a wrong
 * password have one answer, in the same time: both are one stretching and one look-up.
 */
export async function tryKeyring(ctx: Ctx<IdentityTables>, { signInName, password }: KeyringProof): Promise<Tried> {
  const name = readSignInName(signInName);
  const { waitSeconds, release } = await patienceFor(ctx, 'keyring', name);
  if (waitSeconds > 0) {
    ctx.emit({ type: 'keyring.locked', subject: NOBODY });
    return { outcome: 'locked', waitSeconds };
  }
  const keyring = await findKeyringBy(ctx.db, await openerOf(ctx, name, password));
  const kept = await listKept(ctx.db, keyring?.keyring_id ?? NOBODY);
  if (keyring === undefined || kept.length === 0) {
    ctx.emit({ type: 'keyring.failed', subject: NOBODY });
    return { outcome: 'wrong', waitSeconds: 0 };
  }
  await release();
  return { outcome: 'right', keyring, kept };
}
