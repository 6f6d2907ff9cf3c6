import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { IdentityTables } from '../tables.gen.ts';

export type ChallengePurpose = IdentityTables['identity.challenge']['purpose'];

/** Long enough to find one's key or sign in at a provider, and no longer. */
const SECONDS = 300;

export type NewChallenge = {
  /** Chosen before, where the secret names it. */
  challengeId?: string;
  purpose: ChallengePurpose;
  accountId: string | null;
  sessionId: string | null;
  secret: string;
};

/** Keeps what a browser must answer. The secret is sealed. */
export async function saveChallenge(ctx: Ctx<IdentityTables>, challenge: NewChallenge): Promise<string> {
  const challengeId = challenge.challengeId ?? newId(ctx.now.getTime());
  await ctx.db
    .insertInto('identity.challenge')
    .values({
      challenge_id: challengeId,
      purpose: challenge.purpose,
      account_id: challenge.accountId,
      session_id: challenge.sessionId,
      sealed: ctx.vault.seal(challenge.secret),
      created_at: ctx.now,
      expires_at: new Date(ctx.now.getTime() + SECONDS * 1000),
    })
    .execute();
  return challengeId;
}

export type TakenChallenge = { accountId: string | null; sessionId: string | null; secret: string };

/** Takes a challenge out, for whatever answer came: it is answered once or never. Undefined where there is none living. */
export async function takeChallenge(
  ctx: Ctx<IdentityTables>,
  challengeId: string,
  purposes: readonly ChallengePurpose[],
): Promise<(TakenChallenge & { purpose: ChallengePurpose }) | undefined> {
  const taken = await ctx.db
    .deleteFrom('identity.challenge')
    .where('challenge_id', '=', challengeId)
    .where('purpose', 'in', purposes)
    .returningAll()
    .executeTakeFirst();
  if (taken === undefined || taken.expires_at <= ctx.now) return undefined;
  const { account_id: accountId, session_id: sessionId, purpose } = taken;
  return { accountId, sessionId, purpose, secret: ctx.vault.open(taken.sealed) };
}

export async function removeExpiredChallenges(ctx: Ctx<IdentityTables>): Promise<void> {
  await ctx.db.deleteFrom('identity.challenge').where('expires_at', '<', ctx.now).execute();
}
