const UPRIGHT = 1;
const ORIENTATION_TAG = 0x0112;

/** Reads numbers of a TIFF in its own order of bytes; nothing outside of it. */
export type TiffReader = { at16: (at: number) => number; at32: (at: number) => number; length: number };

/** The reader of a TIFF, as EXIF holds one; undefined where it is none. */
export function tiffReaderOf(tiff: Buffer): TiffReader | undefined {
  const order = tiff.subarray(0, 4).toString('latin1');
  const isLittle = order === 'II*\0';
  if (!isLittle && order !== 'MM\0*') return undefined;
  const has = (at: number, size: number): boolean => at >= 0 && at + size <= tiff.length;
  return {
    at16: (at) => (has(at, 2) ? (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0),
    at32: (at) => (has(at, 4) ? (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at)) : 0),
    length: tiff.length,
  };
}

/** Where the entries of a directory of a TIFF begin. */
export function entriesOf(reader: TiffReader, directory: number): number[] {
  const most = Math.floor(Math.max(0, reader.length - directory - 2) / 12);
  const count = Math.min(reader.at16(directory), most);
  return Array.from({ length: count }, (_, index) => directory + 2 + index * 12);
}

/** How a photo is to be turned, 1 to 8, as its EXIF says; 1 where it says nothing. */
export function orientationOf(tiff: Buffer): number {
  const reader = tiffReaderOf(tiff);
  if (reader === undefined) return UPRIGHT;
  const entry = entriesOf(reader, reader.at32(4)).find((at) => reader.at16(at) === ORIENTATION_TAG);
  const said = entry === undefined ? UPRIGHT : reader.at16(entry + 8);
  return said >= 1 && said <= 8 ? said : UPRIGHT;
}

/** A TIFF that says how a photo is to be turned and nothing else; null where it stands upright. */
export function tiffOfOrientation(orientation: number): Buffer | null {
  if (orientation === UPRIGHT) return null;
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION_TAG, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
