import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { compactVerify, CompactSign, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { InstanceId } from '../contract/index.ts';
import { canonical } from '../domain/index.ts';

const TYPE = 'qantara-exchange+json';
const jwk = (x: string) => ({ kty: 'OKP', crv: 'Ed25519', x });

/** A new pair of keys (Ed25519, RFC 8037): the public half to be told, the private half to be sealed at once. */
export function newKeyPair(): { publicKey: string; privateKey: string } {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x, d } = z.object({ x: z.string(), d: z.string() }).parse(privateKey.export({ format: 'jwk' }));
  return { publicKey: x, privateKey: d };
}

/** A name of its own for a region that begins to tell something. */
export const newInstanceId = (): string => randomBytes(16).toString('base64url');

export type Signer = { instanceId: string; publicKey: string; privateKey: string };

/** A package as it leaves: its content in one manner of writing, signed (JWS, RFC 7515). */
export async function signPackage(content: unknown, { instanceId, publicKey, privateKey }: Signer): Promise<string> {
  const key = await importJWK({ ...jwk(publicKey), d: privateKey }, 'EdDSA');
  return new CompactSign(new TextEncoder().encode(canonical(content)))
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: instanceId })
    .sign(key);
}

export const hashOf = (signed: string): string => createHash('sha256').update(signed).digest('hex');

/** The last letter of each part has bits to spare: in another spelling one package would have two hashes. */
const isInOneSpelling = (signed: string): boolean =>
  signed.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);

/** Which region says that it signed; null where it is no package of ours. Nothing is proved by it yet. */
export function signerOf(signed: string): string | null {
  try {
    if (!isInOneSpelling(signed)) return null;
    const { kid, typ, alg } = decodeProtectedHeader(signed);
    return typ === TYPE && alg === 'EdDSA' && InstanceId.safeParse(kid).success ? (kid ?? null) : null;
  } catch {
    return null;
  }
}

function jsonIn(payload: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as unknown;
  } catch {
    return null;
  }
}

/** What a package says, where one of these keys signed it, null where that is no JSON; undefined where none did. */
export async function openSigned(signed: string, publicKeys: readonly string[]): Promise<unknown> {
  for (const publicKey of publicKeys) {
    const key = await importJWK(jwk(publicKey), 'EdDSA');
    const opened = await compactVerify(signed, key, { algorithms: ['EdDSA'] }).catch(() => null);
    if (opened !== null) return jsonIn(opened.payload);
  }
  return undefined;
}

/** What stands in a package of our own, which needs no proof. */
export function contentOf(signed: string): unknown {
  return JSON.parse(Buffer.from(signed.split('.')[1] ?? '', 'base64url').toString('utf8')) as unknown;
}
