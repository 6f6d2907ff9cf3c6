import { crc32 } from 'node:zlib';
import { orientationOf, tiffOfOrientation } from './orientation-of.ts';

const HEAD = 8;
/** What a picture needs to be seen, moving ones too: no words, no times, no EXIF, nothing that nobody knows. */
const NEEDED = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs hIST cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

type Chunk = { kind: string; data: Buffer };

/** The chunks up to the last one; undefined where the picture breaks off. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = HEAD;
  while (at + 12 <= bytes.length) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) return undefined;
    const kind = bytes.subarray(at + 4, at + 8).toString('latin1');
    chunks.push({ kind, data: bytes.subarray(at + 8, end) });
    if (kind === 'IEND') return chunks;
    at = end + 4;
  }
  return undefined;
}

function written({ kind, data }: Chunk): Buffer {
  const inner = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(inner));
  return Buffer.concat([length, inner, check]);
}

/** A PNG as it is seen, without words, times and position; undefined where it is broken. */
export function stripPng(bytes: Buffer): Buffer | undefined {
  const chunks = chunksOf(bytes);
  if (chunks?.[0]?.kind !== 'IHDR' || !chunks.some(({ kind }) => kind === 'IDAT')) return undefined;
  const exif = chunks.find(({ kind }) => kind === 'eXIf');
  const turned = exif === undefined ? null : tiffOfOrientation(orientationOf(exif.data));
  const [first, ...rest] = chunks.filter(({ kind }) => NEEDED.has(kind));
  const kept = [first, ...(turned === null ? [] : [{ kind: 'eXIf', data: turned }]), ...rest];
  return Buffer.concat([
    bytes.subarray(0, HEAD),
    ...kept.flatMap((chunk) => (chunk === undefined ? [] : [written(chunk)])),
  ]);
}
