import { askedByAnyone, type Executor } from '@qantara/platform';
import { Refusal } from '@qantara/kernel';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { newId } from '@qantara/kernel';

export const TOKEN_ADDRESS = 'http://localhost:3000/oauth/token';

/** A key pair of a program: the public half as it is registered. */
export type ProgramKeys = { kid: string; alg: 'RS384' | 'ES384'; privateKey: CryptoKey; publicKey: JWK; secret: JWK };

export async function programKeys(alg: ProgramKeys['alg'], kid: string, bits = 2048): Promise<ProgramKeys> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, modulusLength: bits });
  const [open, secret] = [await exportJWK(publicKey), await exportJWK(privateKey)];
  return { kid, alg, privateKey, publicKey: { ...open, kid }, secret: { ...secret, kid } };
}

export const setOf = (...keys: JWK[]): string => JSON.stringify({ keys });

type Claims = { iss: string; sub: string; aud: string; exp: number; jti: string };

/** An assertion as SMART asks for it, but for what is said otherwise. */
export async function assertionOf(
  programId: string,
  keys: ProgramKeys,
  otherwise: Partial<Claims> & { header?: Record<string, unknown> } = {},
): Promise<string> {
  const { header = {}, ...claims } = otherwise;
  const exp = Math.floor(Date.now() / 1000) + 240;
  const said = { iss: programId, sub: programId, aud: TOKEN_ADDRESS, exp, jti: newId(), ...claims };
  return new SignJWT(said)
    .setProtectedHeader({ alg: keys.alg, kid: keys.kid, typ: 'JWT', ...header })
    .sign(keys.privateKey);
}

/** What the token's address answers: the token, or the refusal's code. */
export async function askForToken(
  executor: Executor,
  assertion: string,
  more: Record<string, string> = {},
): Promise<{ access_token: string; scope: string; expires_in: number } | string> {
  const bound = executor.wire.find(({ route }) => route.path === 'POST /oauth/token');
  if (bound === undefined) throw new Error('no address gives tokens');
  const input = {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
    ...more,
  };
  const call = askedByAnyone('en');
  try {
    const asked = { ...call, asked: { ...call.asked, origin: 'http://localhost:3000' } };
    const { body } = await executor.answerWire(bound, bound.route.input.parse(input), asked);
    return JSON.parse(body as string) as { access_token: string; scope: string; expires_in: number };
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
}
