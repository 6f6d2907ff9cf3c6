import { orientationOf, tiffOfOrientation } from './orientation-of.ts';

const HEAD = 12;
const NEEDED = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const OF_EXIF = 0x08;
const OF_XMP = 0x04;

type Chunk = { kind: string; data: Buffer };

/** The chunks within the size that the file says of itself; undefined where it breaks off. */
function chunksOf(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  const whole = bytes.readUInt32LE(4) + 8;
  if (whole > bytes.length + 1) return undefined;
  const stop = Math.min(whole, bytes.length);
  let at = HEAD;
  while (at + 8 <= stop) {
    const end = at + 8 + bytes.readUInt32LE(at + 4);
    if (end > stop) return undefined;
    chunks.push({ kind: bytes.subarray(at, at + 4).toString('latin1'), data: bytes.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
}

function written({ kind, data }: Chunk): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function tiffIn(exif: Buffer): Buffer {
  return exif.subarray(0, 4).toString('latin1') === 'Exif' ? exif.subarray(6) : exif;
}

function withFlags(chunk: Chunk, hasExif: boolean): Chunk {
  if (chunk.kind !== 'VP8X') return chunk;
  const data = Buffer.from(chunk.data);
  data[0] = ((data[0] ?? 0) & ~(OF_EXIF | OF_XMP)) | (hasExif ? OF_EXIF : 0);
  return { ...chunk, data };
}

/** A WebP as it is seen, without EXIF, XMP and what nobody knows; undefined where it is broken. */
export function stripWebp(bytes: Buffer): Buffer | undefined {
  const chunks = bytes.length < HEAD ? undefined : chunksOf(bytes);
  if (chunks === undefined || !chunks.some(({ kind }) => ['VP8 ', 'VP8L', 'ANMF'].includes(kind))) return undefined;
  const exif = chunks.find(({ kind }) => kind === 'EXIF');
  const turned = exif === undefined ? null : tiffOfOrientation(orientationOf(tiffIn(exif.data)));
  const kept = chunks.filter(({ kind }) => NEEDED.has(kind)).map((chunk) => withFlags(chunk, turned !== null));
  const all = turned === null ? kept : [...kept, { kind: 'EXIF', data: turned }];
  const body = Buffer.concat(all.map(written));
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([head, body]);
}
