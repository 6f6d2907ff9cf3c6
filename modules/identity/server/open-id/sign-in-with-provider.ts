import { randomBytes } from 'node:crypto';
import { Locale, newId, refuse } from '@qantara/kernel';
import type { Ctx, OpenIdProvider } from '@qantara/platform';
import { z } from 'zod';
import type { FinishedOpenId, OpenIdOutcome } from '../../contract/index.ts';
import { findAccount, findAccountByEmail, saveCredentials, type AccountRow } from '../accounts/account-store.ts';
import { countStart } from '../passkeys/ask-passkey.ts';
import { saveChallenge, takeChallenge, type TakenChallenge } from '../passkeys/challenge-store.ts';
import { listPasskeyRows } from '../passkeys/passkey-store.ts';
import { revokeLinks } from '../recovery/enrolment-store.ts';
import { getFreshOwn } from '../sessions/fresh.ts';
import { removeSessionsOf, saveSession } from '../sessions/session-store.ts';
import { openSession } from '../sign-in/open-session.ts';
import { NOBODY, openHalf } from '../sign-in/sign-in.ts';
import type { IdentityTables } from '../tables.gen.ts';
import { addressAtProvider, claimsOf, ProviderUnreachable, type Asked, type Claims } from './ask-provider.ts';
import { findLinkedAccount, findProviderLink, removeProviderLink, saveProviderLink } from './open-id-store.ts';

/** The one address that the provider sends people back to; the language they read is kept with the question. */
const RETURN_PATH = '/en/sign-in/return';

const Kept = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirect: z.string(),
  locale: Locale,
  next: z.string(),
});

