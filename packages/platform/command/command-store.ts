import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { refuse, type Actor } from '@qantara/kernel';
import type { DatabasePool } from '../db/index.ts';
import { canonical } from './event-store.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function keyFor(commandId: string): Buffer {
  return Buffer.from(hkdfSync('sha256', commandId, 'qantara', 'command output', 32));
}

/** The answer, readable only by who holds the command's identifier: it may carry a follow-up code. */
export function sealOutput(commandId: string, output: unknown): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyFor(commandId), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(output ?? null), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** The answer as it was given the first time. */
export function openOutput(commandId: string, stored: Buffer): unknown {
  const decipher = createDecipheriv(CIPHER, keyFor(commandId), stored.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(stored.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = Buffer.concat([decipher.update(stored.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return JSON.parse(text.toString('utf8'));
}

export function hashOfCommand(commandId: string): Buffer {
  return createHash('sha256').update(commandId).digest();
}

/** Whose commands these are: the same identifier from two people is two commands. */
export function actorKeyOf(actor: Actor): string {
  return actor.accountId ?? actor.personId ?? 'anyone';
}

/** What the command asked, so that one identifier cannot be used for two different commands. */
export function digestOfInput(route: string, input: unknown): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([route, canonical(input)]))
    .digest();
}

/**
 * The answer given to this command before, if there was one.
 * Refuses `command_reused` where the identifier was used for something else.
 */
export async function findAnswer(
  pool: DatabasePool,
  asked: { actor: Actor; commandId: string; inputDigest: Buffer },
): Promise<{ output: unknown } | undefined> {
  const found = await pool.query({
    text: 'select input_digest, output from platform.command where actor_key = $1 and command_hash = $2',
    values: [actorKeyOf(asked.actor), hashOfCommand(asked.commandId)],
  });
  const row = found.rows[0] as { input_digest: Buffer; output: Buffer } | undefined;
  if (row === undefined) return undefined;
  if (!Buffer.from(row.input_digest).equals(asked.inputDigest)) refuse('command_reused');
  return { output: openOutput(asked.commandId, Buffer.from(row.output)) };
}
