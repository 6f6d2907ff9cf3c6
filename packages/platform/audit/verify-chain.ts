import type { DatabasePool } from '../db/index.ts';
import { sha256 } from './digests.ts';
import type { AuditFault } from './fault.ts';
import { findErased, findOrphans, LINKS_AT_ONCE, listChainRows, type ChainRow, type Erased } from './link-store.ts';

const STREAMS = 64;

/** What a checkpoint says of a stream: at this link it had this hash. */
export type Mark = { checkpoint: number; hash: string };
/** By stream, by position. */
export type Marks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

export type ChainReport = { links: number; rows: number; erased: number; broken: AuditFault[] };

type Head = { position: number; hash: Buffer };
type Link = { position: number; rows: ChainRow[] };
type Walk = { stream: number; erased: Erased; marks: ReadonlyMap<number, Mark> };

function linksOf(rows: ChainRow[]): Link[] {
  const links: Link[] = [];
  for (const row of rows) {
    const last = links.at(-1);
    if (last?.position === row.position) last.rows.push(row);
    else links.push({ position: row.position, rows: [row] });
  }
  return links;
}

/** Of each kind the rows of a link are numbered from nought. */
function findOutOfOrder(rows: ChainRow[]): ChainRow | undefined {
  const next = { 'platform.event': 0, 'platform.opening': 0 };
  return rows.find((row) => row.ordinal !== next[row.where]++);
}

function linkFaults(link: Link, previous: Head, stream: number): AuditFault[] {
  const at = { stream, position: link.position };
  const changed = link.rows
    .filter((row) => !row.digest.equals(row.said.digest))
    .map(({ where, id }): AuditFault => ({ what: 'changed', where, ...at, id }));
  if (changed.length > 0) return changed;
  const missing = link.position !== previous.position + 1;
  if (missing) return [{ what: 'missing', where: 'platform.event or platform.opening', ...at }];
  const hash = sha256(previous.hash, sha256(...link.rows.map((row) => row.digest)));
  const unlike = link.rows.find((row) => !hash.equals(row.said.hash)) ?? findOutOfOrder(link.rows);
  return unlike === undefined ? [] : [{ what: 'changed', where: unlike.where, ...at, id: unlike.id }];
}

function markFault(head: Head, { stream, marks }: Walk): AuditFault[] {
  const mark = marks.get(head.position);
  if (mark === undefined || mark.hash === head.hash.toString('hex')) return [];
  const at = { stream, position: head.position, checkpoint: mark.checkpoint };
  return [{ what: 'not_as_kept', where: 'platform.event or platform.opening', ...at }];
}

async function headFaults(pool: DatabasePool, last: Head, { stream, marks }: Walk): Promise<AuditFault[]> {
  const { rows } = await pool.query<{ position: number; hash: Buffer }>({
    text: 'select position, hash from platform.chain_head where stream = $1',
    values: [stream],
  });
  const said = rows[0];
  const isRight = said !== undefined && said.position === last.position && last.hash.equals(Buffer.from(said.hash));
  const at = { stream, position: last.position };
  const behind = [...marks].filter(([position]) => position > last.position).toSorted(([a], [b]) => a - b)[0];
  return [
    ...(isRight ? [] : [{ what: 'head_wrong' as const, where: 'platform.chain_head', ...at }]),
    ...(behind === undefined
      ? []
      : [
          {
            what: 'behind_what_was_kept' as const,
            where: 'platform.event or platform.opening',
            ...at,
            checkpoint: behind[1].checkpoint,
          },
        ]),
  ];
}

async function verifyStream(pool: DatabasePool, walk: Walk): Promise<ChainReport> {
  const { stream, erased } = walk;
  const report: ChainReport = { links: 0, rows: 0, erased: 0, broken: [] };
  let previous: Head = { position: 0, hash: sha256(`qantara audit ${stream}`) };
  const { rows } = await pool.query<{ last: number | null }>({
    text: `select greatest((select max(position) from platform.event where stream = $1),
      (select max(position) from platform.opening where stream = $1)) as last`,
    values: [stream],
  });
  const last = Number(rows[0]?.last ?? 0);
  for (let after = -1; after < last; after += LINKS_AT_ONCE)
    for (const link of linksOf(await listChainRows(pool, { stream, after }, erased))) {
      report.links += 1;
      report.rows += link.rows.length;
      report.broken.push(...linkFaults(link, previous, stream), ...link.rows.flatMap((row) => row.beside));
      previous = { position: link.position, hash: link.rows[0]?.said.hash ?? previous.hash };
      report.broken.push(...markFault(previous, walk));
    }
  report.broken.push(...(await headFaults(pool, previous, walk)));
  return report;
}

/**
 * Reads the whole audit, changes and openings and what stands beside them, and names every row that was changed, removed or
 * added out of turn; against what checkpoints say, where there are some.
 */
export async function verifyChain(pool: DatabasePool, marks: Marks = new Map()): Promise<ChainReport> {
  const erased = await findErased(pool);
  const report: ChainReport = { links: 0, rows: 0, erased: erased.values.size + erased.openings.size, broken: [] };
  for (let stream = 0; stream < STREAMS; stream += 1) {
    const one = await verifyStream(pool, { stream, erased, marks: marks.get(stream) ?? new Map() });
    report.links += one.links;
    report.rows += one.rows;
    report.broken.push(...one.broken);
  }
  report.broken.push(...(await findOrphans(pool)));
  return report;
}
