import { refuse } from '@qantara/kernel';
import type { AnyCtx } from '@qantara/platform';
import { calculateJwkThumbprint, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { ProgramKey } from '../../contract/index.ts';

const MOST_KEYS = 10;
const text = z.string().min(1).max(2000);
const kid = z.string().min(1).max(200);

/** The two kinds of signature that every party of SMART App Launch 2.2 understands. */
const Rsa = z.object({ kty: z.literal('RSA'), kid, n: text, e: text });
const Elliptic = z.object({ kty: z.literal('EC'), crv: z.literal('P-384'), kid, x: text, y: text });
const Key = z.discriminatedUnion('kty', [Rsa, Elliptic]);
const KeySet = z.object({
  keys: z
    .array(z.looseObject({ kty: z.string() }))
    .min(1)
    .max(MOST_KEYS),
});

export type KeptKey = z.infer<typeof Key> & { alg: 'RS384' | 'ES384' };

const MOST_BYTES = 64 * 1024;
const WAITS_MS = 5000;
const KEPT_MS = 5 * 60_000;
const ASKED_AGAIN_MS = 30_000;

const SHORTEST_RSA_BITS = 2048;

const isStrong = (key: z.infer<typeof Key>): boolean =>
  key.kty === 'EC' || Buffer.from(key.n, 'base64url').length * 8 >= SHORTEST_RSA_BITS;

async function isUsable(key: KeptKey): Promise<boolean> {
  try {
    await importJWK(key, key.alg);
    return true;
  } catch {
    return false;
  }
}

/** The public halves, and nothing else of what was written; keys of other kinds are left out. */
async function publicKeysIn(set: z.infer<typeof KeySet>): Promise<KeptKey[]> {
  const read = set.keys.flatMap((one): KeptKey[] => {
    const key = Key.safeParse(one);
    if (!key.success || !isStrong(key.data)) return [];
    return [{ ...key.data, alg: key.data.kty === 'RSA' ? 'RS384' : 'ES384' }];
  });
  const usable = await Promise.all(read.map(isUsable));
  const kept = read.filter((_key, index) => usable[index]);
  return new Set(kept.map((key) => key.kid)).size === kept.length ? kept : [];
}

function setIn(json: string): z.infer<typeof KeySet> | undefined {
  try {
    return KeySet.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** Reads a set of public keys as somebody pasted it. Refuses `keys_not_valid`, and `keys_private` where a secret half is in it. */
export async function readKeys(json: string): Promise<KeptKey[]> {
  const set = setIn(json) ?? refuse('keys_not_valid', { fields: [{ path: 'keys', code: 'invalid' }] });
  if (set.keys.some((key) => 'd' in key || 'k' in key))
    refuse('keys_private', { fields: [{ path: 'keys', code: 'invalid' }] });
  const keys = await publicKeysIn(set);
  return keys.length > 0 ? keys : refuse('keys_not_valid', { fields: [{ path: 'keys', code: 'invalid' }] });
}

type Fetched = { at: number; keys: KeptKey[] };
const fetched = new Map<string, Fetched>();

/** The keys that a program publishes; those read five minutes ago at most, unless one is missing among them. */
export async function fetchKeys({ outside }: AnyCtx, address: string, wanted: string): Promise<KeptKey[]> {
  const before = fetched.get(address);
  const age = before === undefined ? Infinity : Date.now() - before.at;
  const hasWanted = before?.keys.some((key) => key.kid === wanted) === true;
  if (before !== undefined && age < (hasWanted ? KEPT_MS : ASKED_AGAIN_MS)) return before.keys;
  const headers = { accept: 'application/json' };
  const question = { method: 'GET', headers, waitsMs: WAITS_MS, mostBytes: MOST_BYTES } as const;
  const answer = await outside.ask(new URL(address), question).catch(() => null);
  const set = answer?.status === 200 && answer.body !== null ? setIn(answer.body.toString('utf8')) : undefined;
  const keys = set === undefined ? [] : await publicKeysIn(set);
  fetched.set(address, { at: Date.now(), keys });
  return keys;
}

/** What two people can compare on the telephone. */
export async function keyCardsOf(keys: readonly KeptKey[]): Promise<ProgramKey[]> {
  return Promise.all(
    keys.map(async (key) => ({
      kid: key.kid,
      algorithm: key.alg,
      thumbprint: await calculateJwkThumbprint(key as JWK, 'sha256'),
    })),
  );
}
