import { randomBytes } from 'node:crypto';

/** The name of a file in its store: 32 random bytes. */
export function newFileKey(): string {
  return randomBytes(32).toString('hex');
}
