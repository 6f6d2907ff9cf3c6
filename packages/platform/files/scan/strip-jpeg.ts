import { orientationOf, tiffOfOrientation } from './orientation-of.ts';

const EXIF = 'Exif\0\0';
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
const COMMENT = 0xfe;

type Segment = { marker: number; bytes: Buffer };

/** The marker at a place, behind its filling bytes, and where what it marks begins; undefined where there is none. */
function markerAt(bytes: Buffer, at: number): { marker: number; next: number } | undefined {
  if (bytes[at] !== 0xff) return undefined;
  let next = at + 1;
  while (bytes[next] === 0xff) next += 1;
  const marker = bytes[next];
  return marker === undefined || marker === 0 ? undefined : { marker, next: next + 1 };
}

const isInsideScan = (byte: number | undefined): boolean =>
  byte === 0 || (byte !== undefined && byte >= 0xd0 && byte <= 0xd7);

/** Where the bytes of a scan end: at the next marker that is none of its own. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && isInsideScan(bytes[at + 1])) at = bytes.indexOf(0xff, at + 2);
  return at === -1 ? bytes.length : at;
}

/** The parts of a picture up to its end; undefined where it breaks off. What stands behind the end is no part of it. */
function segmentsOf(bytes: Buffer): Segment[] | undefined {
  const segments: Segment[] = [];
  let at = 2;
  for (;;) {
    const found = markerAt(bytes, at);
    if (found === undefined) return undefined;
    if (found.marker === END) return segments;
    if (found.next + 2 > bytes.length) return undefined;
    const end = found.next + bytes.readUInt16BE(found.next);
    if (end < found.next + 2 || end > bytes.length) return undefined;
    const stop = found.marker === SCAN ? endOfScan(bytes, end) : end;
    segments.push({ marker: found.marker, bytes: bytes.subarray(found.next, stop) });
    at = stop;
  }
}

const textAt = (bytes: Buffer, length: number): string => bytes.subarray(2, 2 + length).toString('latin1');

/** What a picture needs to be seen: not what a camera or a program wrote beside it. */
function isNeeded({ marker, bytes }: Segment): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return textAt(bytes, 5) === 'JFIF\0' && bytes.length === 16;
  if (marker === 0xe2) return textAt(bytes, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && textAt(bytes, 5) === 'Adobe';
}

function orientationIn(segments: readonly Segment[]): number {
  const exif = segments.find(({ marker, bytes }) => marker === 0xe1 && textAt(bytes, EXIF.length) === EXIF);
  return exif === undefined ? 1 : orientationOf(exif.bytes.subarray(2 + EXIF.length));
}

function exifOf(orientation: number): Buffer[] {
  const tiff = tiffOfOrientation(orientation);
  if (tiff === null) return [];
  const length = Buffer.alloc(2);
  length.writeUInt16BE(2 + EXIF.length + tiff.length);
  return [Buffer.from([0xff, 0xe1]), length, Buffer.from(EXIF, 'latin1'), tiff];
}

/** A JPEG as it is seen, without position, thumbnails, comments and whatever is hung behind it; undefined where it is broken. */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  const segments = segmentsOf(bytes);
  if (segments === undefined || !segments.some(({ marker }) => marker === SCAN)) return undefined;
  const kept = segments.filter(isNeeded).flatMap(({ marker, bytes: part }) => [Buffer.from([0xff, marker]), part]);
  return Buffer.concat([
    Buffer.from([0xff, START]),
    ...exifOf(orientationIn(segments)),
    ...kept,
    Buffer.from([0xff, END]),
  ]);
}
