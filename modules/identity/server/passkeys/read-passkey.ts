import {
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Outside } from '@qantara/platform';
import { z } from 'zod';
import type { PasskeyRow } from './passkey-store.ts';

const text = z.string().max(20_000);

/** WebAuthn 3 §5.1: what a browser gives, as far as anything here reads it. The library looks at the rest. */
const Envelope = z.looseObject({ id: z.string().min(1).max(2000), rawId: text, type: z.literal('public-key') });
const Assertion = Envelope.extend({
  response: z.looseObject({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
  clientExtensionResults: z.looseObject({}),
});
const Attestation = Envelope.extend({
  response: z.looseObject({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
  clientExtensionResults: z.looseObject({}),
});

/** The name of this region among its keys: the host of its address, where every key of it is bound to. */
export function partyOf(outside: Outside): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(outside.address);
  return { rpID: hostname, origin };
}

function jsonOf(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    return undefined;
  }
}

/** EdDSA, ES256 and RS256 (RFC 9053, RFC 8812): what keys sign with today. */
export const ALGORITHMS = [-8, -7, -257];

/** What a browser sent as the answer of a key; undefined where it is none. */
export function readAssertion(sent: string): AuthenticationResponseJSON | undefined {
  const read = Assertion.safeParse(jsonOf(sent));
  return read.success ? (read.data as AuthenticationResponseJSON) : undefined;
}

/** What a browser sent as a new key; undefined where it is none. */
export function readAttestation(sent: string): RegistrationResponseJSON | undefined {
  const read = Attestation.safeParse(jsonOf(sent));
  return read.success ? (read.data as RegistrationResponseJSON) : undefined;
}

type Expected = { challenge: string; outside: Outside };
export type Signed = { counter: number; isSynced: boolean };

/**
 * Whether a key signed this challenge, for this region, at its own address, having made sure of its owner (WebAuthn 3
 * §7.2). The counter is compared by the caller. Undefined where any of it is not so: which part is nobody's business.
 */
export async function checkAssertion(
  response: AuthenticationResponseJSON,
  passkey: PasskeyRow,
  { challenge, outside }: Expected,
): Promise<Signed | undefined> {
  const { rpID, origin } = partyOf(outside);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      credential: {
        id: passkey.credential_id,
        publicKey: new Uint8Array(passkey.public_key),
        // Compared where it is written, in one statement: here two at once would both pass.
        counter: 0,
      },
    });
    if (!verified) return undefined;
    return { counter: authenticationInfo.newCounter, isSynced: authenticationInfo.credentialBackedUp };
  } catch {
    return undefined;
  }
}

export type Attested = {
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  isSynced: boolean;
};

/** The new key that a browser brought, if it is one for this challenge, region and address (WebAuthn 3 §7.1). */
export async function checkAttestation(
  response: RegistrationResponseJSON,
  { challenge, outside }: Expected,
): Promise<Attested | undefined> {
  const { rpID, origin } = partyOf(outside);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpID,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return undefined;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      isSynced: credentialBackedUp,
    };
  } catch {
    return undefined;
  }
}
