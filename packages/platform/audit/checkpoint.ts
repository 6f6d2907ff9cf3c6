import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from './digests.ts';

/** What the key of checkpoints is derived for. */
export const CHECKPOINT_PURPOSE = 'audit checkpoints';

const Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What a checkpoint says: where every stream stood at one moment, and which checkpoint came before. */
export const CheckpointBody = z.object({
  number: z.number().int().min(1),
  at: z.iso.datetime(),
  /** Position and hash of the last link of each stream, in order of the streams. */
  heads: z.array(z.tuple([z.number().int().min(0), Hex])),
  links: z.number().int().min(0),
  previous: Hex.or(z.literal('')),
  key: z.string(),
});
export type CheckpointBody = z.infer<typeof CheckpointBody>;

/** A checkpoint as it is signed and kept: the text itself, since a signature is over its letters. */
export type SignedCheckpoint = { body: string; signature: string };

const Line = z.object({ body: z.string(), signature: z.string() });

/** RFC 8410: what stands before the 32 bytes of an Ed25519 public key. */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

export function digestOfBody(body: string): string {
  return sha256(body).toString('hex');
}

/** One checkpoint as a line of a file: what keepers outside are given. */
export function lineOf({ body, signature }: SignedCheckpoint): string {
  return JSON.stringify({ body, signature });
}

/** The checkpoint of a line, if it is one. */
export function readLine(line: string): SignedCheckpoint | undefined {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** What a signed text says, if it says what a checkpoint says. */
export function readBody(body: string): CheckpointBody | undefined {
  try {
    return CheckpointBody.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}

/** Whether it was signed by the holder of this key (base64 of its 32 bytes). */
export function isSignedBy(publicKey: string, { body, signature }: SignedCheckpoint): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(body), key, Buffer.from(signature, 'base64'));
}
