import { createHash } from 'node:crypto';
import type { DatabasePool } from '../db/index.ts';
import { digestOfEvent, type EventRow } from './event-store.ts';

export type ChainReport = { links: number; broken: { stream: number; position: number }[] };

type StoredRow = Omit<EventRow, 'at'> & { at: Date; stream: number; position: number; digest: Buffer; hash: Buffer };
type Link = { position: number; rows: StoredRow[] };

function firstHashOf(stream: number): Buffer {
  return createHash('sha256').update(`qantara audit ${stream}`).digest();
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function linksOf(rows: StoredRow[]): Link[] {
  const links: Link[] = [];
  for (const row of rows) {
    const last = links.at(-1);
    if (last?.position === row.position) last.rows.push(row);
    else links.push({ position: row.position, rows: [row] });
  }
  return links;
}

function isWhole(link: Link, previous: { position: number; hash: Buffer }): boolean {
  const digests = link.rows.map((row) => digestOfEvent({ ...row, at: row.at.toISOString() }, row.value_digest));
  const isUntouched = link.rows.every((row, index) => digests[index]?.equals(Buffer.from(row.digest)));
  const hash = sha256(previous.hash, sha256(...digests));
  return (
    isUntouched &&
    link.position === previous.position + 1 &&
    link.rows.every((row) => hash.equals(Buffer.from(row.hash)))
  );
}

async function verifyStream(pool: DatabasePool, stream: number): Promise<ChainReport> {
  const found = await pool.query({
    text: `select event_id, type, subject_id, person_id, actor_kind, account_id, organisation_id, command_ref, reason,
        data, value_digest, at, stream, position, digest, hash
      from platform.event where stream = $1 order by position, ordinal`,
    values: [stream],
  });
  const head = await pool.query({
    text: 'select position from platform.chain_head where stream = $1',
    values: [stream],
  });
  const links = linksOf(found.rows as StoredRow[]);
  const report: ChainReport = { links: links.length, broken: [] };
  let previous = { position: 0, hash: firstHashOf(stream) };
  for (const link of links) {
    if (!isWhole(link, previous)) report.broken.push({ stream, position: link.position });
    previous = { position: link.position, hash: Buffer.from(link.rows[0]?.hash ?? '') };
  }
  const last = (head.rows[0] as { position: number } | undefined)?.position ?? 0;
  if (last !== previous.position) report.broken.push({ stream, position: last });
  return report;
}

/** Reads the whole audit chain and names every link that was changed, removed or added out of turn. */
export async function verifyChain(pool: DatabasePool): Promise<ChainReport> {
  const report: ChainReport = { links: 0, broken: [] };
  for (let stream = 0; stream < 64; stream += 1) {
    const one = await verifyStream(pool, stream);
    report.links += one.links;
    report.broken.push(...one.broken);
  }
  return report;
}