function providerOf(ctx: Ctx<IdentityTables>): OpenIdProvider {
  return ctx.outside.openId ?? refuse('no_provider');
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

/** The session of the browser that asks; a stranger gets one that does nothing but tie the answer to their browser. */
async function askingSession(ctx: Ctx<IdentityTables>): Promise<string> {
  if (ctx.actor.sessionId !== undefined) return ctx.actor.sessionId;
  const session = await saveSession(ctx, { kind: 'visitor' });
  ctx.setSession(session.token, session.seconds);
  return session.sessionId;
}

type Question = { purpose: 'open_id' | 'open_id_link'; accountId: string | null; next: string; locale: Locale };

async function ask(ctx: Ctx<IdentityTables>, question: Question): Promise<{ address: string }> {
  const challengeId = newId(ctx.now.getTime());
  const asked: Asked = {
    state: `${challengeId}.${random()}`,
    nonce: random(),
    verifier: random(),
    redirect: `${ctx.outside.address}${RETURN_PATH}`,
  };
  try {
    const address = await addressAtProvider(providerOf(ctx), asked);
    const sessionId = await askingSession(ctx);
    const { purpose, accountId, next, locale } = question;
    const secret = JSON.stringify({ ...asked, next, locale });
    await saveChallenge(ctx, { challengeId, purpose, accountId, sessionId, secret });
    ctx.emit({ type: 'account.provider_asked', subject: challengeId, data: { purpose } });
    return { address };
  } catch (fault) {
    if (fault instanceof ProviderUnreachable) return refuse('provider_unreachable');
    throw fault;
  }
}

/** Sends a browser to the provider. Refuses `no_provider`, `provider_unreachable`, `too_many_tries`. */
export async function startOpenId(
  ctx: Ctx<IdentityTables>,
  { next, locale }: { next: string; locale: Locale },
): Promise<{ address: string }> {
  providerOf(ctx);
  await countStart(ctx);
  return ask(ctx, { purpose: 'open_id', accountId: null, next, locale });
}

/** Sends one's browser to the provider to link one's account to oneself there. Refuses `confirm_first`. */
export async function startOpenIdLink(
  ctx: Ctx<IdentityTables>,
  { locale }: { locale: Locale },
): Promise<{ address: string }> {
  providerOf(ctx);
  const account = await getFreshOwn(ctx);
  if (account.is_sample) refuse('sample_account');
  return ask(ctx, { purpose: 'open_id_link', accountId: account.account_id, next: '', locale });
}

type Matched = { account: AccountRow } | { outcome: OpenIdOutcome };

/** Only by an address that the provider has verified, and never in place of somebody who is linked already. */
async function matchByEmail(ctx: Ctx<IdentityTables>, claims: Claims): Promise<Matched> {
  if (claims.email === undefined || claims.email_verified !== true) return { outcome: 'unverified' };
  const account = await findAccountByEmail(ctx.db, claims.email.toLowerCase());
  if (account === undefined || account.disabled_at !== null) return { outcome: 'unknown' };
  const of = { accountId: account.account_id, now: ctx.now };
  const isLinked = await saveProviderLink(ctx.db, { issuer: claims.iss, subject: claims.sub }, of);
  if (!isLinked) return { outcome: 'other_account' };
  ctx.emit({ type: 'account.provider_linked', subject: account.account_id, data: { how: 'email' } });
  return { account };
}

async function match(ctx: Ctx<IdentityTables>, provider: OpenIdProvider, claims: Claims): Promise<Matched> {
  const known = await findLinkedAccount(ctx.db, { issuer: claims.iss, subject: claims.sub }, ctx.now);
  const account = known === undefined ? undefined : await findAccount(ctx.db, known);
  if (account !== undefined) return account.disabled_at === null ? { account } : { outcome: 'unknown' };
  return provider.matchesBy === 'email' ? matchByEmail(ctx, claims) : { outcome: 'unknown' };
}

/** Whether the provider says that it has asked for two factors, in a way that the operator has named. */
function isStrong({ acr, amr }: OpenIdProvider, claims: Claims): boolean {
  return (claims.acr !== undefined && acr.includes(claims.acr)) || (claims.amr ?? []).some((way) => amr.includes(way));
}

async function comeIn(ctx: Ctx<IdentityTables>, provider: OpenIdProvider, claims: Claims): Promise<OpenIdOutcome> {
  const matched = await match(ctx, provider, claims);
  if ('outcome' in matched) {
    ctx.emit({ type: 'account.provider_failed', subject: NOBODY, data: { outcome: matched.outcome } });
    return matched.outcome;
  }
  const { account } = matched;
  const subject = account.account_id;
  if (!isStrong(provider, claims)) {
    await openHalf(ctx, subject, 'open_id');
    ctx.emit({ type: 'account.provider_answered', subject });
    return 'second_factor';
  }
  if (account.enrolled_at === null) {
    await saveCredentials(ctx.db, subject, { enrolled_at: ctx.now });
    await revokeLinks(ctx, subject);
  }
  await openSession(ctx, account, 'open_id');
  return 'signed_in';
}

async function link(ctx: Ctx<IdentityTables>, claims: Claims, accountId: string): Promise<OpenIdOutcome> {
  const of = { accountId, now: ctx.now };
  const isLinked = await saveProviderLink(ctx.db, { issuer: claims.iss, subject: claims.sub }, of);
  if (isLinked) await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  const type = isLinked ? ('account.provider_linked' as const) : ('account.provider_failed' as const);
  ctx.emit({ type, subject: accountId, data: { how: 'owner' } });
  return isLinked ? 'linked' : 'other_account';
}

type Taken = TakenChallenge & { purpose: string };

/** The question that this answer belongs to, if this very browser asked it, and has not answered before. */
async function questionOf(ctx: Ctx<IdentityTables>, query: string): Promise<Taken | undefined> {
  const [challengeId = ''] = (new URLSearchParams(query).get('state') ?? '').split('.');
  if (!z.uuid().safeParse(challengeId).success) return undefined;
  const taken = await takeChallenge(ctx, challengeId, ['open_id', 'open_id_link']);
  if (taken === undefined || taken.sessionId !== ctx.actor.sessionId) return undefined;
  return taken.purpose === 'open_id' || taken.accountId === ctx.actor.accountId ? taken : undefined;
}

async function outcomeOf(ctx: Ctx<IdentityTables>, taken: Taken, query: string): Promise<OpenIdOutcome> {
  const provider = providerOf(ctx);
  try {
    const claims = await claimsOf(provider, Kept.parse(JSON.parse(taken.secret)), query);
    if (claims === null) {
      ctx.emit({ type: 'account.provider_failed', subject: taken.accountId ?? NOBODY, data: { outcome: 'refused' } });
      return 'refused';
    }
    if (taken.purpose === 'open_id') return await comeIn(ctx, provider, claims);
    return await link(ctx, claims, taken.accountId ?? '');
  } catch (fault) {
    if (!(fault instanceof ProviderUnreachable)) throw fault;
    ctx.emit({ type: 'account.provider_failed', subject: taken.accountId ?? NOBODY, data: { outcome: 'unreachable' } });
    return 'unreachable';
  }
}

/** What the provider's answer comes to. It counts once, in the browser that asked, and only as long as it is expected. */
export async function finishOpenId(ctx: Ctx<IdentityTables>, { query }: { query: string }): Promise<FinishedOpenId> {
  providerOf(ctx);
  const taken = await questionOf(ctx, query);
  if (taken === undefined) {
    ctx.emit({ type: 'account.provider_failed', subject: NOBODY, data: { outcome: 'expired' } });
    return { outcome: 'expired', locale: null, next: '' };
  }
  const { locale, next } = Kept.parse(JSON.parse(taken.secret));
  return { outcome: await outcomeOf(ctx, taken, query), locale, next };
}

/** Takes the link to the provider away. Refuses `provider_not_linked`, and `last_way_in` where nothing else opens the account. */
export async function removeOpenIdLink(ctx: Ctx<IdentityTables>): Promise<{ done: true }> {
  const account = await getFreshOwn(ctx);
  const accountId = account.account_id;
  const { issuer } = ctx.outside.openId ?? { issuer: '' };
  if ((await findProviderLink(ctx.db, accountId, issuer)) === undefined) refuse('provider_not_linked');
  const keys = await listPasskeyRows(ctx.db, accountId);
  if (account.password_hash === null && keys.length === 0) refuse('last_way_in');
  await removeProviderLink(ctx.db, accountId, issuer);
  await removeSessionsOf(ctx.db, accountId, ctx.actor.sessionId);
  ctx.emit({ type: 'account.provider_removed', subject: accountId });
  return { done: true };
}
