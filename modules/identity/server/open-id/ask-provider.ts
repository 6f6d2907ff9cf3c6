import type { OpenIdProvider } from '@qantara/platform';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { z } from 'zod';

const SECONDS = 8;
const KEPT_MS = 15 * 60_000;

/** The provider did not answer, or with something that is no provider's answer: nobody is signed in, and it can be tried again. */
export class ProviderUnreachable extends Error {}

/** Nothing but the issuer, and the hosts that the operator has named beside it, is ever asked; nobody sends us elsewhere. */
function guardedFetch(provider: OpenIdProvider): CustomFetch {
  const issuer = new URL(provider.issuer);
  const hosts = new Set([issuer.host, ...provider.hosts]);
  return async (address, options) => {
    const url = new URL(address);
    if (url.protocol !== issuer.protocol || !hosts.has(url.host))
      throw new ProviderUnreachable(`the provider names the host ${url.host}, which is not among its hosts`);
    const { body, method, headers, signal } = options;
    return fetch(url, {
      method,
      headers,
      body: body instanceof URLSearchParams ? body : null,
      signal: signal ?? null,
      redirect: 'error',
    });
  };
}

/** The way to prove who we are that the provider takes: by its header, unless it only reads the form. */
function authenticationOf(secret: string): ClientAuth {
  return (server, client, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost;
    return way(secret)(server, client, ...rest);
  };
}

const kept = new Map<string, { at: number; configuration: Configuration }>();

async function configurationOf(provider: OpenIdProvider): Promise<Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const before = kept.get(key);
  if (before !== undefined && Date.now() - before.at < KEPT_MS) return before.configuration;
  const issuer = new URL(provider.issuer);
  try {
    const configuration = await discovery(
      issuer,
      provider.clientId,
      undefined,
      authenticationOf(provider.clientSecret),
      {
        [customFetch]: guardedFetch(provider),
        timeout: SECONDS,
        // The signature of what it says is checked too, not only whom we asked (OpenID Connect Core §3.1.3.7).
        execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
      },
    );
    kept.set(key, { at: Date.now(), configuration });
    return configuration;
  } catch (fault) {
    throw new ProviderUnreachable('the provider could not be asked', { cause: fault });
  }
}

export type Asked = { state: string; nonce: string; verifier: string; redirect: string };

/** Where the browser is sent: with a state, a nonce and the proof key's challenge (RFC 9700 §2.1). */
export async function addressAtProvider(provider: OpenIdProvider, asked: Asked): Promise<string> {
  const configuration = await configurationOf(provider);
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: asked.redirect,
    scope: 'openid email',
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
    ...(provider.acr.length > 0 ? { acr_values: provider.acr.join(' ') } : {}),
  });
  return address.href;
}

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1).max(255),
  email: z.string().max(254).optional(),
  email_verified: z.boolean().optional().catch(undefined),
  acr: z.string().optional().catch(undefined),
  amr: z.array(z.string()).optional().catch(undefined),
});
export type Claims = z.infer<typeof Claims>;

function isUnreachable(fault: unknown): boolean {
  for (let one = fault; one instanceof Error; one = one.cause)
    if (one instanceof ProviderUnreachable || one instanceof TypeError || one.name === 'TimeoutError') return true;
  return false;
}

/**
 * Who came back, by what the provider signed for this very sign-in; null where it says no, or anything does not fit: its
 * issuer, audience, time, nonce, state, signature or proof key.
 */
export async function claimsOf(provider: OpenIdProvider, asked: Asked, query: string): Promise<Claims | null> {
  const configuration = await configurationOf(provider);
  const came = new URL(asked.redirect);
  came.search = query;
  try {
    const tokens = await authorizationCodeGrant(configuration, came, {
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      pkceCodeVerifier: asked.verifier,
      idTokenExpected: true,
    });
    const read = Claims.safeParse(tokens.claims());
    return read.success ? read.data : null;
  } catch (fault) {
    if (!(fault instanceof AuthorizationResponseError) && isUnreachable(fault))
      throw new ProviderUnreachable('the provider did not answer', { cause: fault });
    return null;
  }
}
