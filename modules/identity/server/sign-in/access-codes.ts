import { randomBytes } from 'node:crypto';
import { countAttempt, forgiveAttempt, withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { OpenByCode, OpenByCodeOutcome } from '../../contract/session.ts';
import { accessCodeFrom, readAccessCode } from '../../domain/index.ts';
import { saveSession } from '../sessions/session-store.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { findPersonOfCode, insertAccessCode } from './access-code-store.ts';

/** Sixty bits of code and twenty wrong tries an address in a quarter of an hour: guessing one takes longer than the code lives. */
const PER_ORIGIN = { limit: 20, windowSeconds: 900 };
const LIFETIME_DAYS = 365;
const NOBODY = '00000000-0000-0000-0000-000000000000';

function hashOf({ vault }: Pick<Ctx<IdentityTables>, 'vault'>, code: string): Buffer {
  return vault.digest('access code', readAccessCode(code));
}

/** Makes a code by which a person follows their own request. It is shown once: only its keyed digest is kept. */
export async function issueAccessCode(anyCtx: AnyCtx, personId: string): Promise<string> {
  const ctx = withTables<IdentityTables>(anyCtx);
  const code = accessCodeFrom(randomBytes(12));
  await insertAccessCode(ctx, {
    hash: hashOf(ctx, code),
    personId,
    expiresAt: new Date(ctx.now.getTime() + LIFETIME_DAYS * 86_400_000),
  });
  return code;
}

/** Whose request this code opens, without counting a try. */
export function findPersonByCode(ctx: Ctx<IdentityTables>, code: string): Promise<string | undefined> {
  return findPersonOfCode(ctx, hashOf(ctx, code));
}

/**
 * Whose request a code opens, with each try counted and told; nobody's where it is wrong or has expired, or where too many
 * were tried from here.
 */
export async function tryAccessCode(
  ctx: Ctx<IdentityTables>,
  accessCode: string,
): Promise<{ outcome: 'wrong' | 'locked' } | { outcome: 'right'; personId: string }> {
  const bucket = `code origin ${ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, PER_ORIGIN))) {
    ctx.emit({ type: 'access_code.locked', subject: NOBODY });
    return { outcome: 'locked' };
  }
  const personId = await findPersonByCode(ctx, accessCode);
  if (personId === undefined) {
    ctx.emit({ type: 'access_code.failed', subject: NOBODY });
    return { outcome: 'wrong' };
  }
  await forgiveAttempt(ctx, bucket);
  return { outcome: 'right', personId };
}

/** Opens a resident's own request. A wrong code and an expired one have one answer. */
export async function openByCode(
  ctx: Ctx<IdentityTables>,
  given: z.output<typeof OpenByCode>,
): Promise<z.infer<typeof OpenByCodeOutcome>> {
  const tried = await tryAccessCode(ctx, given.accessCode);
  if (tried.outcome !== 'right') return { outcome: tried.outcome };
  const { personId } = tried;
  const session = await saveSession(ctx, { kind: 'resident', personId });
  ctx.setSession(session.token, session.seconds);
  ctx.emit({ type: 'access_code.opened', subject: personId, personId });
  return { outcome: 'opened' };
}
