import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP Password Storage Cheat Sheet: scrypt N=2^17, r=8, p=1. */
const COST = { N: 2 ** 17, r: 8, p: 1 };
const KEY_BYTES = 32;

type Parameters = { N: number; r: number; p: number };

function derive(password: string, salt: Buffer, { N, r, p }: Parameters): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (fault, key) =>
      fault ? reject(fault) : resolve(key),
    );
  });
}

/** A password with a salt that is known beforehand, at the same cost: for what is found by it. */
export function stretchPassword(password: string, salt: Buffer): Promise<Buffer> {
  return derive(password, salt, COST);
}

/** A password as it is stored: algorithm, parameters, salt and key. */
export async function hashPassword(password: string, cost: Parameters = COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Whether this is the password; it takes as long where there is no such account. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = stored.split('$');
  const given = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  const wanted = Buffer.from(key, 'base64url');
  return wanted.length === given.length && timingSafeEqual(given, wanted);
}
