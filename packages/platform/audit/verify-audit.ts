import type { DatabasePool } from '../db/index.ts';
import {
  digestOfBody,
  isSignedBy,
  readBody,
  readLine,
  type CheckpointBody,
  type SignedCheckpoint,
} from './checkpoint.ts';
import type { AuditFault } from './fault.ts';
import { verifyChain, type ChainReport, type Mark } from './verify-chain.ts';

export type AuditReport = ChainReport & { checkpoints: number; kept: number };

type Stored = { number: number; at: string; body: string; digest: string; signature: string };
type Read = { checkpoints: CheckpointBody[]; digests: Map<number, string>; faults: AuditFault[] };

const INSIDE = 'platform.checkpoint';
const nothingRead = (): Read => ({ checkpoints: [], digests: new Map(), faults: [] });

/** Reads one signed checkpoint; what follows says what is wrong with it on its own and after the one before. */
function take(read: Read, signed: SignedCheckpoint, given: { where: string; key: string }): CheckpointBody | undefined {
  const body = readBody(signed.body);
  const number = body?.number ?? read.checkpoints.length + 1;
  const at = { where: given.where, checkpoint: number };
  if (body === undefined || !isSignedBy(given.key, signed)) {
    read.faults.push({ what: 'checkpoint_not_signed', ...at });
    return undefined;
  }
  const before = read.checkpoints.at(-1);
  if (before !== undefined && before.number < number - 1)
    read.faults.push({ what: 'checkpoint_missing', where: given.where, checkpoint: number - 1 });
  const previous = read.digests.get(number - 1);
  if (previous !== undefined && previous !== body.previous) read.faults.push({ what: 'checkpoint_changed', ...at });
  read.checkpoints.push(body);
  read.digests.set(number, digestOfBody(signed.body));
  return body;
}

async function readInside(pool: DatabasePool, key: string): Promise<Read> {
  const { rows } = await pool.query<Stored>(`
    select number, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, body, encode(digest, 'hex') as digest,
      translate(encode(signature, 'base64'), E'\\n', '') as signature
    from platform.checkpoint order by number`);
  const read = nothingRead();
  if (rows[0] !== undefined && rows[0].number !== 1)
    read.faults.push({ what: 'checkpoint_missing', where: INSIDE, checkpoint: 1 });
  for (const row of rows) {
    const body = take(read, row, { where: INSIDE, key });
    const isAsSaid =
      body === undefined ||
      (body.number === row.number && `${body.at.slice(0, -1)}000` === row.at && digestOfBody(row.body) === row.digest);
    if (!isAsSaid) read.faults.push({ what: 'checkpoint_changed', where: INSIDE, checkpoint: row.number });
  }
  return read;
}

/** A line sent twice, where the first answer was lost, is kept twice: that is no fault. */
function readOutside(lines: readonly string[], given: { where: string; key: string }): Read {
  const read = nothingRead();
  const distinct = [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))];
  for (const line of distinct) take(read, readLine(line) ?? { body: '', signature: '' }, given);
  return read;
}

/** What was kept outside must stand inside, letter by letter. */
function compare(inside: Read, outside: Read): AuditFault[] {
  return outside.checkpoints.flatMap((kept): AuditFault[] => {
    const digest = inside.digests.get(kept.number);
    const at = { where: INSIDE, checkpoint: kept.number };
    if (digest === undefined) return [{ what: 'behind_what_was_kept', ...at }];
    return digest === outside.digests.get(kept.number) ? [] : [{ what: 'not_as_kept', ...at }];
  });
}

function marksOf(checkpoints: CheckpointBody[]): Map<number, Map<number, Mark>> {
  const marks = new Map<number, Map<number, Mark>>();
  for (const { number, heads } of checkpoints)
    for (const [stream, [position, hash]] of heads.entries()) {
      const ofStream = marks.get(stream) ?? new Map<number, Mark>();
      const known = ofStream.get(position);
      // Where two contradict one another, the one that is not what stands here decides: it is found either way.
      if (position > 0 && known === undefined) ofStream.set(position, { checkpoint: number, hash });
      marks.set(stream, ofStream);
    }
  return marks;
}

/**
 * Verifies everything: chain, openings, what stands beside them, checkpoints, and all of it against checkpoints that were kept
 * outside, whose word comes first. An old backup put back, or a tail cut off, is behind what was kept.
 */
export async function verifyAudit(
  pool: DatabasePool,
  given: { publicKey: string; outside?: { where: string; lines: readonly string[] } },
): Promise<AuditReport> {
  const key = given.publicKey;
  const inside = await readInside(pool, key);
  const outside =
    given.outside === undefined ? nothingRead() : readOutside(given.outside.lines, { where: given.outside.where, key });
  const chain = await verifyChain(pool, marksOf([...outside.checkpoints, ...inside.checkpoints]));
  const broken = [...chain.broken, ...inside.faults, ...outside.faults, ...compare(inside, outside)];
  return { ...chain, broken, checkpoints: inside.checkpoints.length, kept: outside.checkpoints.length };
}
